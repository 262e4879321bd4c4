import { describe, expect, it } from 'vitest';
import type { SizeHw } from '../../base/geometry.ts';
import type { FrameEvent } from '../program-frame.ts';
import { type DrawnThing, seeThings } from '../scripted-scene.ts';
import { Twin } from '../twin.ts';
import { EventEngine } from './event-engine.ts';

const size: SizeHw = [90, 160];
const stream = { width: 160, height: 90, fps: 25, still: false, seed: 1 };

function eventsOf(script: (frame: number) => DrawnThing[], n: number): FrameEvent[] {
  const twin = new Twin(stream, { events: true });
  for (let index = 0; index < n; index++) twin.update(seeThings(script(index), size, { index, time: index / 25 }));
  return [...twin.events];
}

/** `type who other by` without times. */
const short = ({ type, who, other, by }: FrameEvent): string =>
  [type, who, other, by].filter((v) => v !== undefined).join(' ');

const ball = (x: number, y: number, more: Partial<DrawnThing> = {}): DrawnThing => ({
  shape: 'disk',
  at: [x, y],
  size: [12, 12],
  color: 'red',
  ...more,
});
const wall: DrawnThing = { shape: 'box', at: [80, 45], size: [30, 60], color: 'yellow' };
const table: DrawnThing = { shape: 'box', at: [80, 75], size: [120, 20], color: 'brown' };
/** 0 before `from`, then rises by one a frame up to `to - from`. */
const ramp = (f: number, from: number, to: number): number => Math.min(Math.max(f - from, 0), to - from);

