/** Half-open range of pixels. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Nearest surface of each pixel, sampled at one point of it. */
export class ZBuffer {
  /** 1 / metres ahead; 0 where nothing is. */
  readonly nearness: Float32Array;
  /** As given to `fillTriangles`; 0 where nothing is. */
  readonly ids: Uint32Array;
  readonly width: number;
  readonly height: number;
  /** Where in the pixel the sample is. */
  sampleX = 0.5;
  sampleY = 0.5;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.nearness = new Float32Array(width * height);
    this.ids = new Uint32Array(width * height);
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
