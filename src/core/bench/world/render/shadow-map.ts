import { Vector3 } from 'three';
import { atan2 } from '../exact-maths.ts';
import { ballAround } from './bounding-ball.ts';
import type { Placement, ViewState } from './contract.ts';
import { fillTriangles } from './fill-triangles.ts';
import { type FrameGeometry, scaleOf } from './frame-geometry.ts';
import { pixelProjection, throughMatrix } from './pixel-projection.ts';
import type { PixelVertices } from './pixel-vertices.ts';
import { ZBuffer } from './z-buffer.ts';

const size = 1024;
/** The sun's rays come from so many radii away: nearly parallel, and the same rasteriser draws both. */
const distance = 40;
const discTaps = 16;
const disc = spiral(discTaps);

/** What the sun sees, and how much of it a point sees: soft shadows whose edge widens with the distance of what casts it. */
export class ShadowMap {
  readonly #buffer = new ZBuffer(size, size);
  readonly #rows = new Float64Array(12);
  #light: Float64Array = new Float64Array(12);
  #toSun: readonly number[] = [0, 1, 0];
  #texel = 1;
  #softness = 0;
  #search = 1;

  /** From the places at the first sample's time, as those of what receives the shadows. */
  draw(view: ViewState, { placements }: FrameGeometry, vertices: PixelVertices): void {
    const { center, radius } = view.lights.shadows ?? ballAroundThings(view.placements);
    const { direction, softness } = view.lights.sun;
    const position = direction
      .clone()
      .normalize()
      .multiplyScalar(radius * distance)
      .add(center);
    const fovY = (2 * atan2(1, distance) * 180) / Math.PI;
    this.#light = pixelProjection({ position, target: center, fovY }, size, size);
    this.#texel = (2 * radius) / size;
    this.#softness = softness;
    this.#search = Math.max(2, (softness * size) / 4);
    this.#buffer.clear();
    const target = [this.#buffer];
    for (const { placement, matrices } of placements) {
      const { mesh, castsShadow = true } = placement;
      if (!castsShadow) continue;
      vertices.project(mesh.positions, throughMatrix(this.#light, matrices[0]!, this.#rows));
      fillTriangles(target, vertices, mesh.indices, 1, 0);
    }
  }

  /** Metres that a point should be moved along its normal before it is looked up. */
  get offset(): number {
    return 1.6 * this.#texel;
  }

  /** Length of a vector towards the sun. */
  faces(x: number, y: number, z: number): number {
    return x * this.#toSun[0]! + y * this.#toSun[1]! + z * this.#toSun[2]!;
  }

  /** Share of the sun seen from a point of the world, 0..1; `turn` 0..15 turns the taps. */
  seen(point: Float64Array, turn: number): number {
    const l = this.#light;
    const x = point[0]!;
    const y = point[1]!;
    const z = point[2]!;
    const w = l[8]! * x + l[9]! * y + l[10]! * z + l[11]!;
    const u = (l[0]! * x + l[1]! * y + l[2]! * z + l[3]!) / w;
    const v = (l[4]! * x + l[5]! * y + l[6]! * z + l[7]!) / w;
    if (!(u > 2 && u < size - 2 && v > 2 && v < size - 2)) return 1;
    const key = (1 / w) * (1 + (0.5 * this.#texel) / w);
    const { nearness } = this.#buffer;
    const first = turn * discTaps;
    let sum = 0;
    let count = 0;
    for (let tap = first; tap < first + discTaps; tap += 2) {
      const there = nearness[tapAt(u, v, this.#search, tap)]!;
      if (there <= key) continue;
      sum += there;
      count++;
    }
    if (count === 0) return 1;
    const gap = w - count / sum;
    const radius = Math.min(this.#search, Math.max(1.1, (this.#softness * gap) / this.#texel));
    let hidden = 0;
    for (let tap = first; tap < first + discTaps; tap++) if (nearness[tapAt(u, v, radius, tap)]! > key) hidden++;
    return 1 - hidden / discTaps;
  }
}

function tapAt(u: number, v: number, radius: number, tap: number): number {
  const column = u + disc[2 * tap]! * radius;
  const line = v + disc[2 * tap + 1]! * radius;
  const x = column < 0 ? 0 : column >= size ? size - 1 : column | 0;
  const y = line < 0 ? 0 : line >= size ? size - 1 : line | 0;
  return y * size + x;
}

/** Sixteen turns of a golden spiral of points in the unit disc; made by multiplying by the golden angle's sine and cosine. */
function spiral(taps: number): Float64Array {
  const [gc, gs] = [-0.7373688780783197, 0.675490294261524];
  const [tc, ts] = [0.9238795325112867, 0.3826834323650898];
  const out = new Float64Array(2 * 16 * taps);
  let [c, s] = [1, 0];
  for (let turn = 0; turn < 16; turn++) {
    let [x, y] = [c, s];
    for (let tap = 0; tap < taps; tap++) {
      const r = Math.sqrt((tap + 0.5) / taps);
      out.set([x * r, y * r], 2 * (turn * taps + tap));
      [x, y] = [x * gc - y * gs, x * gs + y * gc];
    }
    [c, s] = [c * tc - s * ts, c * ts + s * tc];
  }
  return out;
}

function ballAroundThings(placements: readonly Placement[]): { center: Vector3; radius: number } {
  const balls = placements
    .filter(({ thing }) => thing > 0)
    .map(({ mesh, matrix }) => {
      const { center, radius } = ballAround(mesh);
      return { center: center.clone().applyMatrix4(matrix), radius: radius * scaleOf(matrix) };
    });
  if (balls.length === 0) return { center: new Vector3(), radius: 1 };
  const center = balls.reduce((sum, ball) => sum.add(ball.center), new Vector3()).divideScalar(balls.length);
  const radius = Math.max(...balls.map((ball) => ball.center.distanceTo(center) + ball.radius));
  return { center, radius: radius * 1.1 };
}