describe('events on scripted motions', () => {
  it.each<[string, (f: number) => DrawnThing[], number, string[], string[]]>([
    [
      'a ball comes in and leaves',
      (f) => [wall, ...(f < 2 ? [] : [ball(-4 + 4 * (f - 2), 10)])],
      60,
      ['enters 2', 'leaves 2'],
      ['starts', 'appears', 'disappears', 'stops'],
    ],
    [
      'a ball appears and vanishes',
      (f) => [wall, ...(f > 5 && f < 30 ? [ball(30, 40)] : [])],
      60,
      ['appears 2', 'disappears 2'],
      ['enters', 'leaves', 'starts'],
    ],
    [
      'a ball starts and stops',
      (f) => [ball(20 + 2 * ramp(f, 20, 45), 20)],
      80,
      ['starts 1', 'stops 1'],
      ['turns', 'enters', 'appears'],
    ],
    [
      'a ball turns a corner',
      (f) => [ball(20 + 2 * ramp(f, 0, 30), 20 + 2 * ramp(f, 30, 60))],
      60,
      ['turns 1'],
      ['starts', 'stops'],
    ],
    ['a ball speeds up', (f) => [ball(10 + f + 2 * ramp(f, 30, 60), 20)], 55, ['speeds up 1'], ['turns', 'starts']],
    [
      'a ball passes behind a wall',
      (f) => [ball(20 + 2.5 * f, 45), wall],
      50,
      ['passes behind 1 2'],
      ['is covered by', 'is uncovered', 'passes in front of', 'disappears', 'touches'],
    ],
    [
      'a wall passes in front of a ball',
      (f) => [ball(80, 45), { ...wall, at: [30 + 2.5 * f, 45] }],
      44,
      ['is covered by 1 2', 'is uncovered 1 2', 'passes in front of 2 1'],
      ['passes behind', 'disappears'],
    ],
    [
      'a ball stays behind a wall',
      (f) => [ball(20 + 2.5 * Math.min(f, 24), 45), wall],
      80,
      [],
      ['passes behind', 'disappears', 'is covered by', 'leaves'],
    ],
    [
      'two balls bump and part',
      (f) => [ball(40 + ramp(f, 0, 20), 45), ball(74 + 1.5 * ramp(f, 21, 60), 45, { color: 'blue' })],
      60,
      ['touches 1 2', 'lets go 1 2'],
      ['is put on'],
    ],
    [
      'a block is put on a table',
      (f) => [table, { shape: 'box', at: [80, 30 + ramp(f, 10, 39)], size: [12, 12], color: 'red' }],
      70,
      ['touches 1 2', 'is put on 2 1'],
      ['is taken from', 'lets go'],
    ],
    [
      'a block is lifted from a table',
      (f) => [table, { shape: 'box', at: [80, 59 - ramp(f, 20, 50)], size: [12, 12], color: 'red' }],
      60,
      ['is taken from 2 1', 'lets go 1 2'],
      ['is put on'],
    ],
    [
      'a hand carries a block',
      (f) => [
        { shape: 'box', at: [40 + 2 * ramp(f, 20, 60), 30], size: [20, 20], color: 'pink' },
        { shape: 'box', at: [40 + 2 * ramp(f, 20, 60), 46], size: [10, 12], color: 'blue' },
      ],
      70,
      ['is carried by 2 1'],
      ['lets go'],
    ],
    [
      'a cup is put over a ball and carried off',
      (f) => [
        ball(60 + 2 * ramp(f, 70, 90), 60),
        { shape: 'box', at: [60 + 2 * ramp(f, 70, 90), 20 + 2 * ramp(f, 5, 25)], size: [20, 24], color: 'green' },
      ],
      110,
      ['is covered by 1 2'],
      ['disappears', 'is uncovered', 'leaves'],
    ],
    [
      'a hand grabs a ball and takes it along at once',
      (f) => [
        ball(60, 60 - 2 * ramp(f, 25, 45)),
        { shape: 'box', at: [60, 20 + 2 * ramp(f, 5, 25) - 2 * ramp(f, 25, 45)], size: [20, 24], color: 'pink' },
      ],
      70,
      ['is covered by 1 2'],
      ['disappears', 'is uncovered', 'leaves'],
    ],
    [
      'two balls close in',
      (f) => [ball(20 + f, 45), ball(140, 45, { color: 'blue' })],
      60,
      ['approaches 1 2'],
      ['recedes', 'approaches 2'],
    ],
    [
      'a ball moves off',
      (f) => [ball(60 + 1.5 * f, 45), ball(30, 45, { color: 'blue' })],
      50,
      ['recedes 1 2'],
      ['approaches'],
    ],
    [
      'a lamp turns green',
      (f) => [ball(40, 40, { color: f < 20 ? 'red' : 'green' })],
      60,
      ['changes color 1'],
      ['disappears', 'appears', 'changes size', 'changes shape'],
    ],
    [
      'a balloon grows',
      (f) => [ball(40, 40, { size: [12 + ramp(f, 20, 40), 12 + ramp(f, 20, 40)] })],
      60,
      ['changes size 1'],
      ['changes color', 'starts'],
    ],
    ['nothing happens', () => [ball(40, 40), wall], 60, [], ['starts', 'appears', 'touches', 'turns']],
  ])('%s', (_title, script, n, wanted, unwanted) => {
    const events = eventsOf(script, n).map(short);
    for (const event of wanted) expect(events).toContain(event);
    for (const type of unwanted) expect(events.filter((event) => event.startsWith(type))).toEqual([]);
  });

  it('dates a start to within the fit of the velocity (0.4 s)', () => {
    const start = eventsOf((f) => [ball(20 + 2 * ramp(f, 20, 45), 20)], 80).find(({ type }) => type === 'starts')!;
    expect(start.t - 0.8).toBeGreaterThanOrEqual(0);
    expect(start.t - 0.8).toBeLessThan(0.2);
  });
});

describe('the event engine', () => {
  it.each<[string, ConstructorParameters<typeof EventEngine>[0], number]>([
    ['runs nothing unless asked', false, 0],
    ['runs one rule for one event', ['stops'], 1],
    ['runs all rules', true, 14],
  ])('%s', (_title, events, active) => {
    expect(new EventEngine(events).active).toBe(active);
  });

  it('gives only the events that were asked for', () => {
    const twin = new Twin(stream, { events: ['stops'] });
    for (let index = 0; index < 80; index++) {
      twin.update(seeThings([ball(20 + 2 * ramp(index, 20, 45), 20)], size, { index, time: index / 25 }));
    }
    expect(twin.events.map(short)).toEqual(['stops 1']);
  });
});
