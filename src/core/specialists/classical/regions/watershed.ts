/** Buffers of the watershed for one picture size, reused from frame to frame. */
export class Watershed {
  readonly width: number;
  readonly height: number;
  /** Leaf of each pixel after `run`, 0..count-1. */
  readonly labels: Int32Array;
  readonly #level: Uint8Array;
  readonly #next: Int32Array;
  readonly #queue: Int32Array;
  readonly #head = new Int32Array(256);
  readonly #tail = new Int32Array(256);

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    const size = width * height;
    this.labels = new Int32Array(size);
    this.#level = new Uint8Array(size);
    this.#next = new Int32Array(size);
    this.#queue = new Int32Array(size);
  }

  /**
   * Floods `strength` (0..1) from the flat 8-connected minima of floor(strength / depth): Vincent & Soille 1991 in
   * the queue form of Meyer, 256 levels, first in first out within a level, no dividing lines. Returns the number
   * of leaves; every pixel gets one.
   */
  run(strength: Float32Array, depth: number): number {
    const { count, pixels } = this.#findMinima(strength, depth);
    this.#quantise(strength, 255.999);
    this.#seedQueues(pixels);
    this.#flood();
    return count;
  }

  #quantise(strength: Float32Array, scale: number): void {
    const level = this.#level;
    for (let i = 0; i < strength.length; i++) level[i] = strength[i]! * scale;
  }

  /** Labels the minima from 0 and everything else -1; their pixels are the first `pixels` of the queue. */
  #findMinima(strength: Float32Array, depth: number): { count: number; pixels: number } {
    this.#quantise(strength, 1 / depth);
    const { labels } = this;
    labels.fill(unseen);
    let count = 0;
    let pixels = 0;
    for (let i = 0; i < labels.length; i++) {
      if (labels[i] !== unseen) continue;
      const taken = this.#takeFlatZone(i, count, pixels);
      if (taken === pixels) continue;
      pixels = taken;
      count++;
    }
    return { count, pixels };
  }

  /**
   * Walks the flat zone of `start`. If no neighbour lies lower it keeps `label` and its pixels stay in the queue
   * from `base` to the returned end; else it becomes slope and `base` is returned.
   */
  #takeFlatZone(start: number, label: number, base: number): number {
    const { width, height, labels } = this;
    const level = this.#level;
    const queue = this.#queue;
    const height0 = level[start]!;
    let isMinimum = true;
    let end = base;
    queue[end++] = start;
    labels[start] = label;
    for (let at = base; at < end; at++) {
      const i = queue[at]!;
      const x = i % width;
      const top = i >= width ? -width : 0;
      const bottom = i < width * (height - 1) ? width : 0;
      const left = x > 0 ? -1 : 0;
      const right = x < width - 1 ? 1 : 0;
      for (let dy = top; dy <= bottom; dy += width) {
        for (let dx = left; dx <= right; dx++) {
          const j = i + dy + dx;
          if (level[j]! < height0) isMinimum = false;
          else if (level[j] === height0 && labels[j] === unseen) {
            labels[j] = label;
            queue[end++] = j;
          }
        }
      }
    }
    if (isMinimum) return end;
    for (let at = base; at < end; at++) labels[queue[at]!] = slope;
    return base;
  }

  #seedQueues(pixels: number): void {
    this.#head.fill(-1);
    const { width } = this;
    for (let at = 0; at < pixels; at++) {
      const i = this.#queue[at]!;
      const x = i % width;
      this.#spread(i, x, (i - x) / width, 0);
    }
  }

  #flood(): void {
    const { width } = this;
    for (let level = 0; level < 256; level++) {
      for (let i = this.#head[level]!; i >= 0; i = this.#next[i]!) {
        const x = i % width;
        this.#spread(i, x, (i - x) / width, level);
      }
    }
  }

  #spread(i: number, x: number, y: number, level: number): void {
    const label = this.labels[i]!;
    if (x > 0) this.#reach(i - 1, label, level);
    if (x < this.width - 1) this.#reach(i + 1, label, level);
    if (y > 0) this.#reach(i - this.width, label, level);
    if (y < this.height - 1) this.#reach(i + this.width, label, level);
  }

  #reach(i: number, label: number, level: number): void {
    if (this.labels[i]! >= 0) return;
    this.labels[i] = label;
    const own = this.#level[i]!;
    const at = Math.max(own, level);
    if (this.#head[at]! < 0) this.#head[at] = i;
    else this.#next[this.#tail[at]!] = i;
    this.#tail[at] = i;
    this.#next[i] = -1;
  }
}

const unseen = -2;
const slope = -1;
