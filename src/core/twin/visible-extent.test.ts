import { describe, expect, it } from 'vitest';
import type { SizeHw } from '../base/geometry.ts';
import { maskFromBitmap } from '../masks/bitmap.ts';
import { columnsOf } from './columns.ts';
import { PlacedShape } from './placed-shape.ts';
import { visibleExtent } from './visible-extent.ts';

const size: SizeHw = [40, 50];

function box(x: number, y: number, w: number, h: number): PlacedShape {
  const inside = (p: number) => p % 50 >= x && p % 50 < x + w && p >= 50 * y && p < 50 * (y + h);
  return new PlacedShape(
    columnsOf(
      maskFromBitmap(
        Uint8Array.from({ length: 2000 }, (_, p) => (inside(p) ? 1 : 0)),
        size,
      ),
    ),
  );
}

describe('visibleExtent', () => {
  const known = box(10, 10, 20, 20);

  it('keeps what lies under a cover and drops what should be seen beyond it', () => {
    const extent = visibleExtent(known, box(10, 10, 10, 20), [box(20, 0, 6, 40)], size, 0);
    expect([extent.box, extent.area]).toEqual([[10, 10, 16, 20], 320]);
  });

  it('lets a cover reach two px farther: masks leave a seam', () => {
    const extent = visibleExtent(known, box(10, 10, 9, 20), [box(20, 0, 6, 40)], size);
    expect(extent.box).toEqual([10, 10, 18, 20]);
    expect(extent.area).toBe(360);
  });

  it('adds what has come to light', () => {
    const extent = visibleExtent(known, box(6, 10, 10, 20), [box(16, 0, 14, 40)], size, 0);
    expect([extent.box, extent.area]).toEqual([[6, 10, 24, 20], 480]);
  });

  it('keeps nothing outside the picture', () => {
    const moved = known.clone();
    moved.move(-15, 0);
    const extent = visibleExtent(moved, box(0, 10, 5, 20), [box(5, 0, 20, 40)], size, 0);
    expect([extent.box, extent.area]).toEqual([[0, 10, 15, 20], 300]);
  });

  it('goes on moving from the same fraction of a pixel', () => {
    const moved = known.clone();
    moved.move(0.4, 0);
    const extent = visibleExtent(moved, box(10, 10, 10, 20), [box(20, 0, 20, 40)], size, 0);
    extent.move(0.4, 0);
    expect(extent.box).toEqual([11, 10, 20, 20]);
  });
});
