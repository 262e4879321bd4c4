import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SizeHw } from '../../base/geometry.ts';
import {
  dilateMask,
  fullMask,
  type Mask,
  maskFromRuns,
  maskFromText,
  maskToText,
  subtractMask,
} from '../../masks/index.ts';
import { boundaryF, boundaryRadius, jAndF } from './boundary-f.ts';
import { boundaryMap } from './boundary-map.ts';
import { regionSimilarity } from './region-similarity.ts';

// Single pairs scored by the davis2017-evaluation code; every value is exact.
interface MicroGolden {
  pairs: {
    desc: string;
    size: SizeHw;
    gt: number[];
    pred: number[];
    void: number[] | null;
    bound_th: number;
    bound_pix: number;
    gt_boundary: number[];
    pred_boundary: number[];
    gt_boundary_dilated: number[];
    pred_boundary_dilated: number[];
    J: number;
    F: number;
  }[];
  disk_row_half_widths: Record<string, number[]>;
}
const path = '../shared/golden/davis/micro.json';
const golden: MicroGolden | undefined = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;

describe.skipIf(golden === undefined)('pairs as the DAVIS 2017 code scores them (needs the reference folder)', () => {
  test.each(golden?.pairs ?? [])('$desc $size, threshold $bound_th', (pair) => {
    const { size } = pair;
    const gt = maskFromRuns(size, pair.gt);
    const pred = maskFromRuns(size, pair.pred);
    const ignored = pair.void === null ? undefined : maskFromRuns(size, pair.void);
    const radius = boundaryRadius(size, pair.bound_th);
    expect(radius).toBe(pair.bound_pix);
    expect(boundaryF(gt, pred, { boundTh: pair.bound_th, void: ignored })).toBe(pair.F);
    expect(regionSimilarity(gt, pred, ignored)).toBe(pair.J);
    expect([...dilateMask(maskFromRuns(size, pair.gt_boundary), radius).runs]).toEqual(pair.gt_boundary_dilated);
    expect([...dilateMask(maskFromRuns(size, pair.pred_boundary), radius).runs]).toEqual(pair.pred_boundary_dilated);
    const counted = (mask: Mask) => (ignored === undefined ? mask : subtractMask(mask, ignored));
    expect([...boundaryMap(counted(gt)).runs]).toEqual(pair.gt_boundary);
    expect([...boundaryMap(counted(pred)).runs]).toEqual(pair.pred_boundary);
  });

  test.each(Object.entries(golden?.disk_row_half_widths ?? {}))('disk of radius %s', (radius, halfWidths) => {
    const r = Number(radius);
    const size: SizeHw = [2 * r + 1, 2 * r + 1];
    const centre = maskFromRuns(size, [size[0] * r + r, 1, size[0] * r + r]);
    const disk = halfWidths.map((half) =>
      '#'
        .repeat(2 * half + 1)
        .padStart(r + half + 1, '.')
        .padEnd(size[1], '.'),
    );
    expect(maskToText(dilateMask(centre, r))).toBe(disk.join('\n'));
  });
});

test('the boundary lies half a pixel up and left', () => {
  const mask = maskFromText(`
    .....
    ..##.
    ..##.
    .....`);
  expect(maskToText(boundaryMap(mask))).toBe('.###.\n.#.#.\n.###.\n.....');
});

test('a frame full of object has no boundary: against an empty prediction J is 0 and F is 1', () => {
  const full = fullMask([20, 30]);
  const none = maskFromRuns([20, 30], [600]);
  expect(jAndF(full, none)).toEqual({ j: 0, f: 1, jf: 0.5 });
});
