import { settings } from './settings.ts';
import { codes, type Timeline } from './timeline.ts';

/** A stretch in which a condition was true, gaps and bursts below 0.2 s removed. */
export interface TrueRun {
  readonly from: number;
  /** First frame in which it was not true any more; now, while it lasts. */
  to: number;
  /** It lasts until now. */
  open: boolean;
}

export type EdgeKind = 'begins' | 'ends';

const limit = settings.edgeSeconds - 1e-6;

/** The runs of truth, oldest first, those shorter than 0.2 s left out. */
export const trueRuns = (line: Timeline): TrueRun[] => allRuns(line).filter(isLong);

/** It is no burst: 0.2 s long so far. */
const isLong = ({ from, to }: TrueRun): boolean => to - from >= limit;

/** The run that lasts until now; undefined when it is not true now, or not for 0.2 s yet. */
export function openRun(line: Timeline): TrueRun | undefined {
  let i = line.length - 1;
  if (line.newest !== codes.yes) return undefined;
  let { from, last: to } = line.segment(i);
  while (--i >= 0) {
    const before = line.segment(i);
    if (before.code === codes.yes && from - before.end < limit) from = before.from;
    else if (from - before.from >= limit) break;
  }
  const run = { from, to, open: true };
  return isLong(run) ? run : undefined;
}

/** The runs of truth with gaps below 0.2 s removed, bursts too. */
function allRuns(line: Timeline): TrueRun[] {
  const runs: TrueRun[] = [];
  for (let i = 0; i < line.length; i++) {
    const { code, from, end } = line.segment(i);
    if (code !== codes.yes) continue;
    const open = i === line.length - 1;
    const previous = runs[runs.length - 1];
    if (previous === undefined || from - previous.to >= limit) runs.push({ from, to: end, open });
    else Object.assign(previous, { to: end, open });
  }
  return runs;
}

/**
 * Times of the edges, oldest first, each certain for good: 0.2 s have passed since, both sides are known. The first one
 * that was folded away is among them.
 */
export function edgesOf(line: Timeline, kind: EdgeKind, now: number): number[] {
  const runs = trueRuns(line);
  const first = kind === 'begins' ? line.folded?.firstBegin : line.folded?.firstEnd;
  const edges: number[] = first === undefined || first === null ? [] : [first];
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    const before = runs[i - 1]?.to ?? Number.NEGATIVE_INFINITY;
    const after = runs[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (kind === 'begins' && wasFalse(line, before, run.from)) edges.push(run.from);
    if (kind === 'ends' && !run.open && now - run.to >= limit && wasFalse(line, run.to, after)) edges.push(run.to);
  }
  return edges;
}

/** Edges of a line stay as they are until its version changes: the newest segment has lasted for 0.2 s. */
export const areEdgesSettled = (line: Timeline, now: number): boolean =>
  line.length === 0 || now - line.segment(line.length - 1).from >= limit;

/** How many edges were folded away, the first one (which is kept) left out. */
export function foldedEdges({ folded }: Timeline, kind: EdgeKind): number {
  if (folded === undefined) return 0;
  return Math.max(0, (kind === 'begins' ? folded.begins : folded.ends) - 1);
}

/** It was false at some frame from `from` on and before `to`. */
function wasFalse(line: Timeline, from: number, to: number): boolean {
  if (from === Number.NEGATIVE_INFINITY && line.folded?.known === codes.no) return true;
  for (let i = Math.max(0, line.placeAt(from)); i < line.length; i++) {
    const segment = line.segment(i);
    if (segment.from >= to) return false;
    if (segment.code === codes.no && segment.last >= from) return true;
  }
  return false;
}
