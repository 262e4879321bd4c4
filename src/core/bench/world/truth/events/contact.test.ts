import { describe, expect, it } from 'vitest';
import type { FrameRecord, JoiningEdge, Relation, ThingState } from '../records.ts';
import { EventTeller } from './index.ts';

const thing = (id: number, more: Partial<ThingState> = {}): ThingState => ({
  ...{ id, noun: 'box', labels: [], colors: [], shapes: [], textures: [], box: [50, 50, 20, 20], centroid: [60, 60] },
  ...{ area: 400, visible: 1, covers: [], depth: 2, center: [60, 60], velocity: [0, 0], moving: false },
  ...{ hasMoved: false, place: [0, 0, 0], ...more },
});

interface Moment {
  readonly things: readonly ThingState[];
  readonly relations?: readonly Relation[];
  readonly joinings?: readonly JoiningEdge[];
}

/** Contact and placing events, `type who other @frame`, of 60 frames at 25 a second. */
function told(script: (frame: number) => Moment): string[] {
  const teller = new EventTeller({ width: 640, height: 360 });
  const types = ['touches', 'lets go', 'is put on', 'is taken from'];
  return Array.from({ length: 60 }, (_, index): FrameRecord => {
    const { things, relations = [], joinings = [] } = script(index);
    return { index, time: index / 25, things, relations, joinings, camera: [1, 0, 0, 1, 0, 0], cut: false };
  })
    .flatMap((record) => teller.step(record))
    .filter(({ type }) => types.includes(type))
    .map(({ type, who, other, time }) => `${type} ${who} ${other} @${Math.round(time * 25)}`);
}

const touch: Relation = { relation: 'touches', a: 1, b: 2 };
const moving = { moving: true, velocity: [60, 0] as const };

describe('true contact', () => {
  it('begins and ends where one of the two moves', () => {
    const script = (f: number): Moment => ({
      things: [thing(1), thing(2, f < 40 ? moving : {})],
      relations: f >= 20 && f < 30 ? [touch] : [],
    });
    expect(told(script)).toEqual(['touches 1 2 @20', 'lets go 1 2 @30']);
  });

  it('only comes to light, or is hidden, where neither has moved', () => {
    expect(told((f) => ({ things: [thing(1), thing(2)], relations: f >= 20 && f < 30 ? [touch] : [] }))).toEqual([]);
  });

  it('began outside for what touches within 0.3 s of coming in', () => {
    const comesThen = (frames: number) => (f: number) => ({
      things: f < 20 ? [thing(1)] : [thing(1), thing(2, moving)],
      relations: f >= 20 + frames ? [touch] : [],
    });
    expect(told(comesThen(5))).toEqual([]);
    expect(told(comesThen(10))).toEqual(['touches 1 2 @30']);
  });

  it('is no letting go where the two come apart', () => {
    const script = (f: number): Moment => ({
      things: f < 20 ? [thing(1, moving)] : [thing(1), thing(2, moving)],
      relations: f >= 20 && f < 25 ? [touch] : [],
      joinings: f === 20 ? [{ type: 'splits', whole: 1, piece: 2 }] : [],
    });
    expect(told(script)).toEqual([]);
  });

  it('and standing on a thing stay as they were while it is hidden', () => {
    const on: Relation = { relation: 'on', a: 1, b: 2 };
    const script = (f: number): Moment => ({
      things: [thing(1, { visible: f >= 10 && f < 30 ? 0 : 1, moving: f >= 20 && f < 40 }), thing(2)],
      relations: f < 20 ? [on, touch] : [],
    });
    expect(told(script)).toEqual(['is taken from 1 2 @30', 'lets go 1 2 @30']);
  });
});
