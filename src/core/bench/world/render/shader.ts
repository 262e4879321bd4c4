import type { Rgb } from '../models/contract.ts';
import type { ViewState } from './contract.ts';
import type { FrameGeometry } from './frame-geometry.ts';
import type { LightBuffer } from './light-buffer.ts';
import { type Coat, coatOf, linear } from './paint-bucket.ts';
import { PatternSampler } from './pattern-sampler.ts';
import { focalLength } from './pixel-projection.ts';
import type { Sky } from './sky.ts';
import { type SurfaceReader, scaleOf } from './surface-reader.ts';

/** Linear colour of what a sample shows: sun, ambient light, highlight and the sky's mirror image. */
export class Shader {
  r = 0;
  g = 0;
  b = 0;
  readonly #geometry: FrameGeometry;
  readonly #reader: SurfaceReader;
  readonly #light: LightBuffer;
  readonly #sky: Sky;
  readonly #pattern = new PatternSampler();
  readonly #coats: readonly Coat[];
  readonly #scales: readonly number[];
  readonly #cameras: readonly Float64Array[];
  readonly #toSun: readonly [number, number, number];
  readonly #sun: Rgb;
  readonly #above: Rgb;
  readonly #below: Rgb;
  readonly #pixel: number;

  constructor(
    view: ViewState,
    geometry: FrameGeometry,
    reader: SurfaceReader,
    light: LightBuffer,
    sky: Sky,
    height: number,
  ) {
    const { sun, ambient } = view.lights;
    this.#geometry = geometry;
    this.#reader = reader;
    this.#light = light;
    this.#sky = sky;
    this.#coats = geometry.placements.map(({ placement }) => coatOf(placement.material));
    this.#scales = geometry.placements.map(({ placement }) => scaleOf(placement.matrix));
    this.#cameras = geometry.cameras.map(({ position }) => Float64Array.from(position.toArray()));
    const toSun = sun.direction.clone().normalize();
    this.#toSun = [toSun.x, toSun.y, toSun.z];
    this.#sun = linear(sun.color, (sun.strength ?? 1) * (view.exposure ?? 1));
    this.#above = linear(ambient.sky, (ambient.strength ?? 1) * (view.exposure ?? 1));
    this.#below = linear(ambient.ground, (ambient.strength ?? 1) * (view.exposure ?? 1));
    this.#pixel = 1 / focalLength(view.camera, height);
  }

  /** Sets r, g, b for triangle `id` as seen by sample `k` at a point of the picture. */
  shade(id: number, k: number, column: number, line: number): void {
    const index = this.#geometry.owner[id]!;
    const { placement, rows, matrices, firstId } = this.#geometry.placements[index]!;
    const coat = this.#coats[index]!;
    const scale = this.#scales[index]!;
    const reader = this.#reader;
    reader.open(placement.mesh, 3 * (id - firstId), rows[k]!);
    reader.at(column, line);
    const m = matrices[k]!.elements;
    const nx = (m[0]! * reader.nx + m[4]! * reader.ny + m[8]! * reader.nz) / scale;
    const ny = (m[1]! * reader.nx + m[5]! * reader.ny + m[9]! * reader.nz) / scale;
    const nz = (m[2]! * reader.nx + m[6]! * reader.ny + m[10]! * reader.nz) / scale;
    const eye = this.#cameras[k]!;
    let vx = eye[0]! - (m[0]! * reader.x + m[4]! * reader.y + m[8]! * reader.z + m[12]!);
    let vy = eye[1]! - (m[1]! * reader.x + m[5]! * reader.y + m[9]! * reader.z + m[13]!);
    let vz = eye[2]! - (m[2]! * reader.x + m[6]! * reader.y + m[10]! * reader.z + m[14]!);
    const far = Math.sqrt(vx * vx + vy * vy + vz * vz);
    vx /= far;
    vy /= far;
    vz /= far;
    const facing = Math.max(0.02, nx * vx + ny * vy + nz * vz);

    let [r, g, b] = coat.color;
    if (coat.pattern !== undefined) {
      this.#look(coat, (reader.depth * this.#pixel) / scale / Math.max(0.12, facing));
      const { amount, tint } = this.#pattern;
      r = (r + amount * (coat.second[0] - r)) * tint;
      g = (g + amount * (coat.second[1] - g)) * tint;
      b = (b + amount * (coat.second[2] - b)) * tint;
    }

    const light = this.#light;
    light.at(column, line, 1 / reader.depth, reader.slopeX, reader.slopeY);
    const [lx, ly, lz] = this.#toSun;
    const toward = nx * lx + ny * ly + nz * lz;
    const direct = toward > 0 ? toward * light.sun : 0;
    const up = 0.5 + 0.5 * ny;
    const open = light.open;
    const [sun, above, below] = [this.#sun, this.#above, this.#below];
    const glow = coat.glow;
    this.r = r * (sun[0] * direct + (below[0] + up * (above[0] - below[0])) * open + glow);
    this.g = g * (sun[1] * direct + (below[1] + up * (above[1] - below[1])) * open + glow);
    this.b = b * (sun[2] * direct + (below[2] + up * (above[2] - below[2])) * open + glow);
    if (coat.gloss > 0.005) this.#addGloss(coat, direct > 0 ? light.sun : 0, facing, nx, ny, nz, vx, vy, vz, open);
  }

  #look({ pattern }: Coat, blur: number): void {
    const { kind, scale, uv = false, turned = false } = pattern!;
    const reader = this.#reader;
    let u = reader.u;
    let v = reader.v;
    if (!uv) {
      const [ax, ay, az] = [Math.abs(reader.nx), Math.abs(reader.ny), Math.abs(reader.nz)];
      if (ay >= ax && ay >= az) [u, v] = [reader.x, reader.z];
      else if (ax >= az) [u, v] = [reader.z, reader.y];
      else [u, v] = [reader.x, reader.y];
    }
    const width = (uv ? blur * reader.uvScale : blur) / scale;
    if (turned) this.#pattern.sample(kind, v / scale, u / scale, width);
    else this.#pattern.sample(kind, u / scale, v / scale, width);
  }

  /** Blinn's highlight and the sky's mirror image, stronger at a flat angle (Schlick 1994). */
  #addGloss(
    coat: Coat,
    lit: number,
    facing: number,
    nx: number,
    ny: number,
    nz: number,
    vx: number,
    vy: number,
    vz: number,
    open: number,
  ): void {
    const flat = 1 - facing;
    const square = flat * flat;
    const fresnel = (0.04 + 0.96 * square * square * flat) * coat.gloss;
    this.#sky.gradient(2 * facing * ny - vy);
    const down = 2 * facing * ny - vy < 0;
    const mirror = fresnel * open;
    this.r += mirror * (down ? this.#below[0] * 0.5 : this.#sky.r);
    this.g += mirror * (down ? this.#below[1] * 0.5 : this.#sky.g);
    this.b += mirror * (down ? this.#below[2] * 0.5 : this.#sky.b);
    if (lit <= 0) return;
    const [lx, ly, lz] = this.#toSun;
    const [hx, hy, hz] = [lx + vx, ly + vy, lz + vz];
    let shine = (nx * hx + ny * hy + nz * hz) / Math.sqrt(hx * hx + hy * hy + hz * hz);
    if (shine <= 0) return;
    for (let i = 0; i < coat.squarings; i++) shine *= shine;
    shine *= lit * coat.gloss * 0.75;
    this.r += shine * this.#sun[0];
    this.g += shine * this.#sun[1];
    this.b += shine * this.#sun[2];
  }
}
