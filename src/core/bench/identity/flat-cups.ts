import { type Random, seededRandom } from '../../base/random.ts';
import { maskFromLabels } from '../../masks/labels.ts';
import { Frame } from '../../media/frame.ts';
import type { Color } from '../../specialists/contract.ts';
import type { FollowedScene, FollowedThing } from './followed-scene.ts';

/** A swap of the things in two places, from `from` to `to` seconds; the first one passes in front. */
interface Swap {
  readonly from: number;
  readonly to: number;
  readonly places: readonly [number, number];
}

interface Pose {
  readonly x: number;
  /** Of its foot. */
  readonly y: number;
  readonly scale: number;
}

/** How the cups are swapped. */
export interface FlatCupsOptions {
  /** Swaps. @default 6 */
  readonly swaps?: number;
  /** Seconds that a swap takes, least and most. @default [0.7, 1] */
  readonly seconds?: readonly [number, number];
  /** Depth of the arc in px: how far apart the two pass, foot to foot. @default 24 */
  readonly arc?: number;
  /** Standard deviation of the grain, gray levels. @default 3 */
  readonly noise?: number;
}

const [width, height, fps] = [640, 360, 25];
const gap = 150;
const cup = { w: 84, h: 104 };
const ballSize = 40;
const lowered = { from: 0.6, to: 1.1 };
const firstSwap = 1.6;

/**
 * The shell game, drawn flat: three alike cups, one of which is lowered over a ball, then swapped in pairs along
 * arcs. A test of identities that needs no renderer.
 */
export class FlatCups implements FollowedScene {
  readonly info;
  readonly seed: number;
  /** Place, from the left, of the cup that hides the ball: at first, and at the end. */
  readonly ballCup: number;
  readonly #swaps: Swap[] = [];
  readonly #options: Required<FlatCupsOptions>;

