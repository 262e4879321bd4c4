import { percentile } from '../../../core/bench/index.ts';
import { type EvalReport, type EvalSettings, summarize } from '../eval/index.ts';
import type { EvaluatedSample } from './contract.ts';
import { groupBy } from './group-by.ts';

/** What a row of a table says of some samples. */
export interface Figures extends Pick<EvalReport, 'j' | 'f' | 'jf' | 'scored'> {
  readonly unscored: number;
  /** null where no time is known. */
  readonly latency: Latency | null;
  /** Specialist calls made, and what running everything always would have made. */
  readonly calls: number;
  readonly alwaysOnCalls: number;
}

/** Time of a frame, ms. Median and 95th percentile are over the samples' means, weighing each sample alike. */
export interface Latency {
  readonly median: number;
  readonly p95: number;
  /** The slowest single frame. */
  readonly worst: number;
}

export function figuresOf(settings: EvalSettings, samples: readonly EvaluatedSample[]): Figures {
  const { j, f, jf, scored } = summarize(
    settings,
    samples.map(({ result, media }) => ({ ...result, media })),
  );
  return {
    ...{ j, f, jf, scored, unscored: samples.length - scored },
    latency: latencyOf(samples),
    calls: samples.reduce((sum, { result }) => sum + Object.values(result.calls).reduce((a, b) => a + b, 0), 0),
    alwaysOnCalls: samples.reduce((sum, { alwaysOnCalls }) => sum + alwaysOnCalls, 0),
  };
}

/** Samples of which no frame was answered took no time that could be told. */
function latencyOf(samples: readonly EvaluatedSample[]): Latency | null {
  const timings = samples.flatMap(({ result, timing }) => (timing === null || result.answered === 0 ? [] : [timing]));
  if (timings.length === 0) return null;
  const means = timings.map(({ msPerFrame }) => msPerFrame);
  const worst = timings.reduce((most, { worstMs }) => Math.max(most, worstMs), 0);
  return { median: percentile(means, 0.5), p95: percentile(means, 0.95), worst };
}

/** The samples of one kind and level; either may be absent. */
export interface CellOfSamples {
  readonly kind: string | undefined;
  readonly level: number | undefined;
  readonly samples: readonly EvaluatedSample[];
}

/** By kind (in order of first appearance) and rising level; empty where no sample has either. */
export function cellsOf(samples: readonly EvaluatedSample[]): CellOfSamples[] {
  const groups = groupBy(samples, ({ result: { kind, level } }) => JSON.stringify([kind, level]));
  const all = [...groups.values()].map((members): CellOfSamples => {
    const { kind, level } = members[0]!.result;
    return { kind, level, samples: members };
  });
  if (all.every(({ kind, level }) => kind === undefined && level === undefined)) return [];
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  return all.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.level ?? 0) - (b.level ?? 0));
}
