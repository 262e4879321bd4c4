import type { Box, Point } from '../../../base/geometry.ts';
import { maskFromLabels } from '../../../masks/labels.ts';
import type { Mask } from '../../../masks/mask.ts';
import type { Layers, ViewState } from '../render/contract.ts';
import type { Rasteriser } from '../render/rasteriser.ts';

/** Visible pixels of one thing. */
export interface Seen {
  readonly area: number;
  /** Sums of the pixels' centres. */
  readonly sumX: number;
  readonly sumY: number;
  readonly box: Box;
}

const nothing: Seen = { area: 0, sumX: 0, sumY: 0, box: [0, 0, 0, 0] };

/** Area, centroid and box of what is visible of every thing, in one pass; by id. */
export function seenOf({ things }: Layers, width: number): Map<number, Seen> {
  const tallies = new Map<number, Tally>();
  let last = 0;
  let tally: Tally | undefined;
  for (let at = 0, x = 0, y = 0; at < things.length; at++) {
    const id = things[at]!;
    if (id !== 0) {
      if (id !== last) {
        tally = tallies.get(id) ?? new Tally();
        tallies.set(id, tally);
        last = id;
      }
      tally!.add(x, y);
    }
    if (++x === width) {
      x = 0;
      y++;
    }
  }
  return new Map([...tallies].map(([id, one]) => [id, one.seen()]));
}

class Tally {
  #area = 0;
  #sumX = 0;
  #sumY = 0;
  #left = Number.POSITIVE_INFINITY;
  #right = -1;
  #top = Number.POSITIVE_INFINITY;
  #bottom = -1;

  add(x: number, y: number): void {
    this.#area++;
    this.#sumX += x + 0.5;
    this.#sumY += y + 0.5;
    if (x < this.#left) this.#left = x;
    if (x > this.#right) this.#right = x;
    if (y < this.#top) this.#top = y;
    this.#bottom = y;
  }

  seen(): Seen {
    if (this.#area === 0) return nothing;
    const box: Box = [this.#left, this.#top, this.#right + 1 - this.#left, this.#bottom + 1 - this.#top];
    return { area: this.#area, sumX: this.#sumX, sumY: this.#sumY, box };
  }
}

/** The whole outline of a thing inside the picture, as if nothing stood before it. */
export interface Outline {
  readonly area: number;
  readonly centroid: Point;
  readonly box: Box;
  /** Who covers how many of its pixels, largest first; 0 is scenery. */
  readonly covers: readonly { readonly id: number; readonly area: number }[];
  /** undefined: nothing covers it, its outline is what is visible. */
  readonly mask: Mask | undefined;
}

/** Draws a thing alone where something may stand before it, and again only when it or the camera has moved. */
export class Outlines {
  readonly #rasteriser: Rasteriser;
  readonly #kept = new Map<number, { key: string; mask: Mask; sum: Seen }>();

  constructor(rasteriser: Rasteriser) {
    this.#rasteriser = rasteriser;
  }

  /** @param key changes with the place of the thing, its joints and the camera */
  of(view: ViewState, layers: Layers, id: number, key: string, seen: Seen = nothing): Outline {
    const bounds = this.#rasteriser.bounds(view, id);
    if (bounds === undefined) return outlineOf(nothing, [], undefined);
    if (seen.area > 0 && this.#isFree(layers, id, bounds)) return outlineOf(seen, [], undefined);
    const { mask, sum } = this.#alone(view, id, key);
    return outlineOf(sum, coversOf(layers, this.#rasteriser.width, mask, id), mask);
  }

  #alone(view: ViewState, id: number, key: string) {
    const known = this.#kept.get(id);
    if (known?.key === key) return known;
    const { width, height } = this.#rasteriser;
    const alone = this.#rasteriser.alone(view, id);
    const mask = maskFromLabels(alone, [height, width], 1);
    const sum = sumOf(mask);
    const fresh = { key, mask, sum };
    this.#kept.set(id, fresh);
    return fresh;
  }

  /** Nothing in its box is nearer than its farthest visible pixel. */
  #isFree({ things, depth }: Layers, id: number, [x, y, w, h]: Box): boolean {
    const { width, height } = this.#rasteriser;
    const [left, right] = [Math.max(0, Math.floor(x) - 1), Math.min(width, Math.ceil(x + w) + 1)];
    const [top, bottom] = [Math.max(0, Math.floor(y) - 1), Math.min(height, Math.ceil(y + h) + 1)];
    let farthest = 0;
    let nearest = Number.POSITIVE_INFINITY;
    for (let row = top; row < bottom; row++) {
      for (let at = row * width + left; at < row * width + right; at++) {
        const d = depth[at]!;
        if (things[at] === id) farthest = d > farthest ? d : farthest;
        else nearest = d < nearest ? d : nearest;
      }
    }
    return nearest > farthest;
  }
}

function outlineOf({ area, sumX, sumY, box }: Seen, covers: Outline['covers'], mask: Mask | undefined): Outline {
  return { area, centroid: area === 0 ? [0, 0] : [sumX / area, sumY / area], box, covers, mask };
}

function sumOf(mask: Mask): Seen {
  let [sumX, sumY] = [0, 0];
  eachRun(mask, (x, y, length) => {
    sumX += (x + 0.5) * length;
    sumY += (y + length / 2) * length;
  });
  return { area: mask.area, sumX, sumY, box: mask.bbox };
}

function coversOf({ things }: Layers, width: number, mask: Mask, self: number): Outline['covers'] {
  const counts = new Map<number, number>();
  eachRun(mask, (x, y, length) => {
    for (let row = y; row < y + length; row++) {
      const id = things[row * width + x]!;
      if (id !== self) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  });
  return [...counts].map(([id, area]) => ({ id, area })).sort((a, b) => b.area - a.area || a.id - b.id);
}

/** Vertical runs of set pixels. */
function eachRun({ runs, height }: Mask, visit: (x: number, y: number, length: number) => void): void {
  let at = 0;
  for (let i = 0; i < runs.length; i++) {
    const end = at + runs[i]!;
    while (i % 2 === 1 && at < end) {
      const x = Math.floor(at / height);
      const length = Math.min(end, (x + 1) * height) - at;
      visit(x, at - x * height, length);
      at += length;
    }
    at = end;
  }
}
