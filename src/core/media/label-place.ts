import { type Box, boxArea, boxBottom, boxIntersection, boxRight } from '../base/geometry.ts';

/** What a label has to mind. */
export interface LabelSurroundings {
  /** Part of the picture that labels may use. */
  readonly area: Box;
  /** Labels already placed. */
  readonly placed: readonly Box[];
  /** Boxes of all objects shown. */
  readonly objects: readonly Box[];
  /** Pixels between an object and its label. */
  readonly gap: number;
}

/**
 * Where the label of an object stands: above it, else below, beside or inside it, shifted into the picture; of
 * those the place that covers least of other labels and of objects.
 * @param object box of the object
 * @param size width and height of the label
 */
export function placeLabel(object: Box, [width, height]: readonly [number, number], around: LabelSurroundings): Box {
  const { gap } = around;
  const candidates = [
    [object[0], object[1] - height - gap],
    [object[0], boxBottom(object) + gap],
    [object[0] + gap, object[1] + gap],
    [boxRight(object) - width, object[1] - height - gap],
    [boxRight(object) + gap, object[1]],
    [object[0] - width - gap, object[1]],
    [object[0] + gap, boxBottom(object) - height - gap],
  ].map(([x, y]) => [x!, y!, width, height] as const);
  const costs = candidates.map((box, i) => placeCost(box, around) + i * 0.04 * width * height);
  const best = candidates[costs.indexOf(Math.min(...costs))]!;
  return intoArea(best, around.area);
}

/** Pixels that it would cover, dearest of other labels, plus what must be shifted to bring it into the area. */
function placeCost(box: Box, { area, placed, objects }: LabelSurroundings): number {
  const shifted = intoArea(box, area);
  const moved = Math.abs(shifted[0] - box[0]) * box[3] * 0.3 + Math.abs(shifted[1] - box[1]) * box[2];
  const hidden = objects.reduce((sum, other) => sum + 0.35 * overlapArea(shifted, other), moved);
  return placed.reduce((sum, other) => sum + 3 * overlapArea(shifted, other), hidden);
}

function overlapArea(a: Box, b: Box): number {
  const common = boxIntersection(a, b);
  return common === null ? 0 : boxArea(common);
}

function intoArea([x, y, w, h]: Box, area: Box): Box {
  const left = Math.max(area[0], Math.min(x, boxRight(area) - w));
  const top = Math.max(area[1], Math.min(y, boxBottom(area) - h));
  return [Math.round(left), Math.round(top), w, h];
}
