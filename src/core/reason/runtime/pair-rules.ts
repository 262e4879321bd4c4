import { certain, no, type Truth, unknown, type Verdict, yes } from './kleene.ts';
import { settings } from './settings.ts';
import type { KnownWords, Thing } from './thing.ts';
import type { World } from './world.ts';

/** A rule about an object and another one. */
export interface PairRule {
  readonly word: string;
  /** How it reads: `rests on` #10. */
  readonly reads: string;
  /** How its denial reads: `not on` #10. */
  readonly denied: string;
  /** Both must be in the picture, else unknown. */
  readonly here: boolean;
  test(o: Thing, r: Thing, world: World): Verdict;
}

/** The verdict with the presence of both checked first. */
export function pairVerdict(rule: PairRule, o: Thing, r: Thing, world: World): Verdict {
  return rule.here && !(o.present && r.present) ? unknown : rule.test(o, r, world);
}

/** Shortest distance between the boxes in px, 0 where they meet. */
export function gapBetween(o: Thing, r: Thing): number {
  const dx = Math.max(0, o.left - r.right, r.left - o.right);
  const dy = Math.max(0, o.top - r.bottom, r.top - o.bottom);
  return dx === 0 ? dy : dy === 0 ? dx : Math.hypot(dx, dy);
}

/** Distance of the centroids in px. */
export const centreDistance = (o: Thing, r: Thing): number => Math.hypot(o.cx - r.cx, o.cy - r.cy);

const place = (world: World): number => settings.placeStep * world.diagonal;

function isLeftOf(o: Thing, r: Thing, world: World): boolean {
  return o.cx < r.cx - place(world) && o.right <= r.right;
}

function isRightOf(o: Thing, r: Thing, world: World): boolean {
  return o.cx > r.cx + place(world) && o.left >= r.left;
}

/** The x-extents overlap, or the pair is farther apart in y than in x. */
function isStacked(o: Thing, r: Thing): boolean {
  return (o.left < r.right && r.left < o.right) || Math.abs(o.cx - r.cx) <= Math.abs(o.cy - r.cy);
}

function isAbove(o: Thing, r: Thing, world: World): boolean {
  return o.bottom <= r.cy && o.cy < r.cy - place(world) && isStacked(o, r);
}

function isBelow(o: Thing, r: Thing, world: World): boolean {
  return o.top >= r.cy && o.cy > r.cy + place(world) && isStacked(o, r);
}

/** Which hides which comes first, then the gap, then depth. */
function behindVerdict(o: Thing, r: Thing, world: World): Verdict {
  const hidden = listed('hides', r, o, world);
  if (hidden.v === true) return hidden;
  const hides = listed('hides', o, r, world);
  if (hides.v === true) return { v: false, p: hides.p };
  const shortest = Math.min(o.right - o.left, o.bottom - o.top, r.right - r.left, r.bottom - r.top);
  if (gapBetween(o, r) > settings.behindGap * shortest) return no;
  return deeperVerdict(o, r);
}

function deeperVerdict(o: Thing, r: Thing): Verdict {
  if (o.depth === null || r.depth === null || o.depthUnit !== r.depthUnit) return unknown;
  const step = settings.depthStep * Math.max(Math.abs(o.depth), Math.abs(r.depth));
  return { v: o.depth - r.depth > step, p: Math.min(o.depthConfidence, r.depthConfidence) };
}

/** A relation that the frame lists, with its probability; what is not listed is false. */
function listed(relation: 'touches' | 'on' | 'in' | 'holds' | 'hides', a: Thing, b: Thing, world: World): Verdict {
  const p = world.related(relation, a, b);
  if (p >= settings.wordTrue) return { v: true, p };
  return p < settings.wordFalse ? { v: false, p: 1 - p } : unknown;
}

const contactWords = ['touches', 'on', 'in', 'holds'] as const;

function touchingVerdict(o: Thing, r: Thing, world: World): Verdict {
  let best = 0;
  for (const word of contactWords) best = Math.max(best, world.related(word, o, r), world.related(word, r, o));
  if (best >= settings.wordTrue) return { v: true, p: best };
  return best < settings.wordFalse ? { v: false, p: 1 - best } : unknown;
}

function underVerdict(o: Thing, r: Thing, world: World): Verdict {
  const carries = listed('on', r, o, world);
  if (carries.v === true) return carries;
  const within = listed('in', o, r, world);
  if (within.v === true && o.vis <= settings.underVis) return within;
  return carries.v === null || (within.v === null && o.vis <= settings.underVis) ? unknown : no;
}

const isNear = (o: Thing, r: Thing): boolean => gapBetween(o, r) <= (o.size + r.size) / 2;

/** px/s by which the centre distance grows over 0.3 s; null where one of the two was not there then. */
function partingSpeed(o: Thing, r: Thing, world: World): number | null {
  const a = o.before(settings.approachSpan, world.time);
  const b = r.before(settings.approachSpan, world.time);
  if (a === undefined || b === undefined || a.t !== b.t) return null;
  return (centreDistance(o, r) - Math.hypot(a.x - b.x, a.y - b.y)) / (world.time - a.t);
}

