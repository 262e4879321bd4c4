import type { IouCounts } from '../metrics/iou-totals.ts';

/**
 * gIoU and cIoU as LISA's `validate` returns them: float32 throughout, 1e-5 added to each union and to the number of
 * masks, 1e-10 to the sum of unions. They differ from the exact values by about 1e-6; the exact ones are `giou` and `ciou`.
 */
export function lisaScores(pairs: readonly IouCounts[]): { giou: number; ciou: number } {
  const f32 = Math.fround;
  let [sumIou, sumIntersection, sumUnion] = [0, 0, 0];
  for (const { intersection, union } of pairs) {
    const iou = f32(f32(intersection) / f32(f32(union) + f32(1e-5)));
    sumIou = f32(sumIou + f32(iou + (union === 0 ? 1 : 0)));
    sumIntersection = f32(sumIntersection + intersection);
    sumUnion = f32(sumUnion + union);
  }
  return { giou: sumIou / (pairs.length + 1e-5), ciou: sumIntersection / (sumUnion + 1e-10) };
}
