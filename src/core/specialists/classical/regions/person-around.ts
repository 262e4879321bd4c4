import type { Box } from '../../../base/index.ts';
import { ColorDensity } from './color-density.ts';
import type { GarmentSpan } from './garment.ts';
import { centerX, centerY, labGap, meanLab } from './node-features.ts';
import { type Region, regionOfLeaves } from './region.ts';
import type { RegionForest } from './region-forest.ts';

type Lab = readonly [number, number, number];

/** Leaves near a person, with what is believed of each. */
interface Scene {
  readonly leaves: readonly number[];
  readonly labs: readonly Lab[];
  readonly areas: readonly number[];
  /** Belief from place alone, 0..1. */
  readonly place: Float64Array;
  /** Belief from place and colour. */
  readonly prior: Float64Array;
  readonly belief: Float64Array;
  readonly links: Links;
}

/**
 * The person who wears the region `seed`: the body's frame follows from where such a garment sits; leaves are then
 * labelled by that frame, by whether their colour occurs rather inside or outside it, and by how weak the borders
 * to their neighbours are (random walker, Grady 2006, over leaves instead of pixels).
 */
export function personAround(forest: RegionForest, seed: Region, garment: GarmentSpan): Region {
  const body = bodyBox(seed.box, garment);
  const scene = sceneAround(forest, body, seed);
  for (let round = 0; round < 2; round++) {
    weighColors(scene, seed);
    walk(scene);
  }
  return connectedToSeed(forest, scene, seed);
}

/** A body [x, y, w, h] about 2.6 times as high as wide, whose garment covers `seed`. */
function bodyBox([x, y, w, h]: Box, { top, bottom }: GarmentSpan): Box {
  const byHeight = h / (bottom - top);
  const height = Math.max(1.2 * w, Math.min(byHeight, 4 * w));
  const width = Math.max(w, height / 3);
  const middle = y + h / 2;
  return [x + w / 2 - width / 2, middle - (height * (top + bottom)) / 2, width, height];
}

function sceneAround(forest: RegionForest, body: Box, seed: Region): Scene {
  const { nodes } = forest;
  const leaves = leavesNear(forest, body);
  const inSeed = new Set(seed.leaves);
  const labs = leaves.map((p) => meanLab(nodes, p));
  const place = leaves.map((p) => (inSeed.has(p) ? 0.97 : placeBelief(centerX(nodes, p), centerY(nodes, p), body)));
  return {
    leaves,
    labs,
    areas: leaves.map((p) => nodes.area[p]!),
    place: Float64Array.from(place),
    prior: Float64Array.from(place),
    belief: Float64Array.from(place),
    links: linksAmong(forest, leaves, labs),
  };
}

function leavesNear({ nodes, leaves: count }: RegionForest, [x, y, w, h]: Box): number[] {
  const near: number[] = [];
  for (let p = 0; p < count; p++) {
    const beside = nodes.x1[p]! < x - w || nodes.x0[p]! > x + 2 * w;
    if (!beside && nodes.y1[p]! >= y - h / 2 && nodes.y0[p]! <= y + 1.5 * h) near.push(p);
  }
  return near;
}

/** Half widths of a body over its height, as shares of its width: head, shoulders and arms, hips, legs. */
function halfWidth(down: number): number {
  return down < 0.15 ? 0.28 : down < 0.55 ? 0.5 : 0.42;
}

/** Belief that a point belongs to the body by its place alone: 0.75 inside the outline, fading outside it. */
function placeBelief(px: number, py: number, [x, y, w, h]: Box): number {
  const down = (py - y) / h;
  const aside = Math.abs(px - (x + w / 2)) / w;
  const beyond = Math.max(0, aside - halfWidth(down)) / 0.25 + (Math.max(0, -down) + Math.max(0, down - 1)) / 0.06;
  return 0.02 + 0.73 * Math.exp(-0.5 * beyond * beyond);
}

/** Bayes: place times how much more often a leaf's colour occurs among what is believed inside than outside. */
function weighColors({ leaves, labs, areas, belief, place, prior }: Scene, seed: Region): void {
  const inSeed = new Set(seed.leaves);
  const inside = new ColorDensity();
  const outside = new ColorDensity();
  for (let i = 0; i < labs.length; i++) {
    inside.add(labs[i]!, areas[i]! * belief[i]!);
    outside.add(labs[i]!, areas[i]! * (1 - belief[i]!));
  }
  for (let i = 0; i < labs.length; i++) {
    const yes = inside.at(labs[i]!) + 0.02 * seed.area;
    const ratio = yes / (yes + outside.at(labs[i]!) + 0.02 * seed.area);
    const both = place[i]! * ratio;
    prior[i] = inSeed.has(leaves[i]!) ? 0.97 : both / (both + (1 - place[i]!) * (1 - ratio));
  }
}

/** Rounds of Gauss-Seidel; beliefs settle to about 0.01. */
const rounds = 30;
/** Pull of the prior against that of neighbours. */
const priorPull = 0.25;

/** Each leaf goes to the weighted mean of its prior and its neighbours; beyond the scene nobody is believed in. */
function walk({ links, prior, belief }: Scene): void {
  const { starts, other, pull, prior: own, total } = links;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < belief.length; i++) {
      let sum = own[i]! * prior[i]!;
      for (let k = starts[i]!; k < starts[i + 1]!; k++) sum += pull[k]! * belief[other[k]!]!;
      belief[i] = sum / total[i]!;
    }
  }
}

/** Neighbours within the scene, by place in it, and how strongly each pulls. */
interface Links {
  readonly starts: Int32Array;
  readonly other: Int32Array;
  readonly pull: Float64Array;
  /** Pull of a leaf's prior, and all pulls on it together with those from beyond the scene. */
  readonly prior: Float64Array;
  readonly total: Float64Array;
}

function linksAmong({ neighbours, nodes }: RegionForest, leaves: readonly number[], labs: readonly Lab[]): Links {
  const placeOf = new Map(leaves.map((p, i) => [p, i]));
  const starts = [0];
  const other: number[] = [];
  const pulls: number[] = [];
  const prior = leaves.map((p) => priorPull * Math.sqrt(nodes.area[p]!));
  const total = leaves.map((p, i) => {
    let sum = prior[i]!;
    for (let k = neighbours.starts[p]!; k < neighbours.starts[p + 1]!; k++) {
      const place = placeOf.get(neighbours.leaf[k]!);
      const gap = place === undefined ? 0 : labGap(labs[i]!, labs[place]!);
      const pull = neighbours.length[k]! * Math.exp(-6 * neighbours.strength[k]! - gap / 10);
      sum += pull;
      if (place === undefined) continue;
      other.push(place);
      pulls.push(pull);
    }
    starts.push(other.length);
    return sum;
  });
  return {
    starts: Int32Array.from(starts),
    other: Int32Array.from(other),
    pull: Float64Array.from(pulls),
    prior: Float64Array.from(prior),
    total: Float64Array.from(total),
  };
}

/** Leaves believed in that hang together with the seed. */
function connectedToSeed(forest: RegionForest, { leaves, belief }: Scene, seed: Region): Region {
  const believed = new Set(leaves.filter((_, i) => belief[i]! > 0.5));
  const found = new Set(seed.leaves);
  const open = [...seed.leaves];
  for (let p = open.pop(); p !== undefined; p = open.pop()) {
    for (let k = forest.neighbours.starts[p]!; k < forest.neighbours.starts[p + 1]!; k++) {
      const other = forest.neighbours.leaf[k]!;
      if (!believed.has(other) || found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return regionOfLeaves(forest, Int32Array.from(found).sort());
}
