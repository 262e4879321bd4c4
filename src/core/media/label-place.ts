import { type Box, boxArea, boxBottom, boxIntersection, boxRight } from '../base/geometry.ts';

/**
 * Where the label of an object stands: above it, else below, else inside at the top, shifted into the picture;
 * of those the place that covers least of the labels already placed.
 * @param object box of the object
 * @param size width and height of the label
 * @param area part of the picture that labels may use
 */
export function placeLabel(
  object: Box,
  [width, height]: readonly [number, number],
  area: Box,
  placed: readonly Box[],
  gap: number,
): Box {
  const candidates = [
    [object[0], object[1] - height - gap],
    [object[0], boxBottom(object) + gap],
    [object[0] + gap, object[1] + gap],
    [boxRight(object) - width, object[1] - height - gap],
    [boxRight(object) + gap, object[1]],
    [object[0] - width - gap, object[1]],
    [object[0] + gap, boxBottom(object) - height - gap],
  ].map(([x, y]) => [x!, y!, width, height] as const);
  const costs = candidates.map((box, i) => placeCost(box, area, placed) + i * 0.02 * width * height);
  const best = candidates[costs.indexOf(Math.min(...costs))]!;
  return intoArea(best, area);
}

/** Pixels of other labels that it would cover, plus what must be shifted to bring it into the area. */
function placeCost(box: Box, area: Box, placed: readonly Box[]): number {
  const shifted = intoArea(box, area);
  const moved = Math.abs(shifted[0] - box[0]) * box[3] * 0.3 + Math.abs(shifted[1] - box[1]) * box[2];
  return placed.reduce((sum, other) => sum + 3 * overlapArea(shifted, other), moved);
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
