import { diskReach, type Mask } from '../../masks/index.ts';
import { type BitWindow, windowOf } from './bit-window.ts';
import { BoundaryBits } from './boundary-bits.ts';

/** Boundary pixels of two masks, and how many of each lie within a disk around one of the other. */
export interface BoundaryMatch {
  readonly truth: number;
  readonly guess: number;
  readonly truthNear: number;
  readonly guessNear: number;
}

// Nothing here waits, so all pairs of masks can share this memory.
const truth = new BoundaryBits();
const guess = new BoundaryBits();

/**
 * Compares the boundaries of two masks of one size: exactly what `boundaryMap` and `dilateMask` give, but 32 pixels at a
 * time and without dilating what no boundary of the other mask could meet.
 * @param radius of the disk, px
 * @throws InputError for a radius below 0
 */
export function matchBoundaries(gt: Mask, pred: Mask, radius: number): BoundaryMatch {
  if (gt.isEmpty && pred.isEmpty) return { truth: 0, guess: 0, truthNear: 0, guessNear: 0 };
  const reach = diskReach(radius);
  const window = windowOf(gt, pred, reach.length - 1);
  truth.read(gt, window);
  guess.read(pred, window);
  const match = {
    truth: truth.area,
    guess: guess.area,
    truthNear: truth.area - farFrom(guess, truth, reach, window),
    guessNear: guess.area - farFrom(truth, guess, reach, window),
  };
  truth.trim();
  guess.trim();
  return match;
}

/** Boundary pixels of `boundary` without one of `other` in the disk; uses up the list of one and the bits of the other. */
function farFrom(other: BoundaryBits, boundary: BoundaryBits, reach: Int32Array, window: BitWindow): number {
  // The disk's columns from its rim inwards grow longer, so one plane of bits can be lengthened for each in turn.
  for (let dx = Math.min(window.margin, reach.length - 1); dx >= 0 && boundary.used > 0; dx--) {
    other.grow(Math.min(reach[dx]!, 32 * window.words), window);
    boundary.cross(other.bits, dx * window.stride);
  }
  return boundary.listedPixels();
}
