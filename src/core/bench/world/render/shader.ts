import type { ViewState } from './contract.ts';
import type { FrameGeometry } from './frame-geometry.ts';
import type { LightBuffer } from './light-buffer.ts';
import { type Coat, coatOf, linear } from './paint-bucket.ts';
import { PatternSampler } from './pattern-sampler.ts';
import { focalLength } from './pixel-projection.ts';
import type { Sky } from './sky.ts';
import type { SurfaceReader } from './surface-reader.ts';

/**
 * Linear colour of what a sample shows: sun, ambient light, highlight and the sky's mirror image. One long function on
 * purpose: numbers handed from function to function would be made anew for each pixel.
 */
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
  readonly #cameras: readonly Float64Array[];
  /** Direction to the sun, its colour, light from above, light from below. */
  readonly #rig: Float64Array;
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
    this.#cameras = geometry.cameras.map(({ position }) => Float64Array.from(position.toArray()));
    const toSun = sun.direction.clone().normalize();
    const exposure = view.exposure ?? 1;
    const bright = (ambient.strength ?? 1) * exposure;
    this.#rig = Float64Array.from([
      ...toSun.toArray(),
      ...linear(sun.color, (sun.strength ?? 1) * exposure),
      ...linear(ambient.sky, bright),
      ...linear(ambient.ground, bright),
    ]);
    this.#pixel = 1 / focalLength(view.camera, height);
  }

  /** Sets r, g, b for triangle `id` as seen by sample `k` of a pixel; k = 4: by its middle, at the first sample's time. */
  shade(id: number, k: number, pixelX: number, pixelY: number): void {
    const index = this.#geometry.owner[id]!;
    const { placement, rows, matrices, firstId, scale } = this.#geometry.placements[index]!;
    const coat = this.#coats[index]!;
    const reader = this.#reader;
    const time = k & 3;
    reader.open(placement.mesh, 3 * (id - firstId), rows[time]!);
    reader.at(pixelX, pixelY, k);
    const m = matrices[time]!.elements;
    const { x, y, z, nx: ox, ny: oy, nz: oz } = reader;
    const nx = (m[0]! * ox + m[4]! * oy + m[8]! * oz) / scale;
    const ny = (m[1]! * ox + m[5]! * oy + m[9]! * oz) / scale;
    const nz = (m[2]! * ox + m[6]! * oy + m[10]! * oz) / scale;
    const eye = this.#cameras[time]!;
    const tx = eye[0]! - (m[0]! * x + m[4]! * y + m[8]! * z + m[12]!);
    const ty = eye[1]! - (m[1]! * x + m[5]! * y + m[9]! * z + m[13]!);
    const tz = eye[2]! - (m[2]! * x + m[6]! * y + m[10]! * z + m[14]!);
    const nearby = 1 / Math.sqrt(tx * tx + ty * ty + tz * tz);
    const vx = tx * nearby;
    const vy = ty * nearby;
    const vz = tz * nearby;
    const slant = nx * vx + ny * vy + nz * vz;
    const facing = slant < 0.02 ? 0.02 : slant;

    const { color, second } = coat;
    let r = color[0]!;
    let g = color[1]!;
    let b = color[2]!;
    if (coat.look !== undefined) {
      const pattern = this.#pattern;
      pattern.blur = (reader.depth * this.#pixel) / scale / (facing < 0.12 ? 0.12 : facing);
      this.#place(coat);
      coat.look(pattern);
      const { amount, tint } = pattern;
      r = (r + amount * (second[0]! - r)) * tint;
      g = (g + amount * (second[1]! - g)) * tint;
      b = (b + amount * (second[2]! - b)) * tint;
    }

    const light = this.#light;
    light.at(reader);
    const rig = this.#rig;
    const lx = rig[0]!;
    const ly = rig[1]!;
    const lz = rig[2]!;
    const toward = nx * lx + ny * ly + nz * lz;
    const seen = toward > 0 ? light.sun : 0;
    const direct = toward * seen;
    const open = light.open;
    const above = (0.5 + 0.5 * ny) * open;
    const below = open - above;
    const glow = coat.glow;
    r *= rig[3]! * direct + rig[6]! * above + rig[9]! * below + glow;
    g *= rig[4]! * direct + rig[7]! * above + rig[10]! * below + glow;
    b *= rig[5]! * direct + rig[8]! * above + rig[11]! * below + glow;

    const { gloss } = coat;
    if (gloss > 0.05) {
      // The sky's mirror image, stronger at a flat angle (Schlick 1994).
      const flat = 1 - facing;
      const mirror = (0.04 + 0.96 * flat * flat * flat * flat * flat) * gloss * open;
      const sky = this.#sky;
      const up = 2 * facing * ny - vy;
      sky.gradient(up);
      const share = up <= -0.25 ? 0 : up >= 0.25 ? 1 : 2 * up + 0.5;
      r += mirror * (0.5 * rig[9]! * (1 - share) + sky.r * share);
      g += mirror * (0.5 * rig[10]! * (1 - share) + sky.g * share);
      b += mirror * (0.5 * rig[11]! * (1 - share) + sky.b * share);
      if (seen > 0) {
        const hx = lx + vx;
        const hy = ly + vy;
        const hz = lz + vz;
        let shine = (nx * hx + ny * hy + nz * hz) / Math.sqrt(hx * hx + hy * hy + hz * hz);
        if (shine > 0.5) {
          for (let i = 0; i < coat.squarings; i++) shine *= shine;
          shine *= seen * gloss * 0.75;
          r += shine * rig[3]!;
          g += shine * rig[4]!;
          b += shine * rig[5]!;
        }
      }
    }
    this.r = r;
    this.g = g;
    this.b = b;
  }

  /** Lays the pattern on by uv, or by the two axes that the surface runs along; `upright` ones always by height. */
  #place({ pattern }: Coat): void {
    const { scale, uv, turned, upright } = pattern!;
    const reader = this.#reader;
    const out = this.#pattern;
    let u = reader.u;
    let v = reader.v;
    if (uv) out.blur *= reader.uvScale;
    else {
      const ax = Math.abs(reader.nx);
      const ay = Math.abs(reader.ny);
      const az = Math.abs(reader.nz);
      const level = !upright && ay >= ax && ay >= az;
      u = !level && ax >= az ? reader.z : reader.x;
      v = level ? reader.z : reader.y;
    }
    out.blur = Math.max(1e-4, out.blur / scale);
    out.u = (turned ? v : u) / scale;
    out.v = (turned ? u : v) / scale;
    out.amount = 0;
    out.tint = 1;
  }
}
