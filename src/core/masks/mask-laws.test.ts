import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SizeHw } from '../base/geometry.ts';
import { maskFromBitmap, maskToBitmap, paintMask } from './bitmap.ts';
import { maskBoundary } from './boundary.ts';
import { maskCentroid } from './centroid.ts';
import { maskFromCoco, maskToCoco } from './coco.ts';
import { maskFromPolygon } from './coco-polygon.ts';
import { connectedComponents, fillHoles, largestComponent, removeIslands } from './components.ts';
import { maskContours } from './contours.ts';
import { maskFromText, maskToText } from './drawn-mask.ts';
import { maskFromRings } from './fill-rings.ts';
import { flipMask } from './flip.ts';
import { labelsFromMasks, maskFromLabels, masksFromLabels } from './labels.ts';
import type { Mask } from './mask.ts';
import { emptyMask, fullMask, maskFromRuns } from './mask-from-runs.ts';
import { maskIou } from './mask-iou.ts';
import { closeMask, dilateMask, erodeMask, openMask } from './morphology.ts';
import { containedShare, intersectionArea } from './overlap.ts';
import { cropMask, pasteMask, translateMask } from './place.ts';
import { resizeMask, resizeMaskSoft } from './resize.ts';
import {
  intersectAll,
  intersectMasks,
  invertMask,
  subtractMask,
  unionAll,
  unionMasks,
  xorMasks,
} from './set-algebra.ts';

// Laws that hold for every mask, tried on small random ones, and plain pixel-by-pixel versions to compare with.
const sizes = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
const maskOf = (size: SizeHw) =>
  fc
    .array(fc.constantFrom(0, 0, 1, 1), { minLength: size[0] * size[1], maxLength: size[0] * size[1] })
    .map((pixels) => maskFromBitmap(Uint8Array.from(pixels), size));
const masks = (n: number) =>
  fc
    .oneof(
      { weight: 9, arbitrary: sizes },
      { weight: 1, arbitrary: fc.constantFrom([0, 0] as const, [0, 3] as const, [3, 0] as const) },
    )
    .chain((size) => fc.tuple(...Array.from({ length: n }, () => maskOf(size))));
const shift = fc.integer({ min: -11, max: 11 });
const radius = fc.constantFrom(0, 1, 1.5, 2, 3, 4.3, 20);

function law(
  title: string,
  n: number,
  check: (given: Mask[], by: { dx: number; dy: number; r: number }) => void,
): void {
  test(title, () => {
    fc.assert(
      fc.property(masks(n), shift, shift, radius, (given, dx, dy, r) => check(given, { dx, dy, r })),
      {
        numRuns: 300,
      },
    );
  });
}

/** The mask of the pixels that pass a test. */
function pixelwise(size: SizeHw, isSet: (x: number, y: number) => boolean): Mask {
  const [h, w] = size;
  return maskFromBitmap(
    Uint8Array.from({ length: h * w }, (_, i) => (isSet(i % w, Math.floor(i / w)) ? 1 : 0)),
    size,
  );
}

/** Looks a pixel up; `beyond` is the value outside the frame. */
function reader(mask: Mask, beyond = false): (x: number, y: number) => boolean {
  const bitmap = maskToBitmap(mask);
  return (x, y) => (x >= 0 && y >= 0 && x < mask.width && y < mask.height ? bitmap[y * mask.width + x] === 1 : beyond);
}

function expectCanonical(mask: Mask): void {
  expect(mask.runs.reduce((a, b) => a + b, 0)).toBe(mask.height * mask.width);
  expect(mask.runs.subarray(1).includes(0)).toBe(false);
}

function disk(r: number): [number, number][] {
  const offsets: [number, number][] = [];
  for (let dy = -Math.ceil(r); dy <= r; dy++) {
    for (let dx = -Math.ceil(r); dx <= r; dx++) if (dx * dx + dy * dy <= r * r) offsets.push([dx, dy]);
  }
  return offsets;
}

