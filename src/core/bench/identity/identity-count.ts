import type { Mask } from '../../masks/mask.ts';
import { maskIou } from '../../masks/mask-iou.ts';
import type { SceneGraph } from '../../twin/scene-graph.ts';
import type { FollowedScene } from './followed-scene.ts';
import { type OcclusionEpisode, occlusionEpisodes } from './occlusions.ts';

/** How well identities were kept in a scene, or in several added up. */
export interface IdentityCount {
  /** Occlusion episodes. */
  readonly crossings: number;
  /** Things in them that had a track before. */
  readonly followed: number;
  /** Followed things that have another track, or none, after it. */
  readonly switches: number;
  /** Things in them that had none. */
  readonly unseen: number;
}

/** Frames before and after an episode that are looked at: a mask may come with the next key frame only. */
const grace = 6;
const leastIou = 0.5;

/**
 * Counts identity switches: the track that dominates a true thing (greatest IoU of the seen masks, at least 0.5) is
 * another one, or none, within six frames after an occlusion episode than in the six frames before it.
 * @param graphs the twin's graph of each frame
 */
export function countSwitches(scene: FollowedScene, graphs: readonly SceneGraph[]): IdentityCount {
  const episodes = occlusionEpisodes(scene, graphs.length);
  const tracks = new TrackOfThing(scene, graphs);
  let followed = 0;
  let switches = 0;
  let unseen = 0;
  for (const episode of episodes) {
    for (const thing of [episode.a, episode.b]) {
      const outcome = outcomeOf(tracks, thing, episode);
      if (outcome === null) unseen++;
      else followed++;
      if (outcome === 'switched') switches++;
    }
  }
  return { crossings: episodes.length, followed, switches, unseen };
}

/** Adds up. */
export const sumCounts = (counts: readonly IdentityCount[]): IdentityCount => ({
  crossings: counts.reduce((n, c) => n + c.crossings, 0),
  followed: counts.reduce((n, c) => n + c.followed, 0),
  switches: counts.reduce((n, c) => n + c.switches, 0),
  unseen: counts.reduce((n, c) => n + c.unseen, 0),
});

function outcomeOf(tracks: TrackOfThing, thing: number, { before, after }: OcclusionEpisode) {
  const old = tracks.first(thing, before, Math.max(0, before - grace));
  if (old === null) return null;
  return tracks.first(thing, after, after + grace, old) === old ? 'kept' : 'switched';
}

class TrackOfThing {
  readonly #scene: FollowedScene;
  readonly #graphs: readonly SceneGraph[];
  readonly #known = new Map<string, number | null>();

  constructor(scene: FollowedScene, graphs: readonly SceneGraph[]) {
    this.#scene = scene;
    this.#graphs = graphs;
  }

  /** The track in the first frame between both ends that has one; where one is wanted, in the first that has that. */
  first(thing: number, from: number, to: number, wanted?: number): number | null {
    const step = to < from ? -1 : 1;
    let found: number | null = null;
    for (let index = from; index !== to + step && index < this.#graphs.length; index += step) {
      const track = this.#at(thing, index);
      if (track !== null && (wanted === undefined || track === wanted)) return track;
      found ??= track;
    }
    return found;
  }

  #at(thing: number, index: number): number | null {
    const key = `${thing} ${index}`;
    let track = this.#known.get(key);
    if (track === undefined) {
      const mask = this.#scene.truth(index).objects.find(({ id }) => id === thing)?.mask;
      track = mask === undefined || mask.isEmpty ? null : dominating(mask, this.#graphs[index]!);
      this.#known.set(key, track);
    }
    return track;
  }
}

function dominating(mask: Mask, { nodes }: SceneGraph): number | null {
  let best: number | null = null;
  let most = leastIou;
  for (const node of nodes) {
    if (node.partOf !== undefined) continue;
    const iou = maskIou(mask, node.mask);
    if (iou >= most) {
      most = iou;
      best = node.id;
    }
  }
  return best;
}
