import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  dilateMask,
  emptyMask,
  fullMask,
  intersectionArea,
  type Mask,
  maskFromBitmap,
  maskFromText,
} from '../../masks/index.ts';
import { boundaryMap } from './boundary-map.ts';
import { matchBoundaries } from './boundary-match.ts';

/** By whole maps: every pixel is dilated. */
function matchByMaps(gt: Mask, pred: Mask, radius: number) {
  const [truth, guess] = [boundaryMap(gt), boundaryMap(pred)];
  return {
    truth: truth.area,
    guess: guess.area,
    truthNear: intersectionArea(truth, dilateMask(guess, radius)),
    guessNear: intersectionArea(guess, dilateMask(truth, radius)),
  };
}

/** Two masks of one size: a few rectangles, then specks; heights go over several words of 32 rows. */
const pairs = fc.tuple(fc.integer({ min: 1, max: 130 }), fc.integer({ min: 1, max: 40 })).chain(([h, w]) => {
  const rect = fc.tuple(fc.nat(w), fc.nat(h), fc.nat(w), fc.nat(h), fc.constantFrom(1, 1, 0));
  const drawing = fc.tuple(fc.array(rect, { maxLength: 4 }), fc.array(fc.nat(h * w - 1), { maxLength: 3 }));
  return fc.tuple(drawing, drawing).map((two) => two.map((one) => draw(one, h, w)) as [Mask, Mask]);
});

function draw([rects, specks]: [number[][], number[]], h: number, w: number): Mask {
  const pixels = new Uint8Array(h * w);
  for (const [x0, y0, x1, y1, value] of rects)
    for (let y = y0!; y < Math.min(h, y1!); y++)
      pixels.fill(value!, y * w + x0!, y * w + Math.max(x0!, Math.min(w, x1!)));
  for (const speck of specks) pixels[speck]! ^= 1;
  return maskFromBitmap(pixels, [h, w]);
}

it('counts what whole boundary maps and whole dilations count', () => {
  const radius = fc.oneof(fc.constantFrom(0, 1, 1.5, 2, 8, 200), fc.integer({ min: 0, max: 45 }));
  fc.assert(
    fc.property(pairs, radius, ([gt, pred], r) => {
      expect(matchBoundaries(gt, pred, r)).toEqual(matchByMaps(gt, pred, r));
    }),
    { numRuns: 1500 },
  );
});

it('counts by hand: a square and one moved by two columns', () => {
  const gt = maskFromText(`
    .......
    .##....
    .##....
    .......`);
  const pred = maskFromText(`
    .......
    ...##..
    ...##..
    .......`);
  // Each boundary has 8 pixels (three rows of three without the middle); only the right column of one and the left one of
  // the other coincide, and one pixel away lies all but the far column of each.
  expect(matchBoundaries(gt, pred, 0)).toEqual({ truth: 8, guess: 8, truthNear: 3, guessNear: 3 });
  expect(matchBoundaries(gt, pred, 1)).toEqual({ truth: 8, guess: 8, truthNear: 5, guessNear: 5 });
  expect(matchBoundaries(gt, pred, 2)).toEqual({ truth: 8, guess: 8, truthNear: 8, guessNear: 8 });
});

it('knows frames without a boundary', () => {
  const none = { truth: 0, guess: 0, truthNear: 0, guessNear: 0 };
  expect(matchBoundaries(emptyMask([40, 50]), emptyMask([40, 50]), 3)).toEqual(none);
  expect(matchBoundaries(fullMask([64, 3]), fullMask([64, 3]), 3)).toEqual(none);
  expect(matchBoundaries(fullMask([64, 3]), emptyMask([64, 3]), 3)).toEqual(none);
});

it('goes on after a very large frame, whose memory it gives back', () => {
  const large = fullMask([6000, 6000]);
  expect(matchBoundaries(large, large, 50).truth).toBe(0);
  const corner = maskFromText('#.\n..');
  expect(matchBoundaries(corner, corner, 1)).toEqual({ truth: 1, guess: 1, truthNear: 1, guessNear: 1 });
});
