import { intersectionArea } from '../../masks/overlap.ts';
import type { FollowedScene, FollowedThing } from './followed-scene.ts';

/** Two things one of which covered the other for a while; both can be seen well right before and right after. */
export interface OcclusionEpisode {
  readonly a: number;
  readonly b: number;
  /** Last frame in which both were clear before. */
  readonly before: number;
  /** First frame in which both were clear after. */
  readonly after: number;
  /** Most that was covered of either, share of its outline. */
  readonly covered: number;
}

/** Outlines that share less than this of the smaller are clear of each other. */
const clear = 0.02;
/** Of a clear thing this much can be seen. */
const leastVisible = 0.7;
/** An episode in which less than this was covered is none. */
const leastCovered = 0.1;

/** All episodes of a scene in which the outlines of two wholes overlap and part again. */
export function occlusionEpisodes(scene: FollowedScene, frames: number): OcclusionEpisode[] {
  const found: OcclusionEpisode[] = [];
  const open = new Map<string, { before: number; covered: number }>();
  for (let index = 0; index < frames; index++) {
    const things = wholes(scene, index);
    for (let i = 0; i < things.length; i++) {
      for (let j = i + 1; j < things.length; j++) {
        const [a, b] = [things[i]!, things[j]!];
        const key = `${a.id} ${b.id}`;
        const share = overlapOf(a, b);
        const isClear = share < clear && a.visible >= leastVisible && b.visible >= leastVisible;
        const known = open.get(key);
        if (isClear && known !== undefined && known.covered >= leastCovered) {
          found.push({ a: a.id, b: b.id, before: known.before, after: index, covered: known.covered });
        }
        if (isClear) open.set(key, { before: index, covered: 0 });
        else if (known !== undefined) known.covered = Math.max(known.covered, share);
      }
    }
    forget(open, new Set(things.map(({ id }) => id)));
  }
  return found;
}

function wholes(scene: FollowedScene, index: number): FollowedThing[] {
  return scene.truth(index).objects.filter(({ partOf }) => partOf === undefined);
}

function overlapOf(a: FollowedThing, b: FollowedThing): number {
  const [ax, ay, aw, ah] = a.amodal.bbox;
  const [bx, by, bw, bh] = b.amodal.bbox;
  if (ax >= bx + bw || bx >= ax + aw || ay >= by + bh || by >= ay + ah) return 0;
  return intersectionArea(a.amodal, b.amodal) / Math.max(1, Math.min(a.amodal.area, b.amodal.area));
}

/** A thing that is not in the picture has no episode any more. */
function forget(open: Map<string, unknown>, present: ReadonlySet<number>): void {
  for (const key of open.keys()) {
    const [a, b] = key.split(' ').map(Number);
    if (!present.has(a!) || !present.has(b!)) open.delete(key);
  }
}
