import { describe, expect, it } from 'vitest';
import type { SizeHw } from '../../base/geometry.ts';
import type { FrameEvent } from '../program-frame.ts';
import { type DrawnThing, depthMapOf, seeThings } from '../scripted-scene.ts';
import { Twin } from '../twin.ts';

const size: SizeHw = [120, 200];
type Script = (frame: number) => DrawnThing[];

/** Events of contact and handling on exact masks, with the depth of each pixel. */
function eventsOf(script: Script, frames: number): string[] {
  const [height, width] = size;
  const twin = new Twin({ width, height, fps: 25, still: false, seed: 1 }, { events: true });
  for (let index = 0; index < frames; index++) {
    const things = script(index);
    twin.update({ ...seeThings(things, size, { index, time: index / 25 }), depthMap: depthMapOf(things, size) });
  }
  return twin.events.filter(({ type }) => isOfContact.has(type)).map(short);
}

const isOfContact: ReadonlySet<string> = new Set([
  ...['touches', 'lets go', 'is put on', 'is put in', 'is taken from', 'is taken out of', 'is carried by'],
]);

const short = ({ type, who, other, by }: FrameEvent): string =>
  [type, who, other, ...(by === undefined ? [] : ['by', by])].join(' ');

const box = (color: DrawnThing['color'], x: number, y: number, w: number, h: number): DrawnThing => ({
  ...{ shape: 'box', at: [x, y], size: [w, h], color, depth: 2 },
});
const table = box('brown', 100, 105, 190, 20);
const ramp = (f: number, from: number, to: number): number => Math.min(Math.max(f - from, 0), to - from);

describe('handling', () => {
  /** A hand reaches in from above, lifts a block, carries it to a shelf, sets it down and goes. */
  const fetching: Script = (f) => {
    const [down, up, across, set, away] = [
      ramp(f, 5, 25),
      ramp(f, 35, 50),
      ramp(f, 50, 80),
      ramp(f, 80, 88),
      ramp(f, 100, 130),
    ];
    const lift = -2 * up + set;
    const hand = box('pink', 60 + 2 * across, -9 + 2 * down + lift - 3 * away, 26, 100);
    return [table, box('blue', 120, 84, 50, 22), box('red', 60 + 2 * across, 88 + lift, 16, 14), hand];
  };

  it('names the hand that took and put a thing, and lets the hand rest on nothing', () => {
    expect(eventsOf(fetching, 160).sort()).toEqual([
      'is carried by 3 4',
      'is put on 3 2 by 4',
      'is taken from 3 1 by 4',
      'lets go 1 3',
      'lets go 3 4',
      'touches 2 3',
      'touches 3 4',
    ]);
  });

  it('what hops for a moment is not taken from what it stands on', () => {
    const hop = (f: number) => 10 * Math.sin((Math.PI * ramp(f, 20, 30)) / 10);
    expect(eventsOf((f) => [table, box('red', 60 + ramp(f, 20, 30), 88 - hop(f), 16, 14)], 70)).toEqual([]);
  });

  it('what falls off and out of the picture was taken from what it lay on', () => {
    const script: Script = (f) => [
      box('brown', 60, 75, 110, 10),
      box('red', 60 + 2 * ramp(f, 10, 43), 63 + 5 * ramp(f, 43, 60), 16, 14),
    ];
    expect(eventsOf(script, 80)).toContain('is taken from 2 1');
  });

  it('one who stands before a thing that moves up out of sight has moved it', () => {
    const script: Script = (f) => {
      const walker = { ...box('green', 190 - 3 * ramp(f, 0, 40), 70, 30, 90), depth: 1.9 };
      return [box('brown', 60, 95, 60, 20), box('red', 54, 78 - 2 * ramp(f, 60, 75), 16, 14), walker];
    };
    expect(eventsOf(script, 110)).toEqual(expect.arrayContaining(['touches 2 3', 'is taken from 2 1 by 3']));
  });
});
