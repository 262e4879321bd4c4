import { beforeEach, expect, test } from 'vitest';
import { MaskError } from '../../src/core/base/errors.ts';
import type { Box, SizeHw } from '../../src/core/base/geometry.ts';
import {
  boxIouMatrix,
  decodeRle,
  encodeRle,
  intersectAll,
  iouMatrix,
  type Mask,
  maskFromBitmap,
  maskFromBox,
  maskFromCoco,
  maskFromPolygon,
  maskFromPolygons,
  maskFromRuns,
  maskIou,
  maskToBitmap,
  unionAll,
} from '../../src/core/masks/index.ts';
import { json, present, same, uses } from './ledger.ts';

/** What pycocotools computed; every value is exact. */
export function maskGoldens(): void {
  const golden: RleGolden = present ? json('rle.json') : noGolden;
  beforeEach(() => void uses('rle.json'));
  compareSets(golden);
  compareShapes(golden);
}

/** Run lengths and their strings, areas, boxes, IoU and set algebra. */
function compareSets({ masks, iou, merge, size_mismatch, noncanonical }: RleGolden): void {
  const all: Mask[] = masks.map((m) => maskFromRuns(m.size, m.counts));
  const pick = (ids: number[]) => ids.map((id) => all[id]!);

  test.each(masks)('$desc $size', ({ size, counts, rle, area, bbox }) => {
    const mask = decodeRle(rle, size);
    same([...mask.runs], counts);
    same(encodeRle(maskFromRuns(size, counts)), rle);
    same(mask.area, area);
    same([...mask.bbox], bbox);
    same(maskFromBitmap(maskToBitmap(mask), size), mask);
    same(maskFromCoco({ size, counts }), mask);
  });

  test.each(iou)('IoU matrix of $dt against $gt, crowds $iscrowd', ({ dt, gt, iscrowd, iou }) => {
    same(
      iouMatrix(pick(dt), pick(gt), iscrowd.map(Boolean)).map((row) => [...row]),
      iou,
    );
  });

  test.each(merge)('merge of $ids', ({ ids, ...expected }) => {
    const union = unionAll(pick(ids));
    const intersection = intersectAll(pick(ids));
    same(
      {
        union: encodeRle(union),
        union_area: union.area,
        intersection: encodeRle(intersection),
        intersection_area: intersection.area,
      },
      expected,
    );
  });

  test.each(size_mismatch)('masks $dt and $gt: pycocotools gives IoU $iou, unlike sizes are an error here', (row) => {
    const [dt, gt] = [all[row.dt]!, all[row.gt]!];
    if (String(dt.size) === String(gt.size)) {
      same([maskIou(dt, gt), encodeRle(unionAll([dt, gt]))], [row.iou, row.union]);
      return;
    }
    expect(() => maskIou(dt, gt)).toThrow(MaskError);
    expect(() => unionAll([dt, gt])).toThrow(MaskError);
    same(row.iou <= 0, true);
  });

  test.each(noncanonical)('runs of length zero: $desc', ({ size, counts, rle, canonical_counts, canonical_rle }) => {
    for (const mask of [maskFromRuns(size, counts), decodeRle(rle, size)]) {
      same([...mask.runs], canonical_counts);
      same(encodeRle(mask), canonical_rle);
    }
  });
}

/** Boxes and polygons. */
function compareShapes({ box_iou, from_bbox, polygons }: RleGolden): void {
  test('IoU of boxes', () => {
    const { dt, gt, iscrowd, iou } = box_iou;
    same(
      boxIouMatrix(dt, gt, iscrowd.map(Boolean)).map((row) => [...row]),
      iou,
    );
  });

  test.each(from_bbox)('box $bbox in $size', ({ bbox, size, rle, area, toBbox }) => {
    const mask = maskFromBox(bbox, size);
    same([encodeRle(mask), mask.area, mask.bbox], [rle, area, toBbox]);
  });

  test.each(polygons)(
    'polygon: $desc',
    ({ size, segmentation, rles, areas, bboxes, merged, merged_area, max_overlap }) => {
      const parts = segmentation.map((points) => maskFromPolygon(points, size));
      same(parts.map(encodeRle), rles);
      same(
        parts.map((part) => part.area),
        areas,
      );
      same(
        parts.map((part) => part.bbox),
        bboxes,
      );
      const union = maskFromPolygons(segmentation, size);
      same([encodeRle(union), union.area], [merged, merged_area]);
      same(
        sumOf(parts, size).reduce((a, b) => Math.max(a, b)),
        max_overlap,
      );
    },
  );
}

function sumOf(parts: Mask[], [h, w]: SizeHw): Uint8Array {
  const sum = new Uint8Array(h * w);
  for (const part of parts) for (const [i, set] of maskToBitmap(part).entries()) sum[i]! += set;
  return sum;
}

const noGolden: RleGolden = {
  masks: [],
  iou: [],
  merge: [],
  size_mismatch: [],
  box_iou: { dt: [], gt: [], iscrowd: [], iou: [] },
  from_bbox: [],
  polygons: [],
  noncanonical: [],
};

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
