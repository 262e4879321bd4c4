import { boxGap } from '../../../base/geometry.ts';
import type { Mask } from '../../../masks/mask.ts';
import { regionOutline } from '../appearance/region-outline.ts';
import { maskPoints, PointList } from '../motion/points.ts';

/** Of two touching regions, which one lies over the other. Indices into the list of regions. */
export interface Occlusion {
  readonly front: number;
  readonly back: number;
  /** 0..1 */
  readonly strength: number;
}

interface Form {
  readonly mask: Mask;
  readonly hull: Float64Array;
  readonly points: PointList;
}

/** Points taken from a region. */
const pointsPerRegion = 80;
/** Less of a difference says nothing. */
const leastDifference = 0.12;

/**
 * Occlusion by convexity: what lies in front keeps its own outline and bites into what is behind, so more of it lies
 * within the other's convex hull than the other way round (Kanizsa and Gerbino 1976 on convexity as a sign of figure).
 */
export function occlusionOrder(masks: readonly Mask[]): Occlusion[] {
  const forms = masks.map(formOf);
  const found: Occlusion[] = [];
  for (let i = 0; i < forms.length; i++) {
    for (let j = i + 1; j < forms.length; j++) {
      const bitten = biteOf(forms[i]!, forms[j]!);
      if (Math.abs(bitten) < leastDifference) continue;
      found.push({
        front: bitten > 0 ? j : i,
        back: bitten > 0 ? i : j,
        strength: Math.min(1, Math.abs(bitten) / 0.6),
      });
    }
  }
  return found;
}

function formOf(mask: Mask): Form {
  const points = new PointList();
  if (mask.isEmpty) return { mask, hull: new Float64Array(0), points };
  maskPoints(mask, 1, pointsPerRegion, points);
  return { mask, hull: regionOutline(mask).hull, points };
}

/** Share of b within a's hull, minus share of a within b's; 0 for regions that do not touch. */
function biteOf(a: Form, b: Form): number {
  if (a.mask.isEmpty || b.mask.isEmpty || boxGap(a.mask.bbox, b.mask.bbox) > 2) return 0;
  return shareInside(b.points, a.hull) - shareInside(a.points, b.hull);
}

function shareInside({ x, y, length }: PointList, hull: Float64Array): number {
  let inside = 0;
  for (let i = 0; i < length; i++) if (isInsideConvex(hull, x[i]!, y[i]!)) inside++;
  return length === 0 ? 0 : inside / length;
}

/** On the same side of every edge. */
function isInsideConvex(hull: Float64Array, x: number, y: number): boolean {
  const n = hull.length;
  for (let i = 0; i < n; i += 2) {
    const j = (i + 2) % n;
    const side = (hull[j]! - hull[i]!) * (y - hull[i + 1]!) - (hull[j + 1]! - hull[i + 1]!) * (x - hull[i]!);
    if (side < 0) return false;
  }
  return true;
}