  constructor(seed: number, options: FlatCupsOptions = {}) {
    this.seed = seed;
    this.#options = { swaps: 6, seconds: [0.7, 1], arc: 24, noise: 3, ...options };
    const random = seededRandom(seed);
    this.ballCup = random.int(0, 2);
    let time = firstSwap;
    for (let i = 0; i < this.#options.swaps; i++) {
      const places = random.pick([
        [0, 1],
        [1, 0],
        [1, 2],
        [2, 1],
        [0, 2],
        [2, 0],
      ] as const);
      // a hand needs longer for the longer way
      const way = Math.abs(places[0] - places[1]) === 2 ? 1.6 : 1;
      const to = time + way * random.between(...this.#options.seconds);
      this.#swaps.push({ from: time, to, places });
      time = to + random.between(0.08, 0.3);
    }
    this.info = {
      width,
      height,
      fps,
      frames: Math.ceil((time + 0.8) * fps),
      kind: 'world' as const,
      path: 'flat-cups',
    };
  }

  /** Id of the cup that hides the ball. */
  get answer(): number {
    return this.ballCup + 1;
  }

  truth(index: number) {
    const time = index / fps;
    const layers = this.#layers(time);
    const seen = new Uint8Array(width * height);
    const outlines = layers.map(({ id, pose, kind }) => {
      const alone = new Uint8Array(width * height);
      cover(kind, pose, (p) => {
        alone[p] = id;
        seen[p] = id;
      });
      return maskFromLabels(alone, [height, width], id);
    });
    const objects = layers.map(({ id, kind }, i): FollowedThing => {
      const mask = maskFromLabels(seen, [height, width], id);
      const amodal = outlines[i]!;
      const color: Color = kind === 'cup' ? 'red' : 'blue';
      return { id, noun: kind, colors: [color], mask, amodal, visible: mask.area / amodal.area };
    });
    return { index, time, objects: objects.sort((a, b) => a.id - b.id) };
  }

  frame(index: number): Frame {
    const data = new Uint8Array(width * height * 3);
    const random = seededRandom(1000 * this.seed + index);
    for (let p = 0; p < width * height; p++) paint(data, p, table(p), random, this.#options.noise);
    for (const { pose, kind } of this.#layers(index / fps)) {
      cover(kind, pose, (p, u, v) => paint(data, p, kind === 'cup' ? cupColor(u, v) : ballColor(u, v), random, 3));
    }
    return new Frame({ width, height, index, time: index / fps, data });
  }

  /** Far to near. */
  #layers(time: number): { id: number; pose: Pose; kind: 'cup' | 'ball' }[] {
    const lift = 150 * (1 - ease((time - lowered.from) / (lowered.to - lowered.from)));
    const cups = this.#poses(time).map((pose, i) => ({ id: i + 1, kind: 'cup' as const, pose, foot: pose.y }));
    const holder = cups[this.ballCup]!;
    const ball = {
      id: 4,
      kind: 'ball' as const,
      pose: { ...holder.pose, y: holder.pose.y - 6 },
      foot: holder.foot - 1,
    };
    cups[this.ballCup] = { ...holder, pose: { ...holder.pose, y: holder.pose.y - lift } };
    return [...cups, ball].sort((a, b) => a.foot - b.foot);
  }

  /** Of the cups, by their number. */
  #poses(time: number): Pose[] {
    const at = [0, 1, 2];
    const poses = at.map((place) => poseAt(place, 0));
    for (const { from, to, places } of this.#swaps) {
      if (time < from) break;
      const u = ease((time - from) / (to - from));
      const angle = Math.PI * u;
      const [a, b] = places.map((place) => at.indexOf(place)) as [number, number];
      const middle = (places[0] + places[1]) / 2;
      const half = (places[0] - places[1]) / 2;
      poses[a] = poseAt(middle + half * Math.cos(angle), this.#options.arc * Math.sin(angle));
      poses[b] = poseAt(middle - half * Math.cos(angle), -this.#options.arc * Math.sin(angle));
      if (time >= to) [at[a], at[b]] = [at[b]!, at[a]!];
    }
    return poses;
  }
}

const ease = (u: number): number => {
  const v = Math.min(1, Math.max(0, u));
  return v * v * (3 - 2 * v);
};

const poseAt = (place: number, near: number): Pose => ({
  x: width / 2 + (place - 1) * gap,
  y: 270 + near,
  scale: 1 + near / 300,
});

/** Visits the pixels of a thing with their place in its box, both from -1 to 1. */
function cover(kind: 'cup' | 'ball', { x, y, scale }: Pose, visit: (p: number, u: number, v: number) => void): void {
  const w = (kind === 'cup' ? cup.w : ballSize) * scale;
  const h = (kind === 'cup' ? cup.h : ballSize) * scale;
  for (let py = Math.max(0, Math.floor(y - h)); py < Math.min(height, y); py++) {
    for (let px = Math.max(0, Math.floor(x - w / 2)); px < Math.min(width, x + w / 2); px++) {
      const u = (2 * (px + 0.5 - x)) / w;
      const v = (2 * (py + 0.5 - y + h / 2)) / h;
      const inside = kind === 'ball' ? u * u + v * v <= 1 : Math.abs(v) <= 1 && Math.abs(u) <= 0.85 + 0.15 * v;
      if (inside) visit(py * width + px, u, v);
    }
  }
}

type Rgb = readonly [number, number, number];

function paint(data: Uint8Array, p: number, [r, g, b]: Rgb, random: Random, noise: number): void {
  // the sum of two uniform numbers: near enough to normal, and quick
  const grain = noise * 2.4 * (random.next() + random.next() - 1);
  data[3 * p] = clamp(r + grain);
  data[3 * p + 1] = clamp(g + grain);
  data[3 * p + 2] = clamp(b + grain);
}

const clamp = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));

/** A table top before a wall. */
function table(p: number): Rgb {
  const y = Math.floor(p / width);
  const x = p % width;
  if (y < 110) return [186, 190, 184];
  const light = 1 + 0.1 * (y / height) + 0.02 * Math.sin(x / 37) + 0.02 * Math.sin(y / 3.1 + x / 90);
  return [150 * light, 116 * light, 82 * light];
}

function cupColor(u: number, v: number): Rgb {
  const light = v < -0.86 ? 1.15 : 1 - 0.35 * (u + 0.2) * (u + 0.2) - 0.05 * v;
  return [196 * light, 40 * light, 44 * light];
}

function ballColor(u: number, v: number): Rgb {
  const light = 1 - 0.4 * ((u + 0.3) ** 2 + (v + 0.3) ** 2) * 0.5;
  return [40 * light, 76 * light, 190 * light];
}
