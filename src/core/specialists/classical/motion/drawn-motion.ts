import { seededRandom } from '../../../base/random.ts';
import { maskFromBitmap } from '../../../masks/bitmap.ts';
import type { Mask } from '../../../masks/mask.ts';
import { Frame } from '../../../media/frame.ts';

/** Gray value 0..255 at a place of a plane that has no edges: exact at fractions of a pixel. */
export type Texture = (x: number, y: number) => number;

/** Random waves of 8 to 80 px about a mean gray. */
export function waves(seed: number, mean: number, amplitude: number, count = 10): Texture {
  const random = seededRandom(seed);
  const terms = Array.from({ length: count }, () => {
    const length = 8 * 10 ** random.next();
    const angle = random.between(0, Math.PI);
    const k = (2 * Math.PI) / length;
    return { kx: k * Math.cos(angle), ky: k * Math.sin(angle), phase: random.between(0, 7) };
  });
  const scale = amplitude * Math.sqrt(2 / count);
  return (x, y) => terms.reduce((sum, t) => sum + scale * Math.sin(t.kx * x + t.ky * y + t.phase), mean);
}

export const flat =
  (gray: number): Texture =>
  () =>
    gray;

/** A disc whose texture travels and grows with it. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Size against the frame in which the texture was laid on it. */
  readonly scale?: number;
  readonly texture: Texture;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly background: Texture;
  /** Where the camera's upper left corner is. */
  readonly pan?: readonly [x: number, y: number];
  readonly discs: readonly Disc[];
  /** Standard deviation of the sensor's noise, gray levels. */
  readonly noise?: number;
  readonly seed?: number;
}

/** Draws the scene, edges blended over one pixel, later discs on top. */
export function drawScene(scene: Scene, index = 0): Frame {
  const { width, height, pan = [0, 0], noise = 2 } = scene;
  const random = seededRandom((scene.seed ?? 1) + 7919 * index);
  const data = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let gray = scene.background(x + 0.5 + pan[0], y + 0.5 + pan[1]);
      for (const disc of scene.discs) gray += coverage(disc, x, y) * (valueOn(disc, x, y) - gray);
      data.fill(
        Math.max(0, Math.min(255, Math.round(gray + noise * random.normal()))),
        3 * (y * width + x),
        3 * (y * width + x) + 3,
      );
    }
  }
  return new Frame({ width, height, index, time: index / 25, data });
}

/** The exact mask of a disc that nothing hides. */
export function discMask({ width, height }: Scene, disc: Disc): Mask {
  const bitmap = Uint8Array.from({ length: width * height }, (_, i) =>
    coverage(disc, i % width, Math.floor(i / width)) > 0.5 ? 1 : 0,
  );
  return maskFromBitmap(bitmap, [height, width]);
}

function coverage(disc: Disc, x: number, y: number): number {
  return Math.max(0, Math.min(1, disc.radius + 0.5 - Math.hypot(x + 0.5 - disc.x, y + 0.5 - disc.y)));
}

function valueOn({ x: cx, y: cy, scale = 1, texture }: Disc, x: number, y: number): number {
  return texture((x + 0.5 - cx) / scale, (y + 0.5 - cy) / scale);
}
