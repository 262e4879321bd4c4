import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MaskError } from '../../base/errors.ts';
import {
  dilateMask,
  emptyMask,
  type Mask,
  maskFromBitmap,
  maskToBitmap,
  subtractMask,
  translateMask,
} from '../../masks/index.ts';
import { boundaryF, jAndF } from './boundary-f.ts';
import { boundaryMap } from './boundary-map.ts';
import { regionSimilarity } from './region-similarity.ts';

const masks = (n: number) =>
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).chain(([h, w]) => {
    const pixels = fc.array(fc.constantFrom(0, 0, 1, 1), { minLength: h * w, maxLength: h * w });
    return fc.tuple(...Array.from({ length: n }, () => pixels.map((p) => maskFromBitmap(Uint8Array.from(p), [h, w]))));
  });

test('the boundary map follows its rule pixel by pixel', () => {
  fc.assert(
    fc.property(masks(1), ([mask]) => {
      expect(boundaryMap(mask!)).toEqual(mapByPixels(mask!));
    }),
    { numRuns: 300 },
  );
});

test('scores lie in 0 to 1, are the same both ways, and are 1 for equal masks', () => {
  fc.assert(
    fc.property(masks(3), fc.constantFrom(0.008, 1, 2, 3), ([a, b, ignored], boundTh) => {
      const { j, f, jf } = jAndF(a!, b!, { boundTh, void: ignored! });
      expect([j, f, jf].every((score) => score >= 0 && score <= 1)).toBe(true);
      expect(jAndF(b!, a!, { boundTh, void: ignored! })).toEqual({ j, f, jf });
      expect(jAndF(a!, a!, { boundTh })).toEqual({ j: 1, f: 1, jf: 1 });
      expect(jAndF(subtractMask(a!, ignored!), subtractMask(b!, ignored!), { boundTh })).toEqual({ j, f, jf });
    }),
    { numRuns: 300 },
  );
});

test('F forgives a shift up to the threshold, J does not', () => {
  const square = dilateMask(
    maskFromBitmap(
      Uint8Array.from({ length: 3600 }, (_, i) => Number(i === 1830)),
      [60, 60],
    ),
    9,
  );
  const moved = (dx: number) => boundaryF(square, translateMask(square, dx, 0), { boundTh: 3 });
  expect([moved(0), moved(2), moved(3)]).toEqual([1, 1, 1]);
  expect(moved(4)).toBeLessThan(1);
  expect(regionSimilarity(square, translateMask(square, 2, 0))).toBeLessThan(0.9);
});

test('masks of unlike sizes are an error', () => {
  expect(() => regionSimilarity(emptyMask([3, 4]), emptyMask([4, 3]))).toThrow(MaskError);
  expect(() => boundaryF(emptyMask([3, 4]), emptyMask([4, 3]))).toThrow(MaskError);
});

function mapByPixels(mask: Mask): Mask {
  const [h, w] = mask.size;
  const s = maskToBitmap(mask);
  const at = (x: number, y: number) => s[Math.min(y, h - 1) * w + Math.min(x, w - 1)];
  const isEdge = (x: number, y: number) =>
    at(x, y) !== at(x + 1, y) || at(x, y) !== at(x, y + 1) || at(x, y) !== at(x + 1, y + 1);
  return maskFromBitmap(
    Uint8Array.from(s, (_, i) => Number(isEdge(i % w, Math.floor(i / w)))),
    mask.size,
  );
}
