import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MaskError } from '../base/errors.ts';
import type { SizeHw } from '../base/geometry.ts';
import { maskFromCoco } from './coco.ts';
import { Mask } from './mask.ts';
import { emptyMask, fullMask, maskFromRuns } from './mask-from-runs.ts';
import { decodeRle, encodeRle } from './rle-string.ts';

test.each<[string, SizeHw, number[]]>([
  ['121O1', [1, 7], [1, 2, 1, 1, 2]],
  ['f1', [6, 9], [54]],
  ['`0`0', [4, 8], [16, 16]],
  ['0', [0, 0], [0]],
  ['0PZ`<', [480, 854], [0, 409920]],
  ['c148000Y3', [12, 16], [51, 4, 8, 4, 8, 4, 113]],
])('%s is the code of %s pixels with runs %s', (code, size, runs) => {
  expect([...decodeRle(code, size).runs]).toEqual(runs);
  expect(encodeRle(maskFromRuns(size, runs))).toBe(code);
});

test.each<[string, string, SizeHw, RegExp]>([
  ['a character below 0', '1/', [1, 2], /character 1 .*"\/"/],
  ['a character above o', 'p', [1, 2], /"p"/],
  ['a character beyond ASCII', '1✓', [1, 2], /character 1/],
  ['a number that is cut off', 'f', [6, 9], /ends in the middle/],
  ['seven groups in a number', 'PPPPPPP0', [6, 9], /too long/],
  ['an endless number', 'o'.repeat(1e5), [6, 9], /too long/],
  ['a negative run', 'O', [6, 9], /negative/],
  ['too few pixels', '1', [6, 9], /sum to height x width = 54, got 1/],
  ['too many pixels', 'f1f1', [6, 9], /exceed height x width = 54/],
  ['no runs for some pixels', '', [6, 9], /got 0/],
  ['a size that is no size', '1', [1, -1], /\[1,-1\]/],
  ['a size of half pixels', '1', [0.5, 2], /whole pixels/],
  ['a size beyond 2^31 pixels', '1', [65536, 65536], /larger than/],
])('%s is an error', (_, code, size, message) => {
  expect(() => decodeRle(code, size)).toThrow(MaskError);
  expect(() => decodeRle(code, size)).toThrow(message);
});

test('runs of up to 2^29 - 1 pixels have a code, longer ones have none', () => {
  const size: SizeHw = [2 ** 15, 2 ** 14];
  const largest = maskFromRuns(size, [1, 2 ** 29 - 1]);
  expect(decodeRle(encodeRle(largest), size)).toEqual(largest);
  expect(() => encodeRle(fullMask(size))).toThrow(MaskError);
  expect(emptyMask([46340, 46340]).runs).toEqual(Uint32Array.of(46340 * 46340));
});

describe('whatever comes in is a mask of its size or a MaskError', () => {
  const size = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
  const codeChars = Array.from({ length: 64 }, (_, i) => String.fromCharCode(48 + i));
  const code = fc.string({ unit: fc.constantFrom(...codeChars), maxLength: 30 });
  const mutated = fc
    .tuple(size, fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }), fc.nat(), fc.string())
    .map(([given, runs, at, insert]) => {
      const whole = encodeRle(fitting(given, runs));
      const cut = at % (whole.length + 1);
      return { size: given, counts: whole.slice(0, cut) + insert.slice(0, 2) + whole.slice(cut + (at % 3)) };
    });

  test('10,000 strings', () => {
    const strings = fc.oneof(
      fc.record({ size, counts: code }),
      mutated,
      fc.record({ size, counts: fc.string({ unit: 'binary' }) }),
    );
    let masks = 0;
    fc.assert(
      fc.property(strings, (given) => {
        if (isMaskOrError(() => decodeRle(given.counts, given.size), given.size)) masks++;
      }),
      { numRuns: 10_000 },
    );
    expect(masks).toBeGreaterThan(100); // or the strings were too wild to test anything
  });

  test('10,000 objects', () => {
    const odd = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(null, undefined, '', '7', Number.NaN, -1, 2 ** 40));
    const objects = fc.oneof(
      mutated,
      fc.record({ size, counts: fc.array(fc.integer({ min: -1, max: 300 }), { maxLength: 5 }) }),
      fc.record({ size: fc.array(odd, { maxLength: 3 }), counts: fc.oneof(code, fc.array(odd, { maxLength: 4 })) }),
      fc.anything(),
    );
    fc.assert(
      fc.property(objects, (given) => {
        isMaskOrError(() => maskFromCoco(given), (given as { size?: SizeHw } | null)?.size ?? [0, 0]);
      }),
      { numRuns: 10_000 },
    );
  });
});

/** A mask of the size whose first runs are those given. */
function fitting([h, w]: SizeHw, runs: number[]): Mask {
  let left = h * w;
  const cut = runs.map((run) => {
    const kept = Math.min(run, left);
    left -= kept;
    return kept;
  });
  return maskFromRuns([h, w], [...cut, left]);
}

function isMaskOrError(make: () => Mask, [h, w]: SizeHw): boolean {
  try {
    const mask = make();
    const sum = mask.runs.reduce((a, b) => a + b, 0);
    if (!(mask instanceof Mask) || sum !== h * w || mask.runs.subarray(1).includes(0)) throw new Error('no such mask');
    return true;
  } catch (error) {
    if (!(error instanceof MaskError)) throw error;
    return false;
  }
}
