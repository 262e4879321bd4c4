import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/random.ts';
import type { FrameEvent } from '../program-frame.ts';
import { seeThings } from '../scripted-scene.ts';
import { Twin } from '../twin.ts';
import { AttributeHistory, mostChanges } from './attribute-history.ts';
import { TrackEvents } from './track-events.ts';
import { mostCorners, Trajectory } from './trajectory.ts';

describe('a trajectory', () => {
  it('keeps two corners of a straight and even way', () => {
    const path = new Trajectory(2);
    for (let t = 0; t <= 100; t++) path.add(t, 3 * t, 50 - t);
    expect(path.summary()).toEqual({
      error: 2,
      corners: [
        { t: 0, x: 0, y: 50 },
        { t: 100, x: 300, y: -50 },
      ],
    });
    expect(path.at(50)).toEqual([150, 0]);
  });

  it('is nowhere farther off than it says, however long the walk', () => {
    const random = seededRandom(5);
    const path = new Trajectory(3);
    const walk: [number, number, number][] = [];
    let [x, y] = [100, 100];
    for (let i = 0; i < 5000; i++) {
      x += random.between(-4, 4);
      y += random.between(-4, 4);
      walk.push([i / 10, x, y]);
      path.add(i / 10, x, y);
    }
    const { error, corners } = path.summary();
    expect(corners.length).toBeLessThanOrEqual(mostCorners + 1);
    for (const [t, px, py] of walk) {
      const at = path.at(t)!;
      expect(Math.hypot(at[0] - px, at[1] - py)).toBeLessThanOrEqual(error + 1e-9);
    }
  });

  it('says nothing about the time when the thing was away', () => {
    const path = new Trajectory(2);
    for (let t = 0; t <= 5; t++) path.add(t, t, 0);
    for (let t = 20; t <= 25; t++) path.add(t, t, 0, t === 20);
    expect([path.at(3), path.at(10), path.at(22)]).toEqual([[3, 0], null, [22, 0]]);
  });

  it('forgets the second of many visits, never the first', () => {
    const path = new Trajectory(2);
    for (let visit = 0; visit < 100; visit++)
      for (let t = 0; t < 5; t++) path.add(100 * visit + t, t, 0, visit > 0 && t === 0);
    expect(path.summary().corners.length).toBeLessThanOrEqual(mostCorners + 1);
    expect([path.at(2), path.at(102), path.at(9902)]).toEqual([[2, 0], null, [2, 0]]);
  });
});

describe('the history of attributes', () => {
  it('notes changes that last for half a second, and keeps the first', () => {
    const history = new AttributeHistory();
    const says = (color: 'red' | 'blue', t: number) => history.see({ colors: [[color, 0.9]] }, t);
    for (const [color, t] of [
      ['red', 0],
      ['blue', 1],
      ['red', 1.2],
      ['blue', 2],
      ['blue', 2.5],
    ] as const)
      says(color, t);
    expect(history.list).toEqual([
      { t: 0, facet: 'color', is: 'red' },
      { t: 2, facet: 'color', is: 'blue' },
    ]);
    for (let i = 0; i < 200; i++) says(i % 4 < 2 ? 'red' : 'blue', 3 + i);
    expect(history.list).toHaveLength(mostChanges);
    expect(history.list[0]).toEqual({ t: 0, facet: 'color', is: 'red' });
  });
});

describe('the events of a track', () => {
  it('keep the first 8 and the newest 24, and count the rest', () => {
    const events = new TrackEvents();
    for (let t = 0; t < 100; t++)
      events.add({ t, type: t % 2 === 0 ? 'starts' : 'stops', who: 1 } satisfies FrameEvent);
    expect(events.list.map(({ t }) => t)).toEqual([
      0,
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      ...Array.from({ length: 24 }, (_, i) => 76 + i),
    ]);
    expect(events.folded).toEqual({ starts: 34, stops: 34 });
  });
});

describe('the memory of a twin', () => {
  const stream = { width: 160, height: 90, fps: 10, still: false, seed: 1 };
  const size = [90, 160] as const;

  /** A red ball that stays, and every 5 s a box that comes in, crosses and is gone for good. */
  function play(seconds: number, options = {}): Twin {
    const twin = new Twin(stream, { events: ['enters', 'leaves'], refindSeconds: 2, ...options });
    for (let index = 0; index < seconds * 10; index++) {
      const box = {
        shape: 'box' as const,
        at: [-10 + 4 * (index % 50), 70] as const,
        size: [14, 12] as const,
        color: 'blue' as const,
      };
      const ball = { shape: 'disk' as const, at: [60, 20] as const, size: [16, 16] as const, color: 'red' as const };
      twin.update(seeThings([ball, box], size, { index, time: index / 10 }));
    }
    return twin;
  }

  it('tells of what has been forgotten long ago, and of what is still there', () => {
    const twin = play(60);
    const [ball] = twin.histories;
    expect(ball).toMatchObject({ id: 1, firstSeen: 0, visits: 1 });
    expect(ball!.path.corners).toHaveLength(2);
    expect(ball!.keyFrames).toHaveLength(1);
    const [first] = twin.forgotten;
    expect(first!.color).toBe('blue');
    expect(first!.events.map(({ type }) => type)).toEqual(['enters', 'leaves']);
    expect(first!.lastSeen).toBeLessThan(5);
    expect(twin.toText({ history: true })).toContain(
      '#1 here 0.0 s to 59.9 s; path (to 2 px) 60,20 @0.0 s > 60,20 @59.9 s',
    );
    expect(twin.toJSON().histories[0]).toEqual(ball);
  });

  it('has a ceiling: the first summaries and the newest stay, those between are counted', () => {
    const twin = play(150, { maxSummaries: 10 });
    const { totals, summaries } = twin.toJSON();
    expect(summaries).toHaveLength(10);
    expect(summaries[0]!.firstSeen).toBeLessThan(5);
    expect(summaries.at(-1)!.firstSeen).toBeGreaterThan(120);
    expect(totals.tracks).toBeGreaterThan(10);
    expect(totals.names).toEqual({ blue: totals.tracks });
    expect(twin.memoryBytes()).toBeLessThan(twin.memoryCeilingBytes());
  });

  it('stays level over false finds that are seen for a moment only, whatever events are asked for', () => {
    const random = seededRandom(2);
    const twin = new Twin({ ...stream, width: 60, height: 40 }, { events: true, maxEvents: 20 });
    const table = { shape: 'box', at: [30, 32], size: [50, 12], color: 'brown' } as const;
    const place = () => [random.between(6, 54), random.between(6, 34)] as const;
    let finds = [place(), place()];
    const most = [0, 0];
    for (let index = 0; index < 3000; index++) {
      // seen for three frames, and then for longer not than it would be missed
      const frame = index % 8;
      if (frame === 0) finds = [place(), place()];
      const drawn = finds.map(
        ([x, y]) => ({ shape: 'box', at: [x + 2 * frame, y], size: [8, 8], color: 'white', score: 0.6 }) as const,
      );
      const seen = seeThings([table, ...(frame < 3 ? drawn : [])], [40, 60], { index, time: index / 10 });
      twin.update(seen);
      if (index % 1500 >= 500) most[index < 1500 ? 0 : 1] = Math.max(most[index < 1500 ? 0 : 1]!, twin.memoryBytes());
    }
    const { tracks, totals, summaries } = twin.toJSON();
    expect([tracks.length, summaries.length, totals.tracks]).toEqual([1, 0, 0]);
    expect(most[1]).toBeLessThan(1.1 * most[0]!);
    expect(most[1]).toBeLessThan(twin.memoryCeilingBytes());
  });
});