describe('forms', () => {
  law('bitmap, runs, COCO object and drawing give the mask back', 1, ([a]) => {
    expectCanonical(a!);
    expect(maskFromBitmap(maskToBitmap(a!), a!.size)).toEqual(a);
    expect(maskFromRuns(a!.size, a!.runs)).toEqual(a);
    expect(maskFromCoco(JSON.parse(JSON.stringify(maskToCoco(a!))))).toEqual(a);
    if (a!.height * a!.width > 0) expect(maskFromText(maskToText(a!))).toEqual(a);
  });

  law('a used buffer is cleared, painting leaves the rest alone', 2, ([a, b]) => {
    const buffer = maskToBitmap(a!);
    expect(maskFromBitmap(paintMask(b!, buffer.slice(), 2), a!.size)).toEqual(unionMasks(a!, b!));
    expect(maskToBitmap(b!, buffer)).toEqual(maskToBitmap(b!));
  });

  law('a label map has the last mask on top', 3, (given) => {
    const size = given[0]!.size;
    const labels = labelsFromMasks(given, size);
    const found = masksFromLabels(labels, size);
    for (const [i, mask] of given.entries()) {
      const visible = given.slice(i + 1).reduce(subtractMask, mask);
      expect(maskFromLabels(labels, size, i + 1)).toEqual(visible);
      expect(found.get(i + 1) ?? emptyMask(size)).toEqual(visible);
    }
    expect([...found.keys()]).toEqual([...new Set(labels)].filter((label) => label > 0).sort());
    const all = masksFromLabels(Int32Array.from(labels), size, { background: null });
    expect(unionAll([...all.values()], size)).toEqual(fullMask(size));
  });

  law('area, box and centroid agree with the pixels', 1, ([a]) => {
    const set = [...maskToBitmap(a!).entries()].filter(([, value]) => value === 1).map(([i]) => i);
    const xs = set.map((i) => i % a!.width);
    const ys = set.map((i) => Math.floor(i / a!.width));
    const mean = (values: number[]) => values.reduce((sum, v) => sum + v + 0.5, 0) / values.length;
    expect(a!.area).toBe(set.length);
    if (set.length === 0) {
      expect([maskCentroid(a!), a!.bbox]).toEqual([null, [0, 0, 0, 0]]);
      return;
    }
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    expect(a!.bbox).toEqual([left, top, Math.max(...xs) - left + 1, Math.max(...ys) - top + 1]);
    const [x, y] = maskCentroid(a!)!;
    expect(x).toBeCloseTo(mean(xs), 9); // sums in another order
    expect(y).toBeCloseTo(mean(ys), 9);
  });
});

describe('set algebra', () => {
  const rules: [string, (a: Mask, b: Mask) => Mask, (a: boolean, b: boolean) => boolean][] = [
    ['union', unionMasks, (a, b) => a || b],
    ['intersection', intersectMasks, (a, b) => a && b],
    ['difference', subtractMask, (a, b) => a && !b],
    ['exclusive or', xorMasks, (a, b) => a !== b],
  ];
  for (const [name, combine, rule] of rules) {
    law(`${name} agrees with the pixels`, 2, ([a, b]) => {
      const [inA, inB] = [reader(a!), reader(b!)];
      expect(combine(a!, b!)).toEqual(pixelwise(a!.size, (x, y) => rule(inA(x, y), inB(x, y))));
    });
  }

  law('De Morgan, and inverting twice', 2, ([a, b]) => {
    expect(invertMask(unionMasks(a!, b!))).toEqual(intersectMasks(invertMask(a!), invertMask(b!)));
    expect(invertMask(invertMask(a!))).toEqual(a);
    expectCanonical(invertMask(a!));
  });

  law('areas of union, intersection, share and IoU fit together', 2, ([a, b]) => {
    const common = intersectMasks(a!, b!).area;
    expect(intersectionArea(a!, b!)).toBe(common);
    expect(unionMasks(a!, b!).area).toBe(a!.area + b!.area - common);
    expect(containedShare(a!, b!)).toBe(a!.isEmpty ? 0 : common / a!.area);
    expect(maskIou(a!, b!)).toBe(common === 0 ? 0 : common / unionMasks(a!, b!).area);
    expect(maskIou(a!, b!, { crowd: true })).toBe(containedShare(a!, b!));
  });

  law('joining many is joining one after another', 5, (given) => {
    expect(unionAll(given)).toEqual(given.reduce(unionMasks));
    expect(intersectAll(given)).toEqual(given.reduce(intersectMasks));
  });
});

