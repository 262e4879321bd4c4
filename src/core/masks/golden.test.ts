import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MaskError } from '../base/errors.ts';
import type { Box, Point, SizeHw } from '../base/geometry.ts';
import { maskFromBitmap, maskToBitmap } from './bitmap.ts';
import { boxIouMatrix } from './box-iou-matrix.ts';
import { maskFromCoco } from './coco.ts';
import { maskFromBox, maskFromPolygon, maskFromPolygons } from './coco-polygon.ts';
import { fillPoly } from './fill-poly.ts';
import type { Mask } from './mask.ts';
import { maskFromRuns } from './mask-from-runs.ts';
import { iouMatrix, maskIou } from './mask-iou.ts';
import { decodeRle, encodeRle } from './rle-string.ts';
import { intersectAll, unionAll } from './set-algebra.ts';

// What pycocotools and OpenCV computed; every value is exact.
interface RleGolden {
  masks: { desc: string; size: SizeHw; counts: number[]; rle: string; area: number; bbox: Box }[];
  iou: { dt: number[]; gt: number[]; iscrowd: number[]; iou: number[][] }[];
  merge: { ids: number[]; union: string; union_area: number; intersection: string; intersection_area: number }[];
  size_mismatch: { dt: number; gt: number; iou: number; union: string }[];
  box_iou: { dt: Box[]; gt: Box[]; iscrowd: number[]; iou: number[][] };
  from_bbox: { bbox: Box; size: SizeHw; rle: string; area: number; toBbox: Box }[];
  polygons: {
    desc: string;
    size: SizeHw;
    segmentation: number[][];
    rles: string[];
    areas: number[];
    bboxes: Box[];
    merged: string;
    merged_area: number;
    max_overlap: number;
  }[];
  noncanonical: {
    desc: string;
    size: SizeHw;
    counts: number[];
    rle: string;
    area: number;
    canonical_counts: number[];
    canonical_rle: string;
  }[];
}
interface FillGolden {
  polygons: { desc: string; size: SizeHw; points: Point[]; fill: number[] }[];
}

const read = <T>(name: string): T | undefined => {
  const path = `../shared/golden/${name}`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};
const rle = read<RleGolden>('rle.json');
const fills = read<FillGolden>('reasonseg/polygons.json');

describe.skipIf(rle === undefined)('masks as pycocotools has them (needs the reference folder)', () => {
  const { masks, iou, merge, size_mismatch, box_iou, from_bbox, polygons, noncanonical } = rle ?? emptyGolden;
  const all: Mask[] = masks.map((m) => maskFromRuns(m.size, m.counts));
  const pick = (ids: number[]) => ids.map((id) => all[id]!);

  test.each(masks)('$desc $size', ({ size, counts, rle, area, bbox }) => {
    const mask = decodeRle(rle, size);
    expect([...mask.runs]).toEqual(counts);
    expect(encodeRle(maskFromRuns(size, counts))).toBe(rle);
    expect(mask.area).toBe(area);
    expect([...mask.bbox]).toEqual(bbox);
    expect(maskFromBitmap(maskToBitmap(mask), size)).toEqual(mask);
    expect(maskFromCoco({ size, counts })).toEqual(mask);
  });

  test.each(iou)('IoU matrix of $dt against $gt, crowds $iscrowd', ({ dt, gt, iscrowd, iou }) => {
    expect(iouMatrix(pick(dt), pick(gt), iscrowd.map(Boolean)).map((row) => [...row])).toEqual(iou);
  });

  test.each(merge)('merge of $ids', ({ ids, ...expected }) => {
    const union = unionAll(pick(ids));
    const intersection = intersectAll(pick(ids));
    expect({
      union: encodeRle(union),
      union_area: union.area,
      intersection: encodeRle(intersection),
      intersection_area: intersection.area,
    }).toEqual(expected);
  });

  test.each(size_mismatch)('masks $dt and $gt: pycocotools gives IoU $iou, unlike sizes are an error here', (row) => {
    const [dt, gt] = [all[row.dt]!, all[row.gt]!];
    if (String(dt.size) === String(gt.size)) {
      expect([maskIou(dt, gt), encodeRle(unionAll([dt, gt]))]).toEqual([row.iou, row.union]);
      return;
    }
    expect(() => maskIou(dt, gt)).toThrow(MaskError);
    expect(() => unionAll([dt, gt])).toThrow(MaskError);
  });

  test('IoU of boxes', () => {
    const { dt, gt, iscrowd, iou } = box_iou;
    expect(boxIouMatrix(dt, gt, iscrowd.map(Boolean)).map((row) => [...row])).toEqual(iou);
  });

  test.each(from_bbox)('box $bbox in $size', ({ bbox, size, rle, area, toBbox }) => {
    const mask = maskFromBox(bbox, size);
    expect([encodeRle(mask), mask.area, mask.bbox]).toEqual([rle, area, toBbox]);
  });

  test.each(polygons)(
    'polygon: $desc',
    ({ size, segmentation, rles, areas, bboxes, merged, merged_area, max_overlap }) => {
      const parts = segmentation.map((points) => maskFromPolygon(points, size));
      expect(parts.map(encodeRle)).toEqual(rles);
      expect(parts.map((part) => part.area)).toEqual(areas);
      expect(parts.map((part) => part.bbox)).toEqual(bboxes);
      const union = maskFromPolygons(segmentation, size);
      expect([encodeRle(union), union.area]).toEqual([merged, merged_area]);
      expect(sumOf(parts, size).reduce((a, b) => Math.max(a, b))).toBe(max_overlap);
    },
  );

  test.each(noncanonical)('runs of length zero: $desc', ({ size, counts, rle, canonical_counts, canonical_rle }) => {
    for (const mask of [maskFromRuns(size, counts), decodeRle(rle, size)]) {
      expect([...mask.runs]).toEqual(canonical_counts);
      expect(encodeRle(mask)).toBe(canonical_rle);
    }
  });
});

describe.skipIf(fills === undefined)('polygons as OpenCV fills them (needs the reference folder)', () => {
  test.each(fills?.polygons ?? [])('$desc', ({ size, points, fill }) => {
    const whole = points.map(([x, y]): Point => [Math.trunc(x), Math.trunc(y)]);
    expect([...fillPoly([whole], size).runs]).toEqual(fill);
  });
});

function sumOf(parts: Mask[], [h, w]: SizeHw): Uint8Array {
  const sum = new Uint8Array(h * w);
  for (const part of parts) for (const [i, set] of maskToBitmap(part).entries()) sum[i]! += set;
  return sum;
}

const emptyGolden: RleGolden = {
  masks: [],
  iou: [],
  merge: [],
  size_mismatch: [],
  box_iou: { dt: [], gt: [], iscrowd: [], iou: [] },
  from_bbox: [],
  polygons: [],
  noncanonical: [],
};
