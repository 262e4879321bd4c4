import { describe, expect, test } from 'vitest';
import { InputError, MaskError } from '../base/errors.ts';
import type { Point } from '../base/geometry.ts';
import { maskFromBox, maskFromPolygon, maskFromPolygons } from './coco-polygon.ts';
import { maskContours } from './contours.ts';
import { maskFromText, maskToText } from './drawn-mask.ts';
import { fillPoly } from './fill-poly.ts';
import { maskFromRings } from './fill-rings.ts';
import { emptyMask } from './mask-from-runs.ts';
import { dilateMask } from './morphology.ts';
import { simplifyRing } from './simplify-ring.ts';

const box = (x: number, y: number, w: number, h: number): Point[] => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
];

describe('COCO', () => {
  test('whole corners cover whole pixels', () => {
    expect(maskToText(maskFromPolygon(box(1, 1, 3, 2).flat(), [4, 5]))).toBe('.....\n.###.\n.###.\n.....');
  });

  test('parts are joined, no parts are empty', () => {
    const parts = [box(0, 0, 2, 1), box(1, 0, 2, 1)].map((part) => part.flat());
    expect(maskToText(maskFromPolygons(parts, [1, 5]))).toBe('###..');
    expect(maskFromPolygons([], [1, 5])).toEqual(emptyMask([1, 5]));
  });

  test('a box far beyond the frame covers it', () => {
    expect(maskFromBox([-1e7, -1e7, 5e7, 5e7], [40, 50]).area).toBe(2000);
  });

  test.each<[string, number[]]>([
    ['half a point', [1, 2, 3]],
    ['no number', [1, 2, Number.NaN, 4, 5, 6]],
    ['an infinite coordinate', [1, 2, Number.POSITIVE_INFINITY, 4, 5, 6]],
    ['a coordinate that no picture has', [1, 2, 1e300, 4, 5, 6]],
  ])('%s is an error', (_, points) => {
    expect(() => maskFromPolygon(points, [10, 10])).toThrow(MaskError);
  });
});

describe('OpenCV', () => {
  test('contours are even-odd together, outlines covered', () => {
    const filled = fillPoly([box(0, 0, 6, 6), box(2, 2, 2, 2)], [7, 7]);
    expect(maskToText(filled)).toBe('#######\n#######\n#######\n###.###\n#######\n#######\n#######');
  });

  test('no contours and empty contours fill nothing', () => {
    expect(fillPoly([], [3, 3])).toEqual(emptyMask([3, 3]));
    expect(fillPoly([[]], [3, 3])).toEqual(emptyMask([3, 3]));
  });

  test('corners as far off as 32 bits go are cut at once', () => {
    const far = 2 ** 31 - 1;
    expect(
      fillPoly(
        [
          [
            [-far, -far],
            [far, -far],
            [far, far],
            [-far, far],
          ],
        ],
        [30, 40],
      ).area,
    ).toBe(1200);
  });

  test.each<[string, Point]>([
    ['half a pixel', [0.5, 1]],
    ['more than 32 bits', [2 ** 31, 1]],
    ['far more than 32 bits', [1e308, 1]],
    ['no number', [Number.NaN, 1]],
  ])('%s is an error', (_, point) => {
    expect(() => fillPoly([[[0, 0], point]], [3, 3])).toThrow(MaskError);
  });
});

describe('rings', () => {
  test('pixels count by their centres; a ring in a ring is a hole', () => {
    const rings = [box(0.5, 0, 5, 5), box(2.4, 1.6, 1, 2)];
    expect(maskToText(maskFromRings(rings, [5, 6]))).toBe('#####.\n#####.\n##.##.\n##.##.\n#####.');
  });

  test('an infinite point is an error', () => {
    expect(() =>
      maskFromRings(
        [
          [
            [0, 0],
            [Number.POSITIVE_INFINITY, 1],
            [1, 1],
          ],
        ],
        [3, 3],
      ),
    ).toThrow(MaskError);
  });
});

describe('contours', () => {
  test('outer outlines run clockwise from the upper left, holes the other way', () => {
    const mask = maskFromText(`
      .....
      .###.
      .#.#.
      .###.`);
    expect(maskContours(mask)).toEqual([
      { points: box(1, 1, 3, 3), isHole: false },
      {
        points: [
          [2, 3],
          [3, 3],
          [3, 2],
          [2, 2],
        ],
        isHole: true,
      },
    ]);
  });

  test('pixels that touch at a corner have outlines of their own', () => {
    expect(maskContours(maskFromText('#.\n.#')).map((contour) => contour.points.length)).toEqual([4, 4]);
  });

  test('a simplified disk has few points and nearly the same pixels', () => {
    const disk = dilateMask(maskFromRings([box(50, 50, 1, 1)], [101, 101]), 40);
    const [outline] = maskContours(disk);
    const simple = simplifyRing(outline!.points, 1);
    expect(simple.length).toBeLessThan(outline!.points.length / 5);
    // Within one pixel of the outline, whose length is about 2 * pi * 40 = 251 pixels.
    expect(Math.abs(maskFromRings([simple], disk.size).area - disk.area)).toBeLessThan(251);
  });

  test('a tolerance of 0 keeps all points, a large one the two farthest apart', () => {
    const ring = box(0, 0, 9, 3);
    expect(simplifyRing(ring, 0)).toEqual(ring);
    expect(simplifyRing(ring, 100)).toEqual([
      [0, 0],
      [9, 3],
    ]);
  });
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('a disk of radius %s is an error', (radius) => {
  expect(() => dilateMask(maskFromText('#'), radius)).toThrow(InputError);
});
