import { encodeRle } from '../masks/index.ts';
import type { SourceInfo } from '../media/contract.ts';
import type { Plan } from '../plan/contract.ts';
import type {
  AnswerChange,
  ChangedObject,
  FrameAnswer,
  PlanRepair,
  QueryAnswer,
  RunSummary,
  TrackSummary,
} from './answer.ts';

/** One frame of result.json (COCO conventions): boxes [x, y, w, h] px, segmentation as compressed run lengths. */
export interface ResultFrame {
  readonly index: number;
  /** Seconds, rounded to microseconds. */
  readonly time: number;
  readonly objects: readonly ResultObject[];
}

/** One answered object of a frame of result.json. */
export interface ResultObject {
  readonly id: number;
  readonly label?: string;
  readonly score: number;
  readonly bbox: readonly [number, number, number, number];
  readonly segmentation: { readonly size: readonly [number, number]; readonly counts: string };
}

/** The answer of one query in one frame, as it stands in result.json and in a JSON line. */
export function resultFrame(
  { index, time }: Pick<FrameAnswer, 'index' | 'time'>,
  { objects }: QueryAnswer,
): ResultFrame {
  return {
    index,
    time: round(time, 1e6),
    objects: objects.map(({ id, label, score, bbox, mask }) => ({
      id,
      ...(label === undefined ? {} : { label }),
      score: round(score, 1e4),
      bbox: [...bbox],
      segmentation: { size: [...mask.size], counts: encodeRle(mask) },
    })),
  };
}

/** A change of an answer as it stands in result.json and in a JSON line: times in seconds, rounded to microseconds. */
export function resultChange({ frame, time, added, removed }: AnswerChange): AnswerChange {
  const dated = ({ id, because, since }: ChangedObject) => ({ id, because, since: round(since, 1e6) });
  return { frame, time: round(time, 1e6), added: added.map(dated), removed: removed.map(dated) };
}

interface ResultExtras {
  readonly maskIndex?: ((id: number) => number | undefined) | undefined;
  readonly scores?: object | undefined;
}

/**
 * The text of result.json around its frames: `head + frames joined by "," + tail`, so that a long run is written as it
 * goes. Holds nothing that differs from run to run (no times of day, no durations). `plan` is the one that the query began
 * with; those that took over later stand in `repairs`.
 *
 * @param query the query's number
 * @param extras.maskIndex pixel value of a track in the mask PNGs, when they are written
 * @param extras.scores how well the query was answered, when that is known
 */
export function resultText(
  query: number,
  plan: Plan,
  source: SourceInfo,
  summary: RunSummary,
  { maskIndex, scores }: ResultExtras = {},
): { head: string; tail: string } {
  const { program, ...rest } = plan;
  const { path, width, height, fps } = source;
  const own = summary.queries.find(({ id }) => id === query);
  const head = {
    query: plan.query,
    source: { path, width, height, fps, frames: summary.usage.frames },
    plan: rest,
    ...(program === undefined ? {} : { program }),
  };
  const tail = {
    tracks: summary.tracks.filter((track) => track.query === query).map((track) => resultTrack(track, maskIndex)),
    changes: (own?.changes ?? []).map(resultChange),
    repairs: (own?.repairs ?? []).map(resultRepair),
    usage: { ...summary.usage, ownCalls: roundedCalls(own?.cost.calls ?? {}) },
    warnings: warningsFor(query, summary),
    ...(scores === undefined ? {} : { scores }),
  };
  return {
    head: `${JSON.stringify(head, null, 1).slice(0, -2)},\n "frames": [\n`,
    tail: `\n ],\n${JSON.stringify(tail, null, 1).slice(2)}\n`,
  };
}

function resultRepair({ frame, time, failures, to }: PlanRepair) {
  const rounded = failures.map((failure) => ({ ...failure, time: round(failure.time, 1e6) }));
  return { frame, time: round(time, 1e6), failures: rounded, ...(to === undefined ? {} : { plan: to }) };
}

/** A call made for three queries is a third of a call of each. */
const roundedCalls = (calls: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(calls).map(([id, n]) => [id, round(n, 1e4)]));

/** Its own and those that are nobody's: the run's. */
function warningsFor(query: number, { warnings, queries }: RunSummary): string[] {
  const own = new Set(queries.find(({ id }) => id === query)?.warnings);
  const others = new Set(queries.flatMap((other) => (other.id === query ? [] : other.warnings)));
  return warnings.filter((warning) => own.has(warning) || !others.has(warning));
}

function resultTrack({ query: _, meanScore, ...track }: TrackSummary, maskIndex?: (id: number) => number | undefined) {
  const index = maskIndex?.(track.id);
  return { ...track, meanScore: round(meanScore, 1e4), ...(index === undefined ? {} : { maskIndex: index }) };
}

function round(x: number, per: number): number {
  return Math.round(x * per) / per;
}
