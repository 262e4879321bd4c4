import { boxIntersection } from '../../base/geometry.ts';
import type { Mask } from '../../masks/mask.ts';
import { maskIou } from '../../masks/mask-iou.ts';

/** Least IoU of a track's mask and a true one that counts as the same thing. */
const leastIou = 0.5;

/** Finds out which true thing each track is: the one that its mask agrees with in most frames. */
export class TrackVotes {
  readonly #votes = new Map<number, Map<number, number>>();

  /** Takes the masks of one frame. */
  add(tracks: readonly { id: number; mask: Mask }[], truth: readonly { id: number; mask: Mask }[]): void {
    for (const { id, mask } of tracks) {
      const thing = mask.isEmpty ? undefined : bestMatch(mask, truth);
      if (thing === undefined) continue;
      const votes = this.#votes.get(id) ?? new Map<number, number>();
      this.#votes.set(id, votes);
      votes.set(thing, (votes.get(thing) ?? 0) + 1);
    }
  }

  /** True id of a track; undefined for one that never was any true thing. */
  thingOf(track: number): number | undefined {
    const votes = [...(this.#votes.get(track) ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return votes[0]?.[0];
  }

  /** Number of tracks that were different true things in different frames. */
  get mixedTracks(): number {
    return [...this.#votes.values()].filter((votes) => votes.size > 1).length;
  }
}

function bestMatch(mask: Mask, truth: readonly { id: number; mask: Mask }[]): number | undefined {
  let best: number | undefined;
  let most = leastIou;
  for (const thing of truth) {
    if (thing.mask.isEmpty || boxIntersection(mask.bbox, thing.mask.bbox) === null) continue;
    const iou = maskIou(mask, thing.mask);
    if (iou < most) continue;
    most = iou;
    best = thing.id;
  }
  return best;
}
