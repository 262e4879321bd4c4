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

/** The runs of truth, oldest first; one that is shorter than 0.2 s so far is not certain yet and left out. */
export function trueRuns(line: Timeline): TrueRun[] {
  const runs: TrueRun[] = [];
  for (let i = 0; i < line.length; i++) {
    const { code, from, end } = line.segment(i);
    if (code !== codes.yes) continue;
    const open = i === line.length - 1;
    const previous = runs[runs.length - 1];
    if (previous === undefined || from - previous.to >= limit) runs.push({ from, to: end, open });
    else Object.assign(previous, { to: end, open });
  }
  return runs.filter(({ from, to }) => to - from >= limit);
}

/** Times of the edges, oldest first, each certain: 0.2 s have passed since. Both sides of an edge must be known. */
export function edgesOf(line: Timeline, kind: EdgeKind, now: number): number[] {
  const runs = trueRuns(line);
  const first = kind === 'begins' ? line.folded?.firstBegin : line.folded?.firstEnd;
  const edges: number[] = first === undefined || first === null ? [] : [first];
  for (const [i, run] of runs.entries()) {
    const before = runs[i - 1]?.to ?? Number.NEGATIVE_INFINITY;
    const after = runs[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (kind === 'begins' && wasFalse(line, before, run.from)) edges.push(run.from);
    if (kind === 'ends' && !run.open && now - run.to >= limit && wasFalse(line, run.to, after)) edges.push(run.to);
  }
  return edges;
}

/** How many edges were folded away, the first one (which is kept) left out. */
export function foldedEdges({ folded }: Timeline, kind: EdgeKind): number {
  if (folded === undefined) return 0;
  return Math.max(0, (kind === 'begins' ? folded.begins : folded.ends) - 1);
}

/** It was false at some frame from `from` on and before `to`. */
function wasFalse(line: Timeline, from: number, to: number): boolean {
  if (from === Number.NEGATIVE_INFINITY && line.folded?.known === codes.no) return true;
  for (let i = 0; i < line.length; i++) {
    const segment = line.segment(i);
    if (segment.code === codes.no && segment.from < to && segment.last >= from) return true;
  }
  return false;
}
