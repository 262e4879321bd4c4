import type { SoftMask } from '../masks/soft-mask.ts';
import type { Appearance, DepthValue, Detection } from '../specialists/contract.ts';
import { columnsOf } from './columns.ts';
import { overlapArea } from './contact.ts';
import { medianDepth } from './depth-map.ts';
import { PlacedShape } from './placed-shape.ts';
import type { SeenFrame } from './seen-frame.ts';

/** What lies at an edge of it may be mixed in. */
const mappedConfidence = 0.8;

/** A detection with what was said of it, after duplicates have been merged. */
export interface Sighting {
  readonly shape: PlacedShape;
  readonly soft: SoftMask | null;
  readonly score: number;
  readonly stuff: number;
  readonly concepts: Readonly<Record<string, number>> | null;
  readonly labels: readonly (readonly [string, number])[] | null;
  readonly look: Appearance | null;
  readonly depth: DepthValue | null;
  /** Index of the whole among the sightings. */
  readonly partOf: number | undefined;
}

/**
 * The frame's detections, best first kept: of two with an IoU above `duplicateIou` the better one stays and takes
 * over concept scores and labels of the other (the greater of both). A part that is nearly all that is seen of its whole (a
 * table's top) is no duplicate of it. Empty masks are left out, and at most `most` stay.
 */
export function sightingsOf(seen: SeenFrame, duplicateIou: number, most: number): Sighting[] {
  const detections = seen.detections ?? [];
  const order = detections.map((_, i) => i).filter((i) => !detections[i]!.mask.isEmpty);
  order.sort((a, b) => detections[b]!.score - detections[a]!.score || a - b);
  const keepers: { shape: PlacedShape; members: number[] }[] = [];
  const keeperOf = new Map<number, number>();
  for (const i of order) {
    const shape = new PlacedShape(columnsOf(detections[i]!.mask));
    let k = keepers.findIndex(
      (keeper) => iouIsAbove(keeper.shape, shape, duplicateIou) && !holdsPartOrWhole(keeper.members, i, detections),
    );
    if (k < 0 && keepers.length < most) k = keepers.push({ shape, members: [] }) - 1;
    if (k < 0) continue;
    keepers[k]!.members.push(i);
    keeperOf.set(i, k);
  }
  return keepers.map(({ shape, members }, k) => merge(seen, shape, members, k, keeperOf));
}

const holdsPartOrWhole = (members: readonly number[], i: number, detections: readonly Detection[]): boolean =>
  members.some((member) => detections[member]!.partOf === i || detections[i]!.partOf === member);

function merge(
  seen: SeenFrame,
  shape: PlacedShape,
  members: readonly number[],
  self: number,
  keeperOf: ReadonlyMap<number, number>,
): Sighting {
  const found = members.map((i) => seen.detections![i]!);
  const first = <T>(list: readonly (T | null)[] | undefined): T | null =>
    members.map((i) => list?.[i] ?? null).find((value) => value !== null) ?? null;
  const wholes = found.map((d) => (d.partOf === undefined ? undefined : keeperOf.get(d.partOf)));
  return {
    shape,
    soft: seen.soft?.[members[0]!] ?? null,
    score: found[0]!.score,
    stuff: found[0]!.stuff ?? 0,
    concepts: mergeConcepts(found),
    labels: mergeLabels(found),
    look: first(seen.appearance),
    depth: first(seen.depth) ?? mappedDepth(seen, shape),
    partOf: wholes.find((whole) => whole !== undefined && whole !== self),
  };
}

/** Where nobody tells how far things are, the depths of their pixels do. */
function mappedDepth({ depthMap }: SeenFrame, shape: PlacedShape): DepthValue | null {
  const value = depthMap === undefined ? null : medianDepth(depthMap, shape);
  return value === null ? null : { value, confidence: mappedConfidence, unit: 'm' };
}

function mergeConcepts(found: readonly Detection[]): Record<string, number> | null {
  const named = found.filter((d) => d.concepts !== undefined);
  if (named.length === 0) return null;
  const best: Record<string, number> = {};
  for (const d of named) {
    for (const [id, p] of Object.entries(d.concepts!)) best[id] = Math.max(best[id] ?? 0, p);
  }
  return best;
}

function mergeLabels(found: readonly Detection[]): [string, number][] | null {
  const named = found.filter((d) => d.labels !== undefined);
  if (named.length === 0) return null;
  const best = new Map<string, number>();
  for (const d of named) for (const [name, p] of d.labels!) best.set(name, Math.max(best.get(name) ?? 0, p));
  return [...best];
}

/** Most pairs are settled by their areas and boxes. */
const iouIsAbove = (a: PlacedShape, b: PlacedShape, least: number): boolean =>
  iouBound(a, b) > least && shapeIou(a, b) > least;

/** No IoU of two shapes with these areas and boxes is greater; costs nothing. */
export function iouBound(a: PlacedShape, b: PlacedShape): number {
  const common = Math.min(a.area, b.area, boxOverlap(a, b));
  return common > 0 ? common / (a.area + b.area - common) : 0;
}

/** Common area of the boxes, px². */
function boxOverlap({ box: [ax, ay, aw, ah] }: PlacedShape, { box: [bx, by, bw, bh] }: PlacedShape): number {
  const w = Math.min(ax + aw, bx + bw) - Math.max(ax, bx);
  const h = Math.min(ay + ah, by + bh) - Math.max(ay, by);
  return w > 0 && h > 0 ? w * h : 0;
}

/** IoU of two placed shapes, parts outside the picture included. */
export function shapeIou(a: PlacedShape, b: PlacedShape): number {
  if (a.area === 0 || b.area === 0) return 0;
  const common = boxesMeet(a, b) ? overlapArea(a, b) : 0;
  return common / (a.area + b.area - common);
}

export function boxesMeet(a: PlacedShape, b: PlacedShape): boolean {
  const [ax, ay, aw, ah] = a.box;
  const [bx, by, bw, bh] = b.box;
  return ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah;
}
