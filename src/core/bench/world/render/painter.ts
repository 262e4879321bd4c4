import type { DrawOptions, ViewState } from './contract.ts';
import { fillTriangles } from './fill-triangles.ts';
import { FrameGeometry } from './frame-geometry.ts';
import { LightBuffer } from './light-buffer.ts';
import { PixelVertices } from './pixel-vertices.ts';
import { samples } from './samples.ts';
import { addSensorNoise } from './sensor-noise.ts';
import { Shader } from './shader.ts';
import { ShadowMap } from './shadow-map.ts';
import { Sky } from './sky.ts';
import { encoded } from './srgb.ts';
import { SurfaceReader } from './surface-reader.ts';
import { ZBuffer } from './z-buffer.ts';

/**
 * Draws pictures. Four samples a pixel, each at its own place and at its own time within the shutter, give smooth edges and
 * motion blur at once; surfaces are shaded once a pixel.
 */
export class Painter {
  readonly #width: number;
  readonly #height: number;
  readonly #buffers: readonly ZBuffer[];
  readonly #vertices = new PixelVertices();
  readonly #reader = new SurfaceReader();
  readonly #shadows = new ShadowMap();
  readonly #light: LightBuffer;
  readonly #levels: Float32Array;
  readonly #vignette: Float32Array;
  /** Sum of the samples of one pixel. */
  readonly #sum = new Float64Array(3);

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#buffers = samples.map(({ x, y }) => {
      const buffer = new ZBuffer(width, height);
      [buffer.sampleX, buffer.sampleY] = [x, y];
      return buffer;
    });
    this.#light = new LightBuffer(width, height);
    this.#levels = new Float32Array(width * height * 3);
    this.#vignette = vignette(width, height);
  }

  draw(view: ViewState, next: ViewState | undefined, { frame, noise = 1.2 }: DrawOptions, out: Uint8Array): void {
    const geometry = new FrameGeometry(view, next, this.#width, this.#height);
    this.#rasterise(geometry);
    this.#shadows.draw(view, geometry, this.#vertices);
    this.#light.gather(this.#buffers[0]!, geometry, this.#reader, this.#shadows);
    const sky = new Sky(view.lights, view.camera, this.#width, this.#height);
    const shader = new Shader(view, geometry, this.#reader, this.#light, sky, this.#height);
    this.#resolve(geometry, shader, sky);
    addSensorNoise(this.#levels, out, this.#width * 3, noise, frame);
  }

  #rasterise({ placements }: FrameGeometry): void {
    for (const buffer of this.#buffers) buffer.clear();
    const each = this.#buffers.map((buffer) => [buffer]);
    for (const { placement, rows, still, firstId } of placements) {
      const { positions, indices } = placement.mesh;
      for (let k = 0; k < (still ? 1 : each.length); k++) {
        this.#vertices.project(positions, rows[k]!);
        fillTriangles(still ? this.#buffers : each[k]!, this.#vertices, indices, firstId, 1);
      }
    }
  }

  #resolve(geometry: FrameGeometry, shader: Shader, sky: Sky): void {
    const [a, b, c, d] = this.#buffers.map(({ ids }) => ids) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
    const fast = fastIds(geometry);
    const { surface } = geometry;
    const levels = this.#levels;
    const sum = this.#sum;
    let i = 0;
    for (let y = 0; y < this.#height; y++)
      for (let x = 0; x < this.#width; x++, i++) {
        sum[0] = 0;
        sum[1] = 0;
        sum[2] = 0;
        const id = a[i]!;
        const own = surface[id]!;
        if (own === surface[b[i]!] && own === surface[c[i]!] && own === surface[d[i]!] && fast[id] === 0)
          this.#add(shader, sky, id, 4, x, y, 4);
        else this.#addSamples(shader, sky, i, x, y, fast, surface);
        const light = this.#vignette[i]! / 4;
        levels[3 * i] = encoded(sum[0]! * light);
        levels[3 * i + 1] = encoded(sum[1]! * light);
        levels[3 * i + 2] = encoded(sum[2]! * light);
      }
  }

  /** A pixel whose samples differ: each surface once, at its first sample; fast ones sample by sample. */
  #addSamples(shader: Shader, sky: Sky, i: number, x: number, y: number, fast: Uint8Array, surface: Uint32Array): void {
    let done = 0;
    for (let k = 0; k < 4; k++) {
      if (done & (1 << k)) continue;
      const id = this.#buffers[k]!.ids[i]!;
      let count = 1;
      if (fast[id] === 0)
        for (let j = k + 1; j < 4; j++)
          if (surface[this.#buffers[j]!.ids[i]!] === surface[id]) {
            count++;
            done |= 1 << j;
          }
      this.#add(shader, sky, id, k, x, y, count);
    }
  }

  /** Adds what `count` samples show. */
  #add(shader: Shader, sky: Sky, id: number, k: number, x: number, y: number, count: number): void {
    const sum = this.#sum;
    if (id === 0) {
      sky.at(x, y);
      sum[0]! += count * toned(sky.r);
      sum[1]! += count * toned(sky.g);
      sum[2]! += count * toned(sky.b);
      return;
    }
    shader.shade(id, k, x, y);
    sum[0]! += count * toned(shader.r);
    sum[1]! += count * toned(shader.g);
    sum[2]! += count * toned(shader.b);
  }
}

/** 1 for the triangles of fast placements. */
function fastIds({ placements, owner }: FrameGeometry): Uint8Array {
  const fast = new Uint8Array(owner.length);
  for (const p of placements) if (p.fast) fast.fill(1, p.firstId, p.firstId + p.placement.mesh.indices.length / 3);
  return fast;
}

/** Straight up to 0.7, then bent towards 1, so that bright things keep their colour. */
function toned(x: number): number {
  if (x <= 0.7) return x < 0 ? 0 : x;
  const over = (x - 0.7) / 0.3;
  return 0.7 + (0.3 * over) / (1 + over);
}

/** A lens gives its corners a little less light. */
function vignette(width: number, height: number): Float32Array {
  const square = (width * width + height * height) / 4;
  return Float32Array.from({ length: width * height }, (_, i) => {
    const dx = (i % width) + 0.5 - width / 2;
    const dy = Math.floor(i / width) + 0.5 - height / 2;
    return 1 - (0.14 * (dx * dx + dy * dy)) / square;
  });
}
