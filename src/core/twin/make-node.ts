import type { SizeHw } from '../base/geometry.ts';
import { Mask } from '../masks/mask.ts';
import type { Node } from './scene-graph.ts';
import type { TrackState } from './track-state.ts';

/** The track as it is in this frame, as plain data. */
export function makeNode(track: TrackState, time: number, size: SizeHw): Node {
  const hidden = track.status === 'occluded';
  const shape = track.visible < 1 || hidden ? track.extent : track.seen;
  return {
    id: track.id,
    mask: hidden ? emptyMask(size) : track.seen.mask(size),
    score: track.score,
    stuff: track.stuff,
    concepts: track.concepts,
    ...(track.partOf === undefined ? {} : { partOf: track.partOf }),
    attr: {
      vis: { vector: track.vector, words: track.words },
      spa: {
        box: shape.box,
        centroid: shape.centroid,
        area: shape.area,
        ...(track.length === undefined ? {} : { length: track.length }),
        depth: track.depth,
        visible: hidden ? 0 : track.visible,
      },
      temp: {
        status: track.status,
        velocity: track.path.velocity,
        moving: track.moving,
        firstSeen: track.firstSeen,
        lastSeen: track.lastSeen,
        age: time - track.firstSeen,
        ...(track.identity < 1 ? { identity: track.identity } : {}),
      },
    },
  };
}

const emptyMask = ([h, w]: SizeHw): Mask => new Mask([h, w], Uint32Array.of(h * w));
