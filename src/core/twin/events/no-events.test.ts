import { describe, expect, it } from 'vitest';
import type { SizeHw } from '../../base/geometry.ts';
import { seededRandom } from '../../base/random.ts';
import type { MotionObservation } from '../../specialists/contract.ts';
import type { FrameEvent } from '../program-frame.ts';
import { type DrawnThing, depthMapOf, seeThings } from '../scripted-scene.ts';
import type { SeenFrame } from '../seen-frame.ts';
import { Twin } from '../twin.ts';

const size: SizeHw = [90, 160];

type Script = (frame: number) => DrawnThing[];
type More = (frame: number, twin: Twin, things: readonly DrawnThing[]) => Partial<SeenFrame>;

function eventsOf(script: Script, n: number, more: More = () => ({}), [height, width] = size): string[] {
  const twin = new Twin({ width, height, fps: 25, still: false, seed: 1 }, { events: true });
  for (let index = 0; index < n; index++) {
    const things = script(index);
    const seen = seeThings(things, [height, width], { index, time: index / 25 });
    twin.update({ ...seen, ...more(index, twin, things) });
  }
  return twin.events.map(short);
}

const short = ({ type, who, other }: FrameEvent): string =>
  [type, who, other].filter((part) => part !== undefined).join(' ');

const ball = (x: number, y: number, more: Partial<DrawnThing> = {}): DrawnThing => ({
  shape: 'disk',
  at: [x, y],
  size: [14, 14],
  color: 'red',
  ...more,
});
const box = (x: number, y: number, w: number, h: number, more: Partial<DrawnThing> = {}): DrawnThing => ({
  shape: 'box',
  at: [x, y],
  size: [w, h],
  color: 'yellow',
  ...more,
});

/** The camera moves right by `dx` px a frame; the motion specialist says so and nothing of regions. */
const panning =
  (dx: number): More =>
  (_frame, twin) => {
    const motion: MotionObservation = { camera: [1, 0, 0, 1, -dx, 0], regions: twin.lastRegions().map(() => null) };
    return { motion };
  };

/** Each pixel has the depth of the nearest thing there; later things are nearer. */
const mapped: More = (_frame, _twin, things) => ({ depthMap: depthMapOf(things, size) });

describe('what is no event', () => {
  it('edges that jitter by a pixel', () => {
    const random = seededRandom(5);
    const jitter = () => Math.round(0.6 * random.normal());
    const script: Script = () => [
      box(160, 150, 240, 40, { color: 'brown' }),
      ball(80 + jitter() / 2, 60 + jitter() / 2, { size: [32 + jitter(), 32 + jitter()] }),
      box(200 + jitter() / 2, 104 + jitter() / 2, 40 + jitter(), 48 + jitter()),
    ];
    expect(eventsOf(script, 150, () => ({}), [180, 320])).toEqual([]);
  });

  it('a camera that pans over things at rest', () => {
    const script: Script = (f) => [box(90 - 0.8 * f, 75, 90, 20), ball(80 - 0.8 * f, 30), ball(120 - 0.8 * f, 40)];
    expect(eventsOf(script, 40, panning(0.8))).toEqual([]);
  });

  it('a camera that begins to pan', () => {
    const at = (f: number) => 2 * Math.max(0, f - 30);
    const script: Script = (f) => [box(120 - at(f), 75, 60, 20), ball(110 - at(f), 30)];
    const more: More = (f, twin, things) => panning(f > 30 ? 2 : 0)(f, twin, things);
    expect(eventsOf(script, 60, more)).toEqual([]);
  });

  it('half a thing covered by what passes: it neither shrinks, moves, splits nor is covered', () => {
    const events = eventsOf((f) => [box(80, 45, 30, 30, { color: 'red' }), box(-30 + 3 * f, 62, 30, 30)], 90);
    const wrong = events.filter((event) =>
      /^(changes|starts 1|stops 1|splits|merges|is |appears|disappears)/.test(event),
    );
    expect(wrong).toEqual([]);
    expect(events).toContain('passes in front of 2 1');
  });

  it('passing before a thing in the picture, far from it in space', () => {
    const script: Script = (f) => [
      box(80, 70, 120, 30, { color: 'brown', depth: 3 }),
      box(100, 44, 20, 24, { depth: 3 }),
      ball(-10 + 2 * f, 50, { depth: 2 }),
    ];
    const events = eventsOf(script, 100, mapped);
    expect(events.filter((event) => /^(touches|lets go|is put|is taken|is carried)/.test(event))).toEqual([]);
    expect(events).toContain('passes in front of 3 2');
  });

  it('what rests on a table while something passes before it', () => {
    const script: Script = (f) => [
      box(80, 70, 120, 30, { color: 'brown', depth: 3 }),
      box(80, 46, 20, 20, { color: 'blue', depth: 3 }),
      box(-20 + 2 * f, 56, 24, 24, { depth: 2 }),
    ];
    const events = eventsOf(script, 110, mapped);
    expect(events.filter((event) => /^(touches|lets go|is put|is taken)/.test(event))).toEqual([]);
    expect(events).toContain('passes in front of 3 2');
  });

  it('what rolls along a table behind a mug goes on touching it', () => {
    const script: Script = (f) => [
      box(80, 70, 140, 30, { color: 'brown', depth: 3 }),
      ball(20 + 2 * Math.min(f, 60), 48, { depth: 3 }),
      box(80, 50, 20, 30, { depth: 2.5 }),
    ];
    const events = eventsOf(script, 90, mapped);
    expect(events.filter((event) => /^(touches|lets go|is put|is taken)/.test(event))).toEqual([]);
    expect(events).toContain('passes behind 2 3');
  });

  it('a thing that is found in two pieces for two frames neither splits, merges nor shrinks', () => {
    const script: Script = (f) =>
      f === 20 || f === 21
        ? [box(70, 40, 20, 20, { score: 0.8 }), box(91, 40, 18, 20, { score: 0.8 })]
        : [box(80, 40, 40, 20)];
    expect(eventsOf(script, 60)).toEqual(['appears 2', 'disappears 2']);
  });

  it('a reversal is a turn, no rest', () => {
    const events = eventsOf((f) => [ball(f < 30 ? 30 + 2 * f : 150 - 2 * f, 40)], 60);
    expect(events).toEqual(['turns 1']);
  });

  it('a start is no speeding up, and one corner is one turn', () => {
    const x = (f: number) => 30 + 2.5 * Math.min(Math.max(f - 20, 0), 20);
    const events = eventsOf((f) => [ball(x(f) - 1.8 * Math.max(0, f - 40), 20 + 1.8 * Math.max(0, f - 40))], 70);
    expect(events).toEqual(['starts 1', 'turns 1']);
  });
});
