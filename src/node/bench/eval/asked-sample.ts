import type { Mask } from '../../../core/masks/index.ts';
import type { Plan } from '../../../core/plan/index.ts';
import type { Sample } from '../datasets/index.ts';
import type { FrameScore, SampleOutcome, ShownFrame } from './contract.ts';
import type { SampleGroup } from './sample-groups.ts';

/** A sample on its way: what is known of it so far. */
export interface Asked {
  /** Place in the data set. */
  readonly index: number;
  readonly sample: Sample;
  /** Number of the group that it is asked in. */
  readonly group: number;
  plan?: Plan;
  unscored?: string;
  readonly scores: Map<number, FrameScore>;
  readonly shown: ShownFrame[];
  readonly warnings: Set<string>;
  answered: number;
  withObjects: number;
  ms: number;
  worstMs: number;
  calls: Record<string, number>;
  alwaysOnCalls: number;
  /** The newest answer; null before the first. */
  last: Mask | null;
}

/** A sample before its first frame. */
export const newlyAsked = ({ index, sample }: SampleGroup['members'][number], group: number): Asked => ({
  index,
  sample,
  group,
  scores: new Map(),
  shown: [],
  warnings: new Set(),
  answered: 0,
  withObjects: 0,
  ms: 0,
  worstMs: 0,
  calls: {},
  alwaysOnCalls: 0,
  last: null,
});

/** What became of it. */
export function outcomeOf(asked: Asked): SampleOutcome {
  const { sample, group, answered, withObjects, warnings, alwaysOnCalls, ms, worstMs } = asked;
  const unscored = asked.unscored ?? withoutTruth(sample);
  const frames =
    unscored === undefined ? sample.truth!.frames.map((frame) => asked.scores.get(frame) ?? unanswered(frame)) : [];
  const mean = (key: 'j' | 'f') =>
    frames.length === 0 ? null : frames.reduce((sum, score) => sum + score[key], 0) / frames.length;
  const calls = Object.fromEntries(Object.entries(asked.calls).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    result: {
      version: 1,
      id: sample.id,
      query: sample.query,
      group,
      ...(sample.kind === undefined ? {} : { kind: sample.kind }),
      ...(sample.level === undefined ? {} : { level: sample.level }),
      ...(typeof sample.tags.form === 'string' && { form: sample.tags.form }),
      frames,
      j: mean('j'),
      f: mean('f'),
      ...(unscored === undefined ? { shown: asked.shown } : { unscored }),
      answered,
      withObjects,
      warnings: [...warnings],
      calls,
      alwaysOnCalls,
    },
    timing: { id: sample.id, msPerFrame: answered === 0 ? 0 : ms / answered, worstMs },
  };
}

const unanswered = (frame: number): FrameScore => ({ frame, j: 0, f: 0, fault: 'missing' });

function withoutTruth({ truth }: Sample): string | undefined {
  if (truth === null) return 'only a server knows the truth';
  return truth.frames.length === 0 ? 'none of its frames has a truth' : undefined;
}