describe('moving', () => {
  law('translate agrees with the pixels', 1, ([a], { dx, dy }) => {
    const inA = reader(a!);
    expect(translateMask(a!, dx, dy)).toEqual(pixelwise(a!.size, (x, y) => inA(x - dx, y - dy)));
  });

  law('crop and paste agree with the pixels', 1, ([a], { dx, dy }) => {
    const inA = reader(a!);
    const crop = cropMask(a!, [dx, dy, 4, 6]);
    expect(crop).toEqual(pixelwise([6, 4], (x, y) => inA(x + dx, y + dy)));
    const window = pasteMask(fullMask([6, 4]), a!.size, dx, dy);
    expect(pasteMask(crop, a!.size, dx, dy)).toEqual(intersectMasks(a!, window));
  });

  law('flips agree with the pixels', 1, ([a]) => {
    const inA = reader(a!);
    expect(flipMask(a!, 'horizontal')).toEqual(pixelwise(a!.size, (x, y) => inA(a!.width - 1 - x, y)));
    expect(flipMask(a!, 'vertical')).toEqual(pixelwise(a!.size, (x, y) => inA(x, a!.height - 1 - y)));
  });

  law(
    'nearest resize takes pixel floor(i * from / to); to its own size both resizes change nothing',
    1,
    ([a], { dx, dy }) => {
      if (a!.height * a!.width === 0) return;
      const [h, w] = [Math.abs(dy), Math.abs(dx)];
      const inA = reader(a!);
      const source = (x: number, y: number) => inA(Math.floor((x * a!.width) / w), Math.floor((y * a!.height) / h));
      expect(resizeMask(a!, [h, w])).toEqual(pixelwise([h, w], source));
      expect(resizeMask(a!, a!.size)).toEqual(a);
      expect(resizeMaskSoft(a!, a!.size)).toEqual(a);
      expectCanonical(resizeMaskSoft(a!, [h, w]));
    },
  );

  law('doubling and halving with the soft resize gives the mask back', 1, ([a]) => {
    if (a!.height * a!.width === 0) return;
    const doubled = resizeMask(a!, [2 * a!.height, 2 * a!.width]);
    expect(resizeMaskSoft(doubled, a!.size)).toEqual(a);
  });
});

