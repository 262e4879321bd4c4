import type { Window } from './window.ts';

/** Nearest surface of each pixel, sampled at one point of it. */
export class ZBuffer {
  /** 1 / metres ahead; 0 where nothing is. */
  readonly nearness: Float32Array;
  /** As given to `fillTriangles`; 0 where nothing is. */
  readonly ids: Uint32Array;
  readonly width: number;
  readonly height: number;
  /** Where in the pixel the sample is. */
  readonly sampleX: number;
  readonly sampleY: number;

  constructor(width: number, height: number, sampleX = 0.5, sampleY = 0.5) {
    this.sampleX = sampleX;
    this.sampleY = sampleY;
    this.width = width;
    this.height = height;
    this.nearness = new Float32Array(width * height);
    this.ids = new Uint32Array(width * height);
  }

  /** Takes over what another buffer of this size holds there. */
  copyFrom({ nearness, ids }: ZBuffer, { left, top, right, bottom }: Window): void {
    for (let y = top; y < bottom; y++)
      for (let i = y * this.width + left; i < y * this.width + right; i++) {
        this.nearness[i] = nearness[i]!;
        this.ids[i] = ids[i]!;
      }
  }

  clear({ left, top, right, bottom }: Window = this.all()): void {
    for (let y = top; y < bottom; y++) {
      this.nearness.fill(0, y * this.width + left, y * this.width + right);
      this.ids.fill(0, y * this.width + left, y * this.width + right);
    }
  }

  all(): Window {
    return { left: 0, top: 0, right: this.width, bottom: this.height };
  }
}
