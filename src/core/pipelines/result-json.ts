import { encodeRle } from '../masks/index.ts';
import type { SourceInfo } from '../media/contract.ts';
import type { Plan } from '../plan/contract.ts';
import type { FrameAnswer, QueryAnswer, RunSummary, TrackSummary } from './answer.ts';

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

interface ResultExtras {
  readonly maskIndex?: ((id: number) => number | undefined) | undefined;
  readonly scores?: object | undefined;
}

/**
 * The text of result.json around its frames: `head + frames joined by "," + tail`, so that a long run is written as it
 * goes. Holds nothing that differs from run to run (no times of day, no durations).
 *
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
  const head = {
    query: plan.query,
    source: { path, width, height, fps, frames: summary.usage.frames },
    plan: rest,
    ...(program === undefined ? {} : { program }),
  };
  const tracks = summary.tracks.filter((track) => track.query === query).map((track) => resultTrack(track, maskIndex));
  const tail = {
    tracks,
    usage: summary.usage,
    warnings: summary.warnings,
    ...(scores === undefined ? {} : { scores }),
  };
  return {
    head: `${JSON.stringify(head, null, 1).slice(0, -2)},\n "frames": [\n`,
    tail: `\n ],\n${JSON.stringify(tail, null, 1).slice(2)}\n`,
  };
}

function resultTrack({ query: _, meanScore, ...track }: TrackSummary, maskIndex?: (id: number) => number | undefined) {
  const index = maskIndex?.(track.id);
  return { ...track, meanScore: round(meanScore, 1e4), ...(index === undefined ? {} : { maskIndex: index }) };
}

function round(x: number, per: number): number {
  return Math.round(x * per) / per;
}
