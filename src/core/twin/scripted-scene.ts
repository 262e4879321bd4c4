import type { SizeHw } from '../base/geometry.ts';
import { maskFromBitmap } from '../masks/bitmap.ts';
import type { Appearance, Color, DepthValue, Detection } from '../specialists/contract.ts';
import { basicColors } from '../specialists/contract.ts';
import type { SeenFrame } from './seen-frame.ts';

/** A flat thing of a scripted scene, for tests and benchmarks: exact masks without any specialist. */
export interface DrawnThing {
  readonly shape: 'disk' | 'box' | 'frame' | 'bowl';
  /** Centre, px. */
  readonly at: readonly [x: number, y: number];
  /** Width and height, px. */
  readonly size: readonly [w: number, h: number];
  readonly color: Color;
  readonly depth?: number;
  readonly label?: string;
  readonly score?: number;
  readonly concepts?: Readonly<Record<string, number>>;
  readonly partOf?: number;
  readonly stuff?: number;
}

/** Draws things back to front and gives what a perfect specialist would see; fully covered ones are left out. */
export function seeThings(
  things: readonly DrawnThing[],
  size: SizeHw,
  when: { index: number; time: number },
): SeenFrame & { readonly shown: readonly number[] } {
  const [h, w] = size;
  const owner = new Uint8Array(h * w);
  things.forEach((thing, i) => {
    paint(thing, owner, size, i + 1);
  });
  const masks = things.map((_, i) =>
    maskFromBitmap(
      owner.map((o) => (o === i + 1 ? 1 : 0)),
      size,
    ),
  );
  const shown = things.map((_, i) => i).filter((i) => !masks[i]!.isEmpty);
  const detections = shown.map((i): Detection => detectionOf(things[i]!, masks[i]!, shown));
  const appearance = shown.map((i) => lookOf(things[i]!));
  const depth = shown.map((i) => depthOf(things[i]!));
  return { ...when, detections, appearance, depth, shown };
}

/** The depth of the nearest thing at each pixel, m, row by row; 20 m where there is none. */
export function depthMapOf(things: readonly DrawnThing[], size: SizeHw): NonNullable<SeenFrame['depthMap']> {
  const [h, w] = size;
  const data = new Float32Array(h * w).fill(20);
  const { detections, shown } = seeThings(things, size, { index: 0, time: 0 });
  detections!.forEach(({ mask }, i) => {
    let at = 0;
    mask.runs.forEach((run, k) => {
      for (let p = at; p < at + run && k % 2 === 1; p++)
        data[(p % h) * w + Math.floor(p / h)] = things[shown[i]!]!.depth!;
      at += run;
    });
  });
  return { width: w, height: h, data };
}

function paint({ shape, at: [cx, cy], size: [tw, th] }: DrawnThing, owner: Uint8Array, [h, w]: SizeHw, id: number) {
  for (let y = Math.max(0, Math.floor(cy - th / 2)); y < Math.min(h, cy + th / 2); y++) {
    for (let x = Math.max(0, Math.floor(cx - tw / 2)); x < Math.min(w, cx + tw / 2); x++) {
      const u = (2 * (x + 0.5 - cx)) / tw;
      const v = (2 * (y + 0.5 - cy)) / th;
      if (covers[shape](u, v)) owner[y * w + x] = id;
    }
  }
}

/** By place in the box, both from -1 to 1. */
const covers: Record<DrawnThing['shape'], (u: number, v: number) => boolean> = {
  disk: (u, v) => u * u + v * v <= 1,
  box: (u, v) => Math.abs(u) <= 1 && Math.abs(v) <= 1,
  frame: (u, v) => Math.max(Math.abs(u), Math.abs(v)) > 0.8,
  bowl: (u, v) => Math.abs(u) > 0.8 || v > 0.7,
};

function detectionOf(thing: DrawnThing, mask: Detection['mask'], shown: readonly number[]): Detection {
  const whole = thing.partOf === undefined ? -1 : shown.indexOf(thing.partOf);
  return {
    mask,
    score: thing.score ?? 1,
    ...(thing.concepts && { concepts: thing.concepts }),
    ...(thing.label === undefined ? {} : { labels: [[thing.label, 1]] }),
    ...(whole < 0 ? {} : { partOf: whole }),
    ...(thing.stuff === undefined ? {} : { stuff: thing.stuff }),
  };
}

/** One dimension a colour, so that different colours are orthogonal. */
function lookOf({ color, shape, size }: DrawnThing): Appearance {
  const vector = new Float32Array(basicColors.length);
  vector[basicColors.indexOf(color)] = 1;
  const shapes: Appearance['shapes'] = shape === 'disk' ? { round: 1 } : { rectangular: 1 };
  return { colors: [[color, 1]], brightness: 0.5, shapes, textures: { plain: 1 }, vector, length: Math.max(...size) };
}

const depthOf = ({ depth }: DrawnThing): DepthValue | null =>
  depth === undefined ? null : { value: depth, confidence: 1, unit: 'm' };
