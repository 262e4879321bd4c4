import { isNear, overlapArea, restShare } from './contact.ts';
import { hullOverlap } from './hull.ts';
import type { PlacedShape } from './placed-shape.ts';

/** "In contact" allows so many empty pixels between two masks. */
export const contactGap = 2;

/** What the pixels say of two shapes that are close. */
export interface PairGeometry {
  /** At most 2 px apart. */
  readonly near: boolean;
  /** Common pixels. */
  readonly overlap: number;
  /** Share of the first one's lower edge that has the second right beneath it, and the reverse. */
  readonly rests: number;
  readonly carries: number;
  /** Pixels of the first one inside the convex hull of the second, and the reverse. */
  readonly inHull: number;
  readonly hullHolds: number;
}

interface Remembered {
  readonly versionA: number;
  readonly versionB: number;
  readonly dx: number;
  readonly dy: number;
  readonly geometry: PairGeometry;
  frame: number;
}

/** Computes the geometry of pairs and remembers it until one of them changes its shape or its place to the other. */
export class PairGeometries {
  readonly #known = new Map<number, Remembered>();
  #frame = 0;

  /** Forgets pairs that were not asked for since the last call. */
  nextFrame(): void {
    for (const [key, pair] of this.#known) if (pair.frame !== this.#frame) this.#known.delete(key);
    this.#frame++;
  }

  get size(): number {
    return this.#known.size;
  }

  /** @param key unique for the ordered pair */
  of(key: number, a: PlacedShape, b: PlacedShape): PairGeometry {
    const dx = b.dx - a.dx;
    const dy = b.dy - a.dy;
    const known = this.#known.get(key);
    if (known && known.versionA === a.version && known.versionB === b.version && known.dx === dx && known.dy === dy) {
      known.frame = this.#frame;
      return known.geometry;
    }
    const geometry = measure(a, b);
    const pair = { versionA: a.version, versionB: b.version, dx, dy, geometry, frame: this.#frame };
    this.#known.set(key, pair);
    return geometry;
  }
}

function measure(a: PlacedShape, b: PlacedShape): PairGeometry {
  const near = isNear(a, b, contactGap);
  return {
    near,
    overlap: overlapArea(a, b),
    rests: near ? restShare(a, b, contactGap) : 0,
    carries: near ? restShare(b, a, contactGap) : 0,
    inHull: hullOverlap(a, b),
    hullHolds: hullOverlap(b, a),
  };
}
