import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskFromBitmap, maskToBitmap } from '../masks/bitmap.ts';
import { translateMask } from '../masks/place.ts';
import { columnsOf, maskOfColumns, scaleColumns } from './columns.ts';
import { isNear, overlapArea, restShare } from './contact.ts';
import { hullOf } from './hull.ts';
import { PlacedShape } from './placed-shape.ts';

const h = 7;
const w = 9;
const pixels = fc.array(fc.constantFrom(0, 0, 1), { minLength: h * w, maxLength: h * w });
const masks = pixels.map((data) => maskFromBitmap(Uint8Array.from(data), [h, w]));
const shift = fc.integer({ min: -6, max: 6 });

function placed(mask: Parameters<typeof columnsOf>[0], dx = 0, dy = 0): PlacedShape {
  const shape = new PlacedShape(columnsOf(mask));
  shape.move(dx, dy);
  return shape;
}

/** Set pixels as [x, y], moved. */
function points(mask: Parameters<typeof columnsOf>[0], dx: number, dy: number): [number, number][] {
  return [...maskToBitmap(mask)].flatMap((set, i) =>
    set ? [[(i % w) + dx, Math.floor(i / w) + dy] as [number, number]] : [],
  );
}

describe('columns', () => {
  it('move like a translated mask, pixel for pixel', () => {
    fc.assert(
      fc.property(masks, shift, shift, (mask, dx, dy) => {
        expect(maskOfColumns(columnsOf(mask), dx, dy, [h, w]).runs).toEqual(translateMask(mask, dx, dy).runs);
      }),
    );
  });

  it('know area, box and centroid', () => {
    const shape = columnsOf(maskFromBitmap(Uint8Array.from([0, 1, 1, 0, 1, 1]), [2, 3]));
    expect(shape).toMatchObject({ area: 4, box: [1, 0, 2, 2], centroid: [2, 1] });
  });

  it('doubled about the centroid cover four times the area', () => {
    const square = columnsOf(
      maskFromBitmap(
        Uint8Array.from({ length: 36 }, (_, i) => Number(i % 6 > 1 && i % 6 < 4 && i > 11 && i < 24)),
        [6, 6],
      ),
    );
    expect(scaleColumns(square, 2)).toMatchObject({ area: 16, box: [1, 1, 4, 4] });
  });
});

describe('contact', () => {
  it('counts common pixels of moved shapes', () => {
    fc.assert(
      fc.property(masks, masks, shift, shift, (a, b, dx, dy) => {
        const own = new Set(points(a, 0, 0).map(String));
        const common = points(b, dx, dy).filter((p) => own.has(String(p))).length;
        expect(overlapArea(placed(a), placed(b, dx, dy))).toBe(common);
      }),
    );
  });

  it('is near where some pixels have at most two empty ones between them', () => {
    fc.assert(
      fc.property(masks, masks, shift, shift, (a, b, dx, dy) => {
        const own = points(a, 0, 0);
        const near = points(b, dx, dy).some(([x, y]) =>
          own.some(([u, v]) => Math.max(Math.abs(x - u), Math.abs(y - v)) <= 3),
        );
        expect(isNear(placed(a), placed(b, dx, dy), 2)).toBe(near);
      }),
    );
  });

  it('gives the share of the lower edge that rests', () => {
    const slab = placed(maskFromBitmap(Uint8Array.from([1, 1, 1, 1]), [1, 4]));
    const half = placed(maskFromBitmap(Uint8Array.from([1, 1]), [1, 2]), 0, 2);
    expect(restShare(slab, half, 2)).toBe(0.5);
    expect(restShare(slab, placed(maskFromBitmap(Uint8Array.from([1, 1]), [1, 2]), 0, 4), 2)).toBe(0);
  });
});

describe('hull', () => {
  it('holds every pixel, has no gaps, and is its own hull', () => {
    fc.assert(
      fc.property(masks, (mask) => {
        const shape = columnsOf(mask);
        const hull = hullOf(shape);
        expect(overlapArea(new PlacedShape(shape), new PlacedShape(hull))).toBe(shape.area);
        expect(hull.rows.length).toBe(shape.area === 0 ? 0 : 2 * shape.box[2]);
      }),
    );
  });

  it('fills a ring', () => {
    const ring = Uint8Array.from([1, 1, 1, 1, 0, 1, 1, 1, 1]);
    expect(hullOf(columnsOf(maskFromBitmap(ring, [3, 3]))).area).toBe(9);
  });
});

describe('a placed shape', () => {
  it('adds up fractions of a pixel and does not wear out when it grows', () => {
    const shape = placed(maskFromBitmap(new Uint8Array(16).fill(1), [4, 4]), 10, 10);
    for (let i = 0; i < 10; i++) shape.move(0.25, 0, 1.05);
    for (let i = 0; i < 10; i++) shape.move(0, 0, 1 / 1.05);
    expect(shape.box).toEqual([13, 10, 4, 4]);
    expect(shape.centroid[0]).toBeCloseTo(14.5);
  });
});
