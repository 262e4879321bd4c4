import { maskToBitmap } from './bitmap.ts';
import type { Ring } from './fill-rings.ts';
import type { Mask } from './mask.ts';
import { cropMask } from './place.ts';

/** One closed outline of a mask along pixel edges, in whole pixels of the frame. */
export interface Contour {
  /** Corners only. Clockwise on the screen for an outer outline, the other way round for a hole. */
  readonly points: Ring;
  readonly isHole: boolean;
}

/**
 * The outlines of a mask along its pixel edges, so that `maskFromRings` of them gives the mask again.
 * Pixels that touch at a corner only get outlines of their own (4 neighbours).
 */
export function maskContours(mask: Mask): Contour[] {
  if (mask.isEmpty) return [];
  const [left, top, w, h] = mask.bbox;
  // One row and column of zeros around, so that looking beside a pixel needs no check.
  const picture = maskToBitmap(cropMask(mask, [left - 1, top - 1, w + 2, h + 2]));
  const stride = w + 2;
  const tracer = new EdgeTracer(picture, stride);
  const contours: Contour[] = [];
  for (let at = stride; at < picture.length; at++) {
    if (picture[at] === 1 && picture[at - stride] === 0 && !tracer.passed(at)) {
      contours.push(tracer.trace(at, left - 1, top - 1));
    }
  }
  return contours;
}

/** Walks along pixel edges with the set pixels on its right. Directions: 0 right, 1 down, 2 left, 3 up. */
class EdgeTracer {
  #picture: Uint8Array;
  #stride: number;
  /** 1 for each pixel whose upper edge has been walked; every outline has such an edge. */
  #passed: Uint8Array;
  #steps: readonly number[];
  /** From a corner's lower right pixel to the one ahead on the right, and ahead on the left. */
  #aheadRight: readonly number[];
  #aheadLeft: readonly number[];

  constructor(picture: Uint8Array, stride: number) {
    this.#picture = picture;
    this.#stride = stride;
    this.#passed = new Uint8Array(picture.length);
    this.#steps = [1, stride, -1, -stride];
    this.#aheadRight = [0, -1, -stride - 1, -stride];
    this.#aheadLeft = [-stride, 0, -1, -stride - 1];
  }

  passed(at: number): boolean {
    return this.#passed[at] === 1;
  }

  /** The outline through the upper left corner of pixel `start`. A corner is named by its lower right pixel. */
  trace(start: number, left: number, top: number): Contour {
    const points: [number, number][] = [];
    let corner = start;
    let direction = 0;
    let doubleArea = 0;
    do {
      const x = corner % this.#stride;
      points.push([left + x, top + (corner - x) / this.#stride]);
      const from = corner;
      corner = this.#straight(corner, direction);
      if (direction === 0) doubleArea -= (corner - from) * ((from - x) / this.#stride);
      else if (direction === 2) doubleArea += (from - corner) * ((from - x) / this.#stride);
      direction =
        this.#picture[corner + this.#aheadRight[direction]!] === 0 ? (direction + 1) & 3 : (direction + 3) & 3;
    } while (corner !== start || direction !== 0);
    return { points, isHole: doubleArea < 0 };
  }

  /** Goes on until the outline turns. */
  #straight(from: number, direction: number): number {
    const right = this.#aheadRight[direction]!;
    const ahead = this.#aheadLeft[direction]!;
    let corner = from;
    do {
      if (direction === 0) this.#passed[corner] = 1;
      corner += this.#steps[direction]!;
    } while (this.#picture[corner + right] === 1 && this.#picture[corner + ahead] === 0);
    return corner;
  }
}
