import { describe, expect, it } from 'vitest';
import type { EventName, FrameEvent } from '../../twin/program-frame.ts';
import { addScores, type EventScores, matchEvents } from './event-match.ts';
import { eventRows, eventTable } from './event-table.ts';

const event = (t: number, type: EventName, who: number, other?: number, by?: number): FrameEvent => ({
  ...{ t, type, who },
  ...(other === undefined ? {} : { other }),
  ...(by === undefined ? {} : { by }),
});

/** [right, extra, missing] of one type. */
const figures = (scores: EventScores, type: EventName) => {
  const { matched, extra, missing } = scores.get(type)!;
  return [matched, extra.length, missing.length];
};

describe('matchEvents', () => {
  it.each<[string, FrameEvent[], FrameEvent[], number[]]>([
    ['same time', [event(1, 'starts', 1)], [event(1, 'starts', 1)], [1, 0, 0]],
    ['half a second late', [event(1.5, 'starts', 1)], [event(1, 'starts', 1)], [1, 0, 0]],
    ['later than that', [event(1.6, 'starts', 1)], [event(1, 'starts', 1)], [0, 1, 1]],
    ['somebody else', [event(1, 'starts', 2)], [event(1, 'starts', 1)], [0, 1, 1]],
    ['one to one', [event(1, 'starts', 1), event(1.1, 'starts', 1)], [event(1, 'starts', 1)], [1, 1, 0]],
    [
      'as many as possible: each takes the earliest',
      [event(0.6, 'starts', 1), event(1.4, 'starts', 1)],
      [event(1, 'starts', 1), event(1.8, 'starts', 1)],
      [2, 0, 0],
    ],
    ['the other one counts', [event(1, 'starts', 1, 2)], [event(1, 'starts', 1, 3)], [0, 1, 1]],
  ])('%s', (_title, found, truth, expected) => {
    expect(figures(matchEvents(found, truth), 'starts')).toEqual(expected);
  });

  it.each<[EventName, number]>([
    ['touches', 1],
    ['lets go', 1],
    ['merges', 1],
    ['splits', 1],
    ['approaches', 0],
  ])('%s with both swapped: %i', (type, matched) => {
    expect(matchEvents([event(1, type, 1, 2)], [event(1, type, 2, 1)]).get(type)!.matched).toBe(matched);
  });

  it('counts hands apart from events', () => {
    const found = [event(1, 'is put on', 1, 2, 3), event(4, 'is put on', 1, 2)];
    const truth = [event(1, 'is put on', 1, 2, 3), event(4, 'is put on', 1, 2, 3)];
    const score = matchEvents(found, truth).get('is put on')!;
    expect([score.matched, score.hands, score.handsRight]).toEqual([2, 2, 1]);
  });

  it('sums runs and prints them', () => {
    const sum = matchEvents([event(1.25, 'starts', 1)], [event(1, 'starts', 1)]);
    addScores(sum, matchEvents([event(1, 'stops', 1)], [event(1.25, 'starts', 1), event(9, 'stops', 1)]));
    expect(eventTable(eventRows(sum)).split('\n')).toEqual([
      'event   right  extra  missing  precision  recall  by  off s',
      'starts      1      0        1      1.000   0.500   -  0.250',
      'stops       0      1        1      0.000   0.000   -      -',
      'all         1      1        2      0.500   0.333   -  0.250',
    ]);
  });
});
