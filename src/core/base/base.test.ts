import { describe, expect, it } from 'vitest';
import { anySignal, isAbort } from './abort.ts';
import { MaskError, MediaError, MissingError, TwinsegError, toError } from './errors.ts';
import { type Box, boxGap, boxIntersection, boxIou, boxUnion } from './geometry.ts';
import { formatIssue, issue } from './issues.ts';
import { seededRandom } from './random.ts';

describe('errors', () => {
  it.each([
    [new MaskError('m'), 'bad-mask'],
    [new MediaError('m', { code: 'media-limit' }), 'media-limit'],
    [new MissingError('m', { remedy: 'get it' }), 'missing'],
  ])('%s has a stable code', (error, code) => {
    expect(error).toBeInstanceOf(TwinsegError);
    expect(error.code).toBe(code);
  });

  it('turns whatever was thrown into an error', () => {
    const hostile = {
      toString() {
        throw new Error('no');
      },
    };
    for (const thrown of ['text', null, undefined, 7, hostile, Object.create(null)])
      expect(toError(thrown)).toBeInstanceOf(Error);
    const error = new Error('kept');
    expect(toError(error)).toBe(error);
  });
});

describe('issues', () => {
  it.each([
    [[], 'wrong'],
    [['graph', 'nodes', 2, 'needs'], 'graph.nodes[2].needs: wrong'],
  ])('%j is written %s', (path, expected) => {
    expect(formatIssue(issue('x', path, 'wrong'))).toBe(expected);
  });
});

describe('abort', () => {
  it('joins signals and tells an abort from a timeout', () => {
    const one = new AbortController();
    const joined = anySignal(undefined, one.signal, new AbortController().signal);
    expect(joined?.aborted).toBe(false);
    one.abort();
    expect(joined?.aborted).toBe(true);
    expect(isAbort(joined?.reason)).toBe(true);
    expect(isAbort(new DOMException('late', 'TimeoutError'))).toBe(false);
    expect(anySignal(undefined)).toBeUndefined();
  });
});

describe('boxes', () => {
  const a: Box = [0, 0, 4, 4];
  it.each<[string, Box, Box | null, number, number]>([
    ['the same', [0, 0, 4, 4], [0, 0, 4, 4], 1, 0],
    ['half over', [2, 0, 4, 4], [2, 0, 2, 4], 8 / 24, 0],
    ['edge to edge', [4, 0, 2, 2], null, 0, 0],
    ['3 right and 4 below', [7, 8, 1, 1], null, 0, 5],
  ])('%s', (_, b, common, iou, gap) => {
    expect(boxIntersection(a, b)).toEqual(common);
    expect(boxIou(a, b)).toBeCloseTo(iou, 12);
    expect(boxGap(a, b)).toBe(gap);
    expect(boxGap(b, a)).toBe(gap);
  });
  it('union holds both', () => {
    expect(boxUnion([0, 5, 2, 2], [4, 1, 1, 3])).toEqual([0, 1, 5, 6]);
  });
});

describe('seededRandom', () => {
  it('gives the same numbers for the same seed, others for another', () => {
    const draw = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('is uniform and normal enough for scenes and noise', () => {
    const random = seededRandom(1);
    const n = 20_000;
    let sum = 0;
    let squares = 0;
    const bins = new Array<number>(10).fill(0);
    for (let i = 0; i < n; i++) {
      const z = random.normal();
      sum += z;
      squares += z * z;
      bins[random.int(0, 9)]!++;
    }
    // Five standard errors: 5 / sqrt(n) for the mean, 5 * sqrt(2 / n) for the variance, 5 * sqrt(n * 0.09) for a bin.
    expect(Math.abs(sum / n)).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(squares / n - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
    for (const bin of bins) expect(Math.abs(bin - n / 10)).toBeLessThan(5 * Math.sqrt(n * 0.09));
  });
});
