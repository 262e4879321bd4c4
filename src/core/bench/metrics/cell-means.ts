/** The score of one sample with the cell it belongs to; null where it could not be scored. */
export interface CellSample {
  readonly kind: string;
  readonly level: number;
  readonly score: number | null;
}

/** One cell of a table. */
export interface Cell {
  readonly kind: string;
  readonly level: number;
  /** Mean of the scored samples; NaN where there is none. */
  readonly mean: number;
  readonly scored: number;
  /** Samples that could not be scored: kept and counted, never in the mean. */
  readonly unscored: number;
}

/** Mean per kind and level, by kind (in order of first appearance) and rising level. */
export function cellMeans(samples: readonly CellSample[]): Cell[] {
  const cells = new Map<string, CellSample[]>();
  for (const sample of samples) {
    const key = `${sample.kind} ${sample.level}`;
    const list = cells.get(key);
    if (list) list.push(sample);
    else cells.set(key, [sample]);
  }
  const kinds = [...new Set(samples.map(({ kind }) => kind))];
  return [...cells.values()]
    .map(cellOf)
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.level - b.level);
}

function cellOf(samples: readonly CellSample[]): Cell {
  const { kind, level } = samples[0]!;
  const scores = samples.flatMap(({ score }) => (score === null ? [] : [score]));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return { kind, level, mean, scored: scores.length, unscored: samples.length - scores.length };
}
