import type { Concept } from '../../concept.ts';
import type { Shape } from '../../contract.ts';
import { colorIndex } from '../color/index.ts';
import {
  boxFill,
  boxHeight,
  boxWidth,
  centerX,
  centerY,
  colorShareOf,
  ellipseFill,
  ellipseOf,
} from './node-features.ts';
import type { RegionForest } from './region-forest.ts';
import { thingLog } from './stuff.ts';

/** Whether a concept says anything that can be checked of a region without knowing its name. */
export function isCheckable(c: Concept): boolean {
  return (
    c.colors.length > 0 ||
    c.notColors.length > 0 ||
    c.shapes.length > 0 ||
    c.zone !== undefined ||
    c.order !== undefined ||
    c.group
  );
}

/**
 * How well a region fits what a concept says of colour, shape and place: a logarithm, 0 at best, to be added to the
 * logarithm of its objectness. Position words count by where the region's centre lies in the picture.
 */
export function conceptLog(forest: RegionForest, row: number, concept: Concept): number {
  return (
    colorLog(forest, row, concept) +
    notColorLog(forest, row, concept) +
    shapeLog(forest, row, concept.shapes) +
    zoneLog(forest, row, concept) +
    nearLog(forest, row, concept) +
    (isStuff(concept) ? 0 : thingLog(forest, row))
  );
}

/** Whether a region passes for what a concept says of colour and shape, wherever it lies and however it ranks. */
export function fitsConcept(forest: RegionForest, row: number, { colors, ...concept }: Concept): boolean {
  const share =
    colors.length === 0
      ? 1
      : colorShareOf(
          forest.nodes,
          row,
          colors.map((c) => colorIndex[c]),
        );
  const looks = notColorLog(forest, row, { colors, ...concept }) + shapeLog(forest, row, concept.shapes);
  return share >= leastShare && looks >= leastLooks;
}

/** Whether a concept says how the thing looks, so that any region can be told to fit or not. */
export function saysLooks({ colors, notColors, shapes }: Concept): boolean {
  return colors.length + notColors.length + shapes.length > 0;
}

/** The share of its pixels from which on a thing may be said to have a colour. */
const leastShare = 0.3;
const leastLooks = Math.log(0.03);

const isStuff = ({ sort }: Concept): boolean => sort === 'stuff' || sort === 'surface';

/** A thing "is" a colour from this share of its pixels on: highlights, prints and shadows take the rest. */
const fullShare = 0.6;

/** Mostly of that colour, and most of what the picture has of it. */
function colorLog(forest: RegionForest, row: number, { colors }: Concept): number {
  if (colors.length === 0) return 0;
  const wanted = colors.map((c) => colorIndex[c]);
  const share = colorShareOf(forest.nodes, row, wanted);
  let total = 0;
  for (const c of wanted) total += forest.colorTotals[c]!;
  const part = total > 0 ? (share * forest.nodes.area[row]!) / total : 0;
  return (
    2 * Math.log(floor(Math.min(1, share / fullShare))) + 0.7 * Math.log(floor(part)) + eachLog(forest, row, wanted)
  );
}

/** Of several colours ("blue and green", teal between them) each must show in a tenth of the pixels. */
function eachLog({ nodes }: RegionForest, row: number, wanted: readonly number[]): number {
  if (wanted.length < 2) return 0;
  let sum = 0;
  for (const c of wanted) sum += Math.log(floor(Math.min(1, colorShareOf(nodes, row, [c]) / 0.1)));
  return sum;
}

function notColorLog({ nodes }: RegionForest, row: number, { notColors }: Concept): number {
  if (notColors.length === 0) return 0;
  const share = colorShareOf(
    nodes,
    row,
    notColors.map((c) => colorIndex[c]),
  );
  return 2 * Math.log(floor(1 - share));
}

function shapeLog({ nodes }: RegionForest, row: number, shapes: readonly Shape[]): number {
  if (shapes.length === 0) return 0;
  const ellipse = ellipseOf(nodes, row);
  const slim = ellipse.long / ellipse.short;
  const tall = boxHeight(nodes, row) / boxWidth(nodes, row);
  let sum = 0;
  for (const shape of shapes) {
    if (shape === 'round') sum += 3 * Math.log(floor(ellipseFill(nodes, row, ellipse) ** 3 / slim));
    else if (shape === 'elongated') sum += 2 * Math.log(floor(Math.min(1, slim / 3)));
    else if (shape === 'rectangular') sum += 3 * Math.log(floor(boxFill(nodes, row)));
    else if (shape === 'tall') sum += 2 * Math.log(floor(Math.min(1, tall / 1.6)));
    else if (shape === 'wide') sum += 2 * Math.log(floor(Math.min(1, 1 / (1.6 * tall))));
  }
  return sum;
}

function zoneLog({ nodes, image }: RegionForest, row: number, { zone }: Concept): number {
  if (zone === undefined) return 0;
  const x = centerX(nodes, row) / image.width;
  const y = centerY(nodes, row) / image.height;
  const near = { left: 1 - x, right: x, top: 1 - y, bottom: y, middle: 1 - 2 * Math.hypot(x - 0.5, y - 0.5) }[zone];
  return 2 * Math.log(floor(near));
}

/** What is nearest to the camera is large and stands low in the picture. */
function nearLog({ nodes, image }: RegionForest, row: number, { order }: Concept): number {
  if (order?.by !== 'depth' || order.direction !== 'up') return 0;
  return (
    0.35 * Math.log(nodes.area[row]! / (image.width * image.height)) + Math.log(floor(nodes.y1[row]! / image.height))
  );
}

/** Keeps logarithms finite: what fails a test wholly is out, but stays in order. */
const floor = (value: number): number => Math.max(0.001, value);
