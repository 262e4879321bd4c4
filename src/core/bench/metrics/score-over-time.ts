import { bootstrapInterval } from './bootstrap-interval.ts';

/** Scores of one sample over its frames, in rising order of frame. */
export type ScoreSeries = readonly { readonly frame: number; readonly score: number }[];

/** Mean score at one moment of the clips. */
export interface TimePoint {
  /** 0 at the first scored frame of each clip, 1 at its last. */
  readonly time: number;
  readonly mean: number;
  /** 95 % bootstrap interval over clusters. */
  readonly low: number;
  readonly high: number;
}

/**
 * Mean score by normalised time of the clip: each series is interpolated linearly at the same `points` moments between
 * its first and its last frame, then averaged. Series of one frame have no course and are left out.
 * @param clusters series of the same picture or video together (`bootstrapInterval`)
 * @param points at least 2
 * @returns empty where no series has two frames
 */
export function scoreOverTime(clusters: readonly (readonly ScoreSeries[])[], points = 21): TimePoint[] {
  const times = Array.from({ length: points }, (_, i) => i / (points - 1));
  const courses = clusters
    .map((cluster) => cluster.filter((series) => series.length > 1).map((series) => resampled(series, times)))
    .filter((cluster) => cluster.length > 0);
  if (courses.length === 0) return [];
  return times.map((time, i) => {
    const values = courses.map((cluster) => cluster.map((course) => course[i]!));
    const flat = values.flat();
    return { time, mean: flat.reduce((sum, value) => sum + value, 0) / flat.length, ...bootstrapInterval(values) };
  });
}

function resampled(series: ScoreSeries, times: readonly number[]): number[] {
  const [first, last] = [series[0]!.frame, series[series.length - 1]!.frame];
  let at = 0;
  return times.map((time) => {
    const frame = first + time * (last - first);
    while (at < series.length - 2 && series[at + 1]!.frame <= frame) at++;
    const [before, after] = [series[at]!, series[at + 1]!];
    const share = Math.min(1, (frame - before.frame) / (after.frame - before.frame));
    return before.score + share * (after.score - before.score);
  });
}
