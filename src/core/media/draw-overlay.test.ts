import { describe, expect, it } from 'vitest';
import { boxArea, boxIntersection } from '../base/geometry.ts';
import { Mask, maskFromBitmap, maskToBitmap } from '../masks/index.ts';
import type { FrameObjectMask } from './contract.ts';
import { drawOverlay } from './draw-overlay.ts';
import { placeLabel } from './label-place.ts';
import { trackColor } from './track-color.ts';

const width = 160;
const height = 120;
const gray = () => ({ width, height, data: new Uint8Array(width * height * 3).fill(100) });

function boxMask(x: number, y: number, w: number, h: number): Mask {
  const bitmap = new Uint8Array(width * height);
  for (let row = y; row < y + h; row++) bitmap.fill(1, row * width + x, row * width + x + w);
  return maskFromBitmap(bitmap, [height, width]);
}

const object = (id: number, mask: Mask, label?: string): FrameObjectMask => ({ id, mask, score: 1, label });
const pixel = (data: Uint8Array, x: number, y: number) => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];

describe('drawOverlay', () => {
  it('leaves the picture as it is without objects and legend', () => {
    const frame = gray();
    expect(drawOverlay(frame, [])).toEqual(frame.data);
    expect(drawOverlay(frame, [])).not.toBe(frame.data);
  });

  it('mixes the fill, draws the line in full colour and a darker halo outside', () => {
    const mask = boxMask(40, 50, 60, 40);
    const out = drawOverlay(gray(), [object(1, mask)], { labels: false, alpha: 0.5, lineWidth: 2 });
    const color = trackColor(1);
    pixel(out, 70, 70).forEach((v, i) => {
      expect(Math.abs(v - (100 + color[i]!) / 2)).toBeLessThanOrEqual(1);
    });
    expect(pixel(out, 40, 70)).toEqual([...color]);
    expect(pixel(out, 38, 70)[1]).toBeLessThan(90);
    expect(pixel(out, 30, 70)).toEqual([100, 100, 100]);
  });

  it('fills exactly the mask, whatever its shape', () => {
    const bitmap = Uint8Array.from({ length: width * height }, (_, i) => ((i * 2654435761) >>> 28) & 1);
    const mask = maskFromBitmap(bitmap, [height, width]);
    const out = drawOverlay(gray(), [object(3, mask)], { labels: false, alpha: 1, lineWidth: 0 });
    expect(maskToBitmap(mask)).toEqual(bitmap);
    const filled = trackColor(3);
    bitmap.forEach((set, i) => {
      if (set) expect(out[i * 3 + 2]).toBe(filled[2]);
    });
  });

  it('does not remember the masks of the frame before', () => {
    drawOverlay(gray(), [object(1, boxMask(0, 0, 160, 120))]);
    expect(drawOverlay(gray(), [])).toEqual(gray().data);
    const out = drawOverlay(gray(), [object(1, boxMask(100, 100, 10, 10))], { labels: false });
    expect(pixel(out, 5, 5)).toEqual([100, 100, 100]);
  });

  it('reaches every edge without leaving the picture', () => {
    const all = boxMask(0, 0, width, height);
    const out = drawOverlay(gray(), [object(1, all, 'a label that is far too long for this small picture')], {
      legend: 'a query that is so long that it has to be broken over two lines and then cut somewhere in the end',
      lineWidth: 7,
    });
    expect(out).toHaveLength(width * height * 3);
    expect(pixel(out, 0, 60)[0]).toBeGreaterThan(120);
  });

  it.each([
    ['bottom', 119, 5],
    ['top', 1, 110],
  ] as const)('puts the legend at the %s', (legendPlace, dark, plain) => {
    const out = drawOverlay(gray(), [], { legend: 'red mug', legendPlace });
    expect(pixel(out, 150, dark)[0]).toBeLessThan(60);
    expect(pixel(out, 150, plain)).toEqual([100, 100, 100]);
    expect(Math.max(...out)).toBeGreaterThan(200);
  });

  it('shows small objects over large ones', () => {
    const objects = [object(2, boxMask(70, 50, 20, 20)), object(1, boxMask(10, 10, 140, 100))];
    const out = drawOverlay(gray(), objects, { labels: false, alpha: 1, lineWidth: 1 });
    expect(pixel(out, 80, 60)).toEqual([...trackColor(2)]);
  });

  it.each([
    [1, 1],
    [3, 2],
    [7, 200],
    [4096, 3],
  ])('draws on a picture of %i x %i', (w, h) => {
    const mask = new Mask([h, w], Uint32Array.from([0, w * h]));
    const out = drawOverlay({ width: w, height: h, data: new Uint8Array(w * h * 3) }, [object(1, mask, 'x')], {
      legend: 'query',
    });
    expect(out).toHaveLength(w * h * 3);
  });

  it('refuses a mask of another size', () => {
    const mask = new Mask([2, 2], Uint32Array.from([0, 4]));
    expect(() => drawOverlay(gray(), [object(1, mask)])).toThrow('2 x 2');
  });

  it('skips empty masks', () => {
    const empty = new Mask([height, width], Uint32Array.from([width * height]));
    expect(drawOverlay(gray(), [object(1, empty, 'gone')])).toEqual(gray().data);
  });
});

describe('placeLabel', () => {
  const area = [0, 0, 200, 100] as const;
  const place = (object: readonly [number, number, number, number], placed: readonly (typeof object)[] = []) =>
    placeLabel(object, [40, 12], { area, placed, objects: [object], gap: 2 });

  it('stands above the object where there is room', () => {
    expect(place([50, 40, 60, 30])).toEqual([50, 26, 40, 12]);
  });

  it('goes below an object at the top edge', () => {
    expect(place([50, 0, 60, 30])).toEqual([50, 32, 40, 12]);
  });

  it('stays inside the picture for objects in every corner', () => {
    for (const x of [-5, 0, 190]) {
      for (const y of [-5, 0, 95]) {
        const [left, top, w, h] = place([x, y, 10, 5]);
        expect(left >= 0 && top >= 0 && left + w <= 200 && top + h <= 100).toBe(true);
      }
    }
  });

  it('avoids labels that stand already', () => {
    const first = place([50, 40, 20, 10]);
    const second = place([55, 41, 20, 10], [first]);
    const common = boxIntersection(first, second);
    expect(common === null ? 0 : boxArea(common)).toBe(0);
  });
});
