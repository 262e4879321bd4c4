import type { Box } from '../../../base/geometry.ts';
import { near } from './pixel-projection.ts';
import type { PixelVertices } from './pixel-vertices.ts';

/** Smallest box around projected triangles, cut at the near plane. */
export class ProjectedBounds {
  #left = Infinity;
  #right = -Infinity;
  #top = Infinity;
  #bottom = -Infinity;

  add(vertices: PixelVertices, indices: Uint32Array): void {
    if (vertices.behind) return;
    if (vertices.left > -Infinity) {
      this.#point(vertices.left, vertices.top);
      this.#point(vertices.right, vertices.bottom);
      return;
    }
    for (let t = 0; t < indices.length; t++) this.#edge(vertices, indices[t]!, indices[t % 3 === 2 ? t - 2 : t + 1]!);
  }

  box(): Box | undefined {
    if (this.#left > this.#right) return undefined;
    return [this.#left, this.#top, this.#right - this.#left, this.#bottom - this.#top];
  }

  /** The start of the edge and the point where it crosses the near plane. */
  #edge({ x, y, w }: PixelVertices, from: number, to: number): void {
    if (w[from]! >= near) this.#point(x[from]! / w[from]!, y[from]! / w[from]!);
    if (w[from]! >= near === w[to]! >= near) return;
    const t = (near - w[from]!) / (w[to]! - w[from]!);
    this.#point((x[from]! + t * (x[to]! - x[from]!)) / near, (y[from]! + t * (y[to]! - y[from]!)) / near);
  }

  #point(x: number, y: number): void {
    this.#left = Math.min(this.#left, x);
    this.#right = Math.max(this.#right, x);
    this.#top = Math.min(this.#top, y);
    this.#bottom = Math.max(this.#bottom, y);
  }
}
