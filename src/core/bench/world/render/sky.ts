import type { Rgb } from '../models/contract.ts';
import type { CameraPose, LightRig } from './contract.ts';
import { valueNoise } from './noise-grid.ts';
import { linear } from './paint-bucket.ts';
import { cameraAxes, focalLength } from './pixel-projection.ts';

/** What is seen where there is no surface: a gradient with clouds. */
export class Sky {
  r = 0;
  g = 0;
  b = 0;
  readonly horizon: Rgb;
  readonly zenith: Rgb;
  readonly #clouds: number;
  readonly #axes: Float64Array;
  readonly #focal: number;
  readonly #center: readonly [number, number];

  constructor({ ambient, backdrop }: LightRig, camera: CameraPose, width: number, height: number) {
    this.horizon = linear(backdrop?.horizon ?? ambient.sky, backdrop ? 1 : 0.9);
    this.zenith = linear(backdrop?.zenith ?? ambient.sky, backdrop ? 1 : 0.7);
    this.#clouds = backdrop?.clouds ?? 0;
    this.#axes = Float64Array.from(cameraAxes(camera).flatMap((axis) => axis.toArray()));
    this.#focal = focalLength(camera, height);
    this.#center = [width / 2, height / 2];
  }

  /** Sets r, g, b for the middle of a pixel. */
  at(pixelX: number, pixelY: number): void {
    const column = pixelX + 0.5;
    const line = pixelY + 0.5;
    const a = this.#axes;
    const u = (column - this.#center[0]) / this.#focal;
    const v = (this.#center[1] - line) / this.#focal;
    const x = u * a[0]! + v * a[3]! + a[6]!;
    const y = u * a[1]! + v * a[4]! + a[7]!;
    const z = u * a[2]! + v * a[5]! + a[8]!;
    const up = y / Math.sqrt(x * x + y * y + z * z);
    this.gradient(up);
    if (this.#clouds <= 0 || up <= 0.02) return;
    const cx = (x / y) * 0.9;
    const cz = (z / y) * 0.9;
    const puff = valueNoise(cx, cz) + 0.5 * valueNoise(2.3 * cx, 2.3 * cz) + 0.28 * valueNoise(5.1 * cx, 5.1 * cz);
    const cover = Math.min(1, Math.max(0, (puff + this.#clouds - 0.55) * 1.4)) * Math.min(1, up * 5) * 0.85;
    this.r += cover * (0.9 - this.r);
    this.g += cover * (0.91 - this.g);
    this.b += cover * (0.93 - this.b);
  }

  /** Sets r, g, b for a sine of elevation, without clouds. */
  gradient(up: number): void {
    const t = up <= 0 ? 0 : up >= 0.7 ? 1 : (up / 0.7) * (2 - up / 0.7);
    this.r = this.horizon[0] + t * (this.zenith[0] - this.horizon[0]);
    this.g = this.horizon[1] + t * (this.zenith[1] - this.horizon[1]);
    this.b = this.horizon[2] + t * (this.zenith[2] - this.horizon[2]);
  }
}
