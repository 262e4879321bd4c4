import { describe, expect, it } from 'vitest';
import type { SizeHw } from '../base/geometry.ts';
import { type Random, seededRandom } from '../base/random.ts';
import { maskFromBitmap, maskToBitmap } from '../masks/bitmap.ts';
import type { Mask } from '../masks/mask.ts';
import type { Appearance, Detection } from '../specialists/contract.ts';
import type { SceneGraph } from './scene-graph.ts';
import { type DrawnThing, seeThings } from './scripted-scene.ts';
import type { SeenFrame } from './seen-frame.ts';
import { Twin } from './twin.ts';

const size: SizeHw = [120, 200];
const stream = { width: 200, height: 120, fps: 25, still: false, seed: 1 };

/** A mask whose edges are off by a pixel or two, differently each time. */
function jitter(mask: Mask, random: Random): Mask {
  const [x, y, w, h] = mask.bbox;
  const bits = maskToBitmap(mask);
  const [dx, dy] = [random.int(-1, 1), random.int(-1, 1)];
  const out = new Uint8Array(bits.length);
  for (let v = Math.max(0, y - 1); v < Math.min(size[0], y + h + 1); v++) {
    for (let u = Math.max(0, x - 1); u < Math.min(size[1], x + w + 1); u++) {
      const from = (v + dy) * size[1] + u + dx;
      if (bits[from] === 1 && random.next() > 0.02) out[v * size[1] + u] = 1;
    }
  }
  return maskFromBitmap(out, size);
}

function blur(look: Appearance, random: Random): Appearance {
  const vector = look.vector.map((v) => v + random.between(-0.1, 0.1));
  const norm = Math.hypot(...vector);
  return { ...look, vector: vector.map((v) => v / norm) };
}

interface Noise {
  /** Share of detections that are missed. */
  readonly missed: number;
  /** Every so many frames a detection comes in two halves; 0: never. */
  readonly split: number;
  /** False detections a frame. */
  readonly ghosts: number;
}

function disturb(seen: SeenFrame, random: Random, { missed, split, ghosts }: Noise): SeenFrame {
  const detections: Detection[] = [];
  const appearance: Appearance[] = [];
  seen.detections!.forEach((detection, i) => {
    if (random.next() < missed) return;
    const mask = jitter(detection.mask, random);
    const masks = split > 0 && (seen.index + 4 * i) % split === 0 ? halves(mask) : [mask];
    for (const part of masks) {
      detections.push({ ...detection, mask: part, score: random.between(0.5, 0.85) });
      appearance.push(blur(seen.appearance![i]!, random));
    }
  });
  for (let g = 0; g < ghosts; g++) {
    const at: [number, number] = [random.between(10, 190), random.between(10, 110)];
    const ghost = seeThings([{ shape: 'box', at, size: [8, 8], color: 'white', score: 0.5 }], size, seen);
    detections.push(...ghost.detections!);
    appearance.push(...(ghost.appearance as Appearance[]));
  }
  return { index: seen.index, time: seen.time, detections, appearance };
}

function halves(mask: Mask): Mask[] {
  const bits = maskToBitmap(mask);
  const middle = mask.bbox[0] + mask.bbox[2] / 2;
  const side = (left: boolean) =>
    maskFromBitmap(
      bits.map((b, i) => (b === 1 && i % size[1] < middle === left ? 1 : 0)),
      size,
    );
  return [side(true), side(false)].filter((half) => !half.isEmpty);
}

const thing = (x: number, y: number, color: DrawnThing['color']): DrawnThing => ({
  shape: 'disk',
  at: [x, y],
  size: [24, 24],
  color,
});

/** Four balls: two cross, one stands, one goes behind a wall and comes out. */
const scene = (f: number): DrawnThing[] => [
  thing(20 + 1.6 * f, 20, 'red'),
  thing(180 - 1.6 * f, 24, 'blue'),
  thing(40, 60, 'green'),
  thing(20 + 1.6 * f, 98, 'purple'),
  { shape: 'box', at: [110, 90], size: [36, 50], color: 'yellow' },
];

function play(noise: Noise, seed: number): SceneGraph[] {
  const random = seededRandom(seed);
  const twin = new Twin(stream);
  return Array.from({ length: 100 }, (_, index) =>
    twin.update(disturb(seeThings(scene(index), size, { index, time: index / 25 }), random, noise)),
  );
}

/** Ids that each colour had, over all frames. */
function idsOf(graphs: readonly SceneGraph[], color: string): number[] {
  const ids = graphs.flatMap(({ nodes }) =>
    nodes.filter(({ attr }) => attr.vis.words.colors?.[0]?.[0] === color).map(({ id }) => id),
  );
  return [...new Set(ids)];
}

const colors = ['red', 'blue', 'green', 'purple', 'yellow'];

describe('identities under noise', () => {
  it.each<[string, Noise]>([
    ['edges that jitter', { missed: 0, split: 0, ghosts: 0 }],
    ['every tenth detection missed', { missed: 0.1, split: 0, ghosts: 0 }],
    ['every fifteenth detection in two halves', { missed: 0, split: 15, ghosts: 0 }],
    ['two ghosts in every frame', { missed: 0, split: 0, ghosts: 2 }],
  ])('%s: one id a thing', (_title, noise) => {
    for (const seed of [1, 2, 3]) {
      const graphs = play(noise, seed);
      for (const color of colors) expect([color, idsOf(graphs.slice(3), color).length]).toEqual([color, 1]);
    }
  });

  it('lists few ghosts', () => {
    const graphs = play({ missed: 0.1, split: 0, ghosts: 2 }, 4);
    const ghosts = graphs.reduce((sum, { nodes }) => sum + Math.max(0, nodes.length - 5), 0);
    expect(ghosts / graphs.length).toBeLessThan(1);
  });

  it('keeps what stands still from moving', () => {
    const graphs = play({ missed: 0, split: 0, ghosts: 0 }, 5);
    const green = graphs.flatMap(({ nodes }) =>
      nodes.filter(({ attr }) => attr.vis.words.colors?.[0]?.[0] === 'green'),
    );
    const moving = green.filter(({ attr }) => attr.temp.moving).length;
    expect(moving / green.length).toBeLessThan(0.05);
  });
});
