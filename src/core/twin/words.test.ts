import { describe, expect, it } from 'vitest';
import { blendPairs, blendRecord, roundWords, wordsDiffer } from './words.ts';

describe('words', () => {
  it('move towards new ones by the weight, largest first', () => {
    expect(blendPairs([['red', 1]], [['blue', 1]], 0.75)).toEqual([
      ['blue', 0.75],
      ['red', 0.25],
    ]);
    expect(blendRecord({ round: 0.8 }, { round: 0.4, tall: 0.5 }, 0.5)).toEqual({
      round: 0.6000000000000001,
      tall: 0.5,
    });
  });

  it('forget what has faded', () => {
    expect(blendPairs([['red', 0.05]], [['blue', 1]], 0.8)).toEqual([['blue', 0.8]]);
  });

  it.each<[string, [number, number], boolean]>([
    ['a small change is none', [0.6, 0.62], false],
    ['a larger one is', [0.6, 0.65], true],
    ['a small one over a limit is', [0.49, 0.5], true],
  ])('%s', (_title, [a, b], differ) => {
    expect(wordsDiffer({ shapes: { round: a } }, { shapes: { round: b } })).toBe(differ);
    expect(wordsDiffer({ labels: [['cup', a]] }, { labels: [['cup', b]] })).toBe(differ);
  });

  it('differ when another colour leads', () => {
    const a = {
      colors: [
        ['red', 0.51],
        ['blue', 0.5],
      ] as ['red' | 'blue', number][],
    };
    expect(
      wordsDiffer(a, {
        colors: [
          ['blue', 0.51],
          ['red', 0.5],
        ],
      }),
    ).toBe(true);
  });

  it('are rounded for programs', () => {
    expect(roundWords({ bright: 0.12345, textures: { shiny: 0.66666 } })).toEqual({
      bright: 0.123,
      textures: { shiny: 0.667 },
    });
  });
});
