import { Vector3 } from 'three';
import { atan2 } from '../exact-maths.ts';
import { ballAround } from './bounding-ball.ts';
import type { Placement } from './contract.ts';
import { fillTriangles } from './fill-triangles.ts';
import type { FrameChanges } from './frame-changes.ts';
import { type FrameGeometry, scaleOf } from './frame-geometry.ts';
import { LayeredBuffers } from './layered-buffers.ts';
import { pixelProjection, throughMatrix } from './pixel-projection.ts';
import type { PixelVertices } from './pixel-vertices.ts';
import { Stillness } from './stillness.ts';
import { TileSet, tileSide } from './tile-set.ts';
import { noWindow } from './window.ts';
import { ZBuffer } from './z-buffer.ts';

const size = 1024;
/** The sun's rays come from so many radii away: nearly parallel, and the same rasteriser draws both. */
const distance = 40;
const discTaps = 16;
const disc = spiral(discTaps);

/** What the sun sees, and how much of it a point sees: soft shadows whose edge widens with the distance of what casts it. */
export class ShadowMap {
  /** The whole map is another one than for the picture before. */
  anew = true;
  /** Parts of the map whose shadows fall otherwise than in the picture before. */
  readonly changed = new TileSet(size, size);
  /** Place of the point last looked up in the map: index of its tile in `changed`; -1 outside. */
  tile = -1;
  readonly #map = new LayeredBuffers(() => [new ZBuffer(size, size)]);
  readonly #stillness = new Stillness();
  readonly #rows = new Float64Array(12);
  #light: Float64Array = new Float64Array(12);
  #toSun: readonly number[] = [0, 1, 0];
  #texel = 1;
  #softness = 0;
  #search = 1;

  /** From the places at the first sample's time, as those of what receives the shadows. */
  update(geometry: FrameGeometry, changes: FrameChanges, vertices: PixelVertices): void {
    this.anew = this.#aim(geometry) || changes.scene;
    const old = changes.placements.map((i) => this.#map.windows[i]!);
    this.#stillness.update(geometry.placements.length, this.anew, changes.placements, () => false);
    this.#map.update(this.#stillness, (index, buffers) => {
      const { placement, matrices } = geometry.placements[index]!;
      const { mesh, castsShadow = true } = placement;
      if (!castsShadow) return noWindow;
      vertices.project(mesh.positions, throughMatrix(this.#light, matrices[0]!, this.#rows));
      fillTriangles(buffers, vertices, mesh.indices, 1, 0);
      return vertices.window(size, size);
    });
    this.changed.clear();
    const margin = Math.ceil(this.#search) + 2;
    for (const window of old) this.changed.add(window, margin);
    for (const i of changes.placements) this.changed.add(this.#map.windows[i]!, margin);
  }

  /** Points the map at what is to have shadows; true where that is not as it was. */
  #aim({ lights, placements }: FrameGeometry): boolean {
    const { center, radius } = lights.shadows ?? ballAroundThings(placements.map(({ placement }) => placement));
    const { direction, softness } = lights.sun;
    const toSun = direction.clone().normalize();
    const position = toSun
      .clone()
      .multiplyScalar(radius * distance)
      .add(center);
    const fovY = (2 * atan2(1, distance) * 180) / Math.PI;
    const light = pixelProjection({ position, target: center, fovY }, size, size);
    const same = softness === this.#softness && light.every((value, i) => value === this.#light[i]);
    this.#light = light;
    this.#toSun = toSun.toArray();
    this.#texel = (2 * radius) / size;
    this.#softness = softness;
    this.#search = Math.max(2, (softness * size) / 4);
    return !same;
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
    this.tile = -1;
    if (!(u > 2 && u < size - 2 && v > 2 && v < size - 2)) return 1;
    this.tile = Math.floor(v / tileSide) * this.changed.columns + Math.floor(u / tileSide);
    const key = (1 / w) * (1 + (0.5 * this.#texel) / w);
    const { nearness } = this.#map.shown[0]!;
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
