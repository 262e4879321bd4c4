import { describe, expect, it } from 'vitest';
import type { SizeHw } from '../../base/geometry.ts';
import { type DrawnThing, seeThings } from '../scripted-scene.ts';
import { Twin } from '../twin.ts';

const size: SizeHw = [90, 160];
const stream = { width: 160, height: 90, fps: 25, still: false, seed: 1 };

/** Times of one event, `type who other`, and the frame times at which each became certain. */
function datesOf(script: (frame: number) => DrawnThing[], n: number, event: string) {
  const twin = new Twin(stream, { events: true });
  const dates: { t: number; certain: number }[] = [];
  for (let index = 0; index < n; index++) {
    const { events } = twin.update(seeThings(script(index), size, { index, time: index / 25 }));
    for (const { t, type, who, other } of events) {
      if ([type, who, other].filter((part) => part !== undefined).join(' ') === event) {
        dates.push({ t, certain: index / 25 });
      }
    }
  }
  return dates;
}

const ball = (x: number, y: number, more: Partial<DrawnThing> = {}): DrawnThing => ({
  shape: 'disk',
  at: [x, y],
  size: [12, 12],
  color: 'red',
  ...more,
});
const box = (x: number, y: number, w: number, h: number, color: DrawnThing['color']): DrawnThing => ({
  shape: 'box',
  at: [x, y],
  size: [w, h],
  color,
});
const table = box(80, 75, 120, 20, 'brown');
/** 0 before `from`, then rises by one a frame up to `to - from`. */
const ramp = (f: number, from: number, to: number): number => Math.min(Math.max(f - from, 0), to - from);

describe('events are dated to when they happened, two frames at most beside it', () => {
  it.each<[string, number, (f: number) => DrawnThing[]]>([
    ['starts 1', 20, (f) => [ball(20 + 2 * ramp(f, 20, 45), 20)]],
    ['stops 1', 45, (f) => [ball(20 + 2 * ramp(f, 20, 45), 20)]],
    ['starts 1', 20, (f) => [ball(20 + 0.6 * ramp(f, 20, 75), 20)]],
    ['turns 1', 30, (f) => [ball(20 + 2 * ramp(f, 0, 30), 20 + 2 * ramp(f, 30, 60))]],
    ['turns 1', 30, (f) => [ball(20 + 2 * ramp(f, 0, 30) - 2 * ramp(f, 30, 60), 20)]],
    ['speeds up 1', 30, (f) => [ball(10 + f + 2 * ramp(f, 30, 60), 20)]],
    ['touches 1 2', 10, (f) => [ball(38 + 2 * ramp(f, 0, 11), 45), ball(74, 45, { color: 'blue' })]],
    ['lets go 1 2', 32, (f) => [ball(60, 45), ball(74 + 2 * ramp(f, 30, 60), 45, { color: 'blue' })]],
    ['is put on 2 1', 38, (f) => [table, box(80, 30 + ramp(f, 10, 39), 12, 12, 'red')]],
    ['is taken from 2 1', 22, (f) => [table, box(80, 59 - ramp(f, 20, 50), 12, 12, 'red')]],
    [
      'is carried by 2 1',
      20,
      (f) => [box(40 + 2 * ramp(f, 20, 60), 30, 20, 20, 'pink'), box(40 + 2 * ramp(f, 20, 60), 46, 10, 12, 'blue')],
    ],
    ['changes color 1', 20, (f) => [ball(40, 40, { color: f < 20 ? 'red' : 'green' })]],
    ['approaches 1 2', 21, (f) => [ball(20 + 2 * ramp(f, 20, 60), 45), ball(140, 45, { color: 'blue' })]],
    ['recedes 1 2', 21, (f) => [ball(60 + 2 * ramp(f, 20, 60), 45), ball(30, 45, { color: 'blue' })]],
    [
      'splits 1 2',
      30,
      (f) =>
        f < 30
          ? [box(50, 40, 40, 20, 'red')]
          : [box(40 - ramp(f, 30, 60), 40, 20, 20, 'red'), box(60 + ramp(f, 30, 60), 40, 20, 20, 'red')],
    ],
    [
      'merges 2 1',
      15,
      (f) =>
        f < 15
          ? [box(55, 40, 20, 20, 'red'), box(20 + ramp(f, 0, 15), 40, 18, 18, 'red')]
          : [box(45, 40, 40, 20, 'red')],
    ],
  ])('%s in frame %i', (event, frame, script) => {
    const dates = datesOf(script, 90, event);
    expect(dates).toHaveLength(1);
    expect(Math.abs(dates[0]!.t * 25 - frame)).toBeLessThanOrEqual(2);
    expect(dates[0]!.certain - dates[0]!.t).toBeLessThanOrEqual(0.85);
  });
});
