import type { FrameScore, SampleResult } from './contract.ts';

/** One way in which J is lost. */
export interface LossSource {
  /** Sort of question, else its kind; null where the data set has neither. */
  readonly form: string | null;
  /** Nothing answered, something else, something where nothing is meant, or the right thing with another outline. */
  readonly fault: NonNullable<FrameScore['fault']> | 'outline';
  /** In at most eight frames on end, with others right: an answer that came late or was lost for a moment. */
  readonly brief: boolean;
  /** J lost by it, of the mean over all scored samples: what all sources lose adds up to 1 - J. */
  readonly lost: number;
  readonly samples: number;
  readonly frames: number;
}

const briefFrames = 8;

/** Where the J of an evaluation is lost, the largest source first. @param most how many are named */
export function lossSources(results: readonly SampleResult[], most = 10): LossSource[] {
  const scored = results.filter(({ j, frames }) => j !== null && frames.length > 0);
  const found = new Map<string, { -readonly [K in keyof LossSource]: LossSource[K] }>();
  for (const result of scored) {
    const form = result.form ?? result.kind ?? null;
    const met = new Set<string>();
    for (const { fault, brief, lost, frames } of lossesOf(result.frames)) {
      const key = JSON.stringify([form, fault, brief]);
      const source = found.get(key) ?? { form, fault, brief, lost: 0, samples: 0, frames: 0 };
      source.lost += lost / result.frames.length / scored.length;
      source.frames += frames;
      if (!met.has(key)) source.samples++;
      met.add(key);
      found.set(key, source);
    }
  }
  return [...found.entries()]
    .sort(([a, x], [b, y]) => y.lost - x.lost || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([, source]) => source);
}

interface Loss {
  readonly fault: LossSource['fault'];
  readonly brief: boolean;
  readonly lost: number;
  readonly frames: number;
}

/** Frames in a row with the same fault, each with what it loses. */
function lossesOf(frames: readonly FrameScore[]): Loss[] {
  const losses: Loss[] = [];
  for (let from = 0; from < frames.length; ) {
    const fault = faultOf(frames[from]!);
    let end = from + 1;
    while (end < frames.length && faultOf(frames[end]!) === fault) end++;
    const run = frames.slice(from, end);
    const lost = run.reduce((sum, { j }) => sum + 1 - j, 0);
    if (fault !== undefined && lost > 0)
      losses.push({ fault, brief: isBrief(fault, run.length, frames.length), lost, frames: run.length });
    from = end;
  }
  return losses;
}

/** How long an outline is off says nothing: it is off by little all the time. */
const isBrief = (fault: LossSource['fault'], length: number, all: number): boolean =>
  fault !== 'outline' && length <= briefFrames && length < all;

const faultOf = ({ j, fault }: FrameScore): LossSource['fault'] | undefined => fault ?? (j < 1 ? 'outline' : undefined);

const faultWords: Readonly<Record<LossSource['fault'], string>> = {
  missing: 'nothing answered',
  other: 'something else answered',
  extra: 'something answered where nothing is meant',
  outline: 'outline off',
};

/** `temporal/held: nothing answered, for a moment`. */
export function lossWords({ form, fault, brief }: LossSource): string {
  const how = fault === 'outline' ? '' : brief ? ', for a moment' : ', for longer';
  return `${form === null ? '' : `${form}: `}${faultWords[fault]}${how}`;
}
