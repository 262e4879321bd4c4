import { paintPart, paintShadow, type View } from './canvas.ts';
import { sensorNoise } from './grain.ts';
import type { SceneScript, Stage } from './script.ts';
import { pose } from './states.ts';
import { farToNear } from './truth.ts';

/** Draws frames of a stage: backdrop (painted once), shadows, things from far to near, noise of the sensor. */
export class Renderer {
  readonly #stage: Stage;
  readonly #view: View;
  readonly #backdrop: { rgb: Float32Array; width: number };
  readonly #noise: ReturnType<typeof sensorNoise>;
  readonly #rgb: Float32Array;

  constructor(script: SceneScript, stage: Stage, view: View, seed: number) {
    this.#stage = stage;
    this.#view = view;
    this.#backdrop = paintBackdrop(stage, view);
    this.#noise = sensorNoise(seed ^ 0x5eed, script.noise);
    this.#rgb = new Float32Array(view.width * view.height * 3);
  }

  /** Writes the frame's bytes into `out`. */
  draw(index: number, seconds: number, out: Uint8Array): void {
    const view = { ...this.#view, left: this.#view.left + this.#stage.camera(seconds) };
    this.#copyBackdrop(view);
    const poses = this.#stage.props.map((prop, i) => {
      const { place, scale, parts } = pose(this.#stage, prop, seconds);
      return { id: i + 1, depth: 1 / scale, shadow: prop.shadow, place, scale, parts };
    });
    for (const { shadow, place, scale } of poses) {
      if (shadow === undefined) continue;
      const [rx, lift] = [shadow * scale * (1 + place.lift / 300), Math.max(0, 1 - place.lift / 120)];
      const box = [place.x - rx * 0.9, place.ground - rx * 0.3, rx * 2.15, rx * 0.52] as const;
      paintShadow(this.#rgb, view, box, 0.62 * lift);
    }
    for (const { parts } of farToNear(poses)) for (const part of parts) paintPart(this.#rgb, view, part);
    this.#noise(this.#rgb, out, view.width * 3, index);
  }

  /** The camera's window of the wide backdrop, interpolated between columns so that a slow pan does not jerk. */
  #copyBackdrop(view: View): void {
    const from = (view.left - this.#view.left - this.#stage.reach[0]) * view.unit;
    const column = Math.floor(from);
    const share = from - column;
    const { rgb, width } = this.#backdrop;
    for (let y = 0; y < view.height; y++) {
      const at = (y * width + column) * 3;
      const row = this.#rgb.subarray(y * view.width * 3, (y + 1) * view.width * 3);
      if (share === 0) row.set(rgb.subarray(at, at + row.length));
      else for (let i = 0; i < row.length; i++) row[i] = rgb[at + i]! * (1 - share) + rgb[at + i + 3]! * share;
    }
  }
}

function paintBackdrop({ backdrop, reach }: Stage, view: View) {
  const left = view.left + reach[0];
  const width = view.width + Math.ceil((reach[1] - reach[0] - 640) * view.unit) + 2;
  const rgb = new Float32Array(width * view.height * 3);
  const color = new Float32Array(3);
  for (let y = 0, at = 0; y < view.height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      backdrop((x + 0.5) / view.unit + left, (y + 0.5) / view.unit, color);
      rgb.set(color, at);
    }
  }
  return { rgb, width };
}
