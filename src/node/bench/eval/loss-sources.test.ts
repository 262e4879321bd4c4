import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameScore, SampleResult } from './contract.ts';
import { lossSources, lossWords } from './loss-sources.ts';

function result(
  id: string,
  form: string | undefined,
  frames: readonly Omit<FrameScore, 'frame' | 'f'>[],
): SampleResult {
  const scores = frames.map((score, frame) => ({ ...score, frame, f: score.j }));
  const j = scores.reduce((sum, score) => sum + score.j, 0) / scores.length;
  const rest = { answered: scores.length, withObjects: 0, warnings: [], calls: {}, alwaysOnCalls: 0 };
  return { version: 1, id, query: 'it', ...(form !== undefined && { form }), frames: scores, j, f: j, ...rest };
}

const right = { j: 1 };
const missing = { j: 0, fault: 'missing' } as const;
const other = { j: 0.2, fault: 'other' } as const;

describe('sources of loss', () => {
  it('name the sort of question, the fault, and whether it lasted', () => {
    const late = result('a', 'temporal/held', [...Array(4).fill(missing), ...Array(12).fill(right)]);
    const wrong = result('b', 'spatial/nth', [...Array(8).fill(right), ...Array(10).fill(other), right, right]);
    const losses = lossSources([late, wrong]);
    expect(losses.map((source) => [lossWords(source), source.samples, source.frames])).toEqual([
      ['spatial/nth: something else answered, for longer', 1, 10],
      ['temporal/held: nothing answered, for a moment', 1, 4],
    ]);
    expect(losses[0]!.lost).toBeCloseTo((10 * 0.8) / 20 / 2, 9);
    expect(losses[1]!.lost).toBeCloseTo(4 / 16 / 2, 9);
  });

  it('take a sample that is wrong throughout as lasting, a still picture too', () => {
    expect(lossSources([result('a', undefined, [missing])])[0]).toMatchObject({ form: null, brief: false, lost: 1 });
  });

  it('add up to what the mean lacks', () => {
    const score = fc.oneof(
      fc.constant(right),
      fc.constant(missing),
      fc.constant(other),
      fc.constant({ j: 0, fault: 'extra' } as const),
      fc.double({ min: 0.5, max: 1, noNaN: true }).map((j) => ({ j })),
    );
    const frames = fc.array(score, { minLength: 1, maxLength: 40 });
    const results = fc.array(fc.tuple(fc.constantFrom('a', 'b', undefined), frames), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(results, (list) => {
        const all = list.map(([form, scores], i) => result(String(i), form, scores));
        const mean = all.reduce((sum, { j }) => sum + j!, 0) / all.length;
        const lost = lossSources(all, 100).reduce((sum, source) => sum + source.lost, 0);
        expect(lost).toBeCloseTo(1 - mean, 9);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});