function partingTruth(o: Thing, r: Thing, world: World, sign: 1 | -1): Truth {
  if (!o.moving || o.speed === null) return false;
  const parting = partingSpeed(o, r, world);
  return parting === null ? null : sign * parting > settings.approachShare * o.speed;
}

const firstColor = ({ colors }: KnownWords): string | undefined => colors?.[0]?.[0];

function firstShape({ shapes }: KnownWords): string | undefined {
  let best: [string, number] | undefined;
  for (const entry of Object.entries(shapes ?? {})) if (best === undefined || entry[1] > best[1]) best = entry;
  return best === undefined || best[1] < settings.wordFalse ? undefined : best[0];
}

const firstLabel = ({ labels }: KnownWords): string | undefined => labels?.find(([, p]) => p >= settings.wordTrue)?.[0];

function sameWord(o: Thing, r: Thing, word: (words: KnownWords) => string | undefined): Truth {
  const a = word(o.words);
  const b = word(r.words);
  return a === undefined || b === undefined ? null : a === b;
}

/** The first colour and the first claimed label, also used for groups. */
export const firstWords = { color: firstColor, label: firstLabel } as const;

type Listed = 'touches' | 'on' | 'in' | 'holds' | 'hides';
const here = true;
const plain =
  (test: (o: Thing, r: Thing, world: World) => Truth): PairRule['test'] =>
  (o, r, world) =>
    certain(test(o, r, world));
const given =
  (relation: Listed): PairRule['test'] =>
  (o, r, world) =>
    listed(relation, o, r, world);
const inverse =
  (relation: Listed): PairRule['test'] =>
  (o, r, world) =>
    listed(relation, r, o, world);

/** Each relation of the language; formulas in docs/program-api.md. */
export const pairRules: readonly PairRule[] = [
  { word: 'leftOf', reads: 'left of', denied: 'not left of', here, test: plain(isLeftOf) },
  { word: 'rightOf', reads: 'right of', denied: 'not right of', here, test: plain(isRightOf) },
  { word: 'above', reads: 'above', denied: 'not above', here, test: plain(isAbove) },
  { word: 'below', reads: 'below', denied: 'not below', here, test: plain(isBelow) },
  { word: 'behind', reads: 'behind', denied: 'not behind', here, test: behindVerdict },
  {
    word: 'inFrontOf',
    reads: 'in front of',
    denied: 'not in front of',
    here,
    test: (o, r, world) => behindVerdict(r, o, world),
  },
  { word: 'nearTo', reads: 'near', denied: 'not near', here, test: plain(isNear) },
  { word: 'touching', reads: 'touches', denied: 'does not touch', here, test: touchingVerdict },
  { word: 'on', reads: 'rests on', denied: 'not on', here, test: given('on') },
  { word: 'under', reads: 'under', denied: 'not under', here, test: underVerdict },
  { word: 'inside', reads: 'inside', denied: 'not inside', here, test: given('in') },
  { word: 'contains', reads: 'contains', denied: 'does not contain', here, test: inverse('in') },
  { word: 'holds', reads: 'holds', denied: 'does not hold', here, test: given('holds') },
  { word: 'heldBy', reads: 'held by', denied: 'not held by', here, test: inverse('holds') },
  { word: 'hides', reads: 'hides', denied: 'does not hide', here, test: given('hides') },
  { word: 'hiddenBy', reads: 'hidden by', denied: 'not hidden by', here, test: inverse('hides') },
  {
    word: 'partOf',
    reads: 'part of',
    denied: 'not part of',
    here: false,
    test: (o, r) => (o.partOf === r.id ? yes : no),
  },
  {
    word: 'hasPart',
    reads: 'has the part',
    denied: 'has not the part',
    here: false,
    test: (o, r) => (r.partOf === o.id ? yes : no),
  },
  {
    word: 'approaching',
    reads: 'approaches',
    denied: 'does not approach',
    here,
    test: plain((o, r, world) => partingTruth(o, r, world, -1)),
  },
  {
    word: 'recedingFrom',
    reads: 'recedes from',
    denied: 'does not recede from',
    here,
    test: plain((o, r, world) => partingTruth(o, r, world, 1)),
  },
  {
    word: 'sameColor',
    reads: 'same colour as',
    denied: 'other colour than',
    here: false,
    test: plain((o, r) => sameWord(o, r, firstColor)),
  },
  {
    word: 'sameShape',
    reads: 'same shape as',
    denied: 'other shape than',
    here: false,
    test: plain((o, r) => sameWord(o, r, firstShape)),
  },
  {
    word: 'sameLabel',
    reads: 'same kind as',
    denied: 'other kind than',
    here: false,
    test: plain((o, r) => sameWord(o, r, firstLabel)),
  },
];