describe('shape', () => {
  law('dilation agrees with the pixels', 1, ([a], { r }) => {
    const inA = reader(a!);
    expect(dilateMask(a!, r)).toEqual(pixelwise(a!.size, (x, y) => disk(r).some(([dx, dy]) => inA(x + dx, y + dy))));
  });

  law('erosion agrees with the pixels and is the dual of dilation', 1, ([a], { r }) => {
    const inA = reader(a!, true);
    expect(erodeMask(a!, r)).toEqual(pixelwise(a!.size, (x, y) => disk(r).every(([dx, dy]) => inA(x + dx, y + dy))));
    expect(erodeMask(a!, r)).toEqual(invertMask(dilateMask(invertMask(a!), r)));
  });

  law('opening lies within, closing around, and neither does more the second time', 1, ([a], { r }) => {
    const opened = openMask(a!, r);
    const closed = closeMask(a!, r);
    expect(subtractMask(opened, a!).area + subtractMask(a!, closed).area).toBe(0);
    expect([openMask(opened, r), closeMask(closed, r)]).toEqual([opened, closed]);
  });

  law('boundary pixels have an unset neighbour in the frame', 1, ([a]) => {
    const inA = reader(a!);
    const outside = reader(a!, true);
    const four = (x: number, y: number) => [outside(x - 1, y), outside(x + 1, y), outside(x, y - 1), outside(x, y + 1)];
    const corners = (x: number, y: number) => [-1, 1].flatMap((dx) => [outside(x + dx, y - 1), outside(x + dx, y + 1)]);
    const edge = (x: number, y: number) => inA(x, y) && !four(x, y).every(Boolean);
    const edge8 = (x: number, y: number) => inA(x, y) && ![...four(x, y), ...corners(x, y)].every(Boolean);
    expect(maskBoundary(a!)).toEqual(pixelwise(a!.size, edge));
    expect(maskBoundary(a!, { neighbours: 8 })).toEqual(pixelwise(a!.size, edge8));
  });

  law('components part the mask, do not touch each other, and each is one', 1, ([a]) => {
    for (const neighbours of [4, 8] as const) {
      const parts = connectedComponents(a!, { neighbours });
      expect(parts.reduce((sum, part) => sum + part.area, 0)).toBe(a!.area);
      expect(unionAll(parts, a!.size)).toEqual(a);
      const reach = neighbours === 4 ? 1 : 1.5;
      for (const part of parts) {
        expect(intersectMasks(dilateMask(part, reach), a!)).toEqual(part);
        expect(flood(part, reach)).toEqual(part);
      }
      const largest = parts.reduce((best, part) => Math.max(best, part.area), 0);
      expect(largestComponent(a!, { neighbours }).area).toBe(largest);
      const kept = parts.filter((part) => part.area >= 3);
      expect(removeIslands(a!, 3, { neighbours })).toEqual(unionAll(kept, a!.size));
    }
  });

  law('filling holes adds the unset parts that do not reach the edge', 1, ([a]) => {
    for (const neighbours of [4, 8] as const) {
      const gaps = connectedComponents(invertMask(a!), { neighbours: neighbours === 8 ? 4 : 8 });
      const holes = gaps.filter(({ bbox: [x, y, w, h] }) => x > 0 && y > 0 && x + w < a!.width && y + h < a!.height);
      expect(fillHoles(a!, { neighbours })).toEqual(unionAll([a!, ...holes]));
      const small = holes.filter((hole) => hole.area <= 1);
      expect(fillHoles(a!, { neighbours, maxArea: 1 })).toEqual(unionAll([a!, ...small]));
    }
  });

  law('contours give the mask back, and their areas add up', 1, ([a]) => {
    const contours = maskContours(a!);
    expect(
      maskFromRings(
        contours.map((contour) => contour.points),
        a!.size,
      ),
    ).toEqual(a);
    const areas = contours.map(({ points, isHole }) => (isHole ? -1 : 1) * maskFromRings([points], a!.size).area);
    expect(areas.reduce((sum, area) => sum + area, 0)).toBe(a!.area);
    const asCoco = contours.map(({ points }) => maskFromPolygon(points.flat(), a!.size));
    expect(asCoco.reduce(xorMasks, emptyMask(a!.size))).toEqual(a);
    const outer = contours.filter((contour) => !contour.isHole);
    expect(outer.length).toBe(connectedComponents(a!, { neighbours: 4 }).length);
  });
});

/** What a growing seed fills of a mask: all of it when the mask is connected. */
function flood(mask: Mask, reach: number): Mask {
  let seed = maskFromRuns(mask.size, [mask.runs[0]!, 1, mask.height * mask.width - mask.runs[0]! - 1]);
  for (;;) {
    const grown = intersectMasks(dilateMask(seed, reach), mask);
    if (grown.area === seed.area) return grown;
    seed = grown;
  }
}
