import type { Mask } from '../../../masks/mask.ts';
import type { RegionPrompt } from '../../contract.ts';

interface Sight {
  /** Depth and extent (square root of area, px) when the track was first seen whole. */
  readonly depth: number;
  readonly extent: number;
}

/** Frames for which a track that is not asked for is remembered. */
const memoryFrames = 300;

/** Depth of a track from its size: things do not grow, so what looks larger than at first has come nearer. */
export class SizeChange {
  readonly #first = new Map<number, Sight & { seen: number }>();
  #frame = 0;

  /** Call once a frame, before its regions. */
  nextFrame(): void {
    this.#frame++;
    for (const [track, { seen }] of this.#first) if (this.#frame - seen > memoryFrames) this.#first.delete(track);
  }

  /** Depth 0..1, null where there is no earlier sight or the picture's edge cuts the region. */
  depthOf({ mask, track }: RegionPrompt, contact: number): number | null {
    if (track === undefined || touchesEdge(mask)) return null;
    const extent = Math.sqrt(mask.area);
    const first = this.#first.get(track);
    this.#first.set(track, { ...(first ?? { depth: contact, extent }), seen: this.#frame });
    return first === undefined ? null : Math.min(1, (first.depth * first.extent) / extent);
  }

  clear(): void {
    this.#first.clear();
  }
}

function touchesEdge({ bbox: [x, y, w, h], width, height }: Mask): boolean {
  return x < 2 || y < 2 || x + w > width - 2 || y + h > height - 2;
}
