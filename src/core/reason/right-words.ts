import { vocabularyWords } from './vocabulary-words.ts';

/** Words that people try, and how it is said. */
const meant: Readonly<Record<string, string>> = {
  nextTo: 'nearTo(...)',
  beside: 'nearTo(...)',
  near: 'nearTo(...)',
  closeTo: 'nearTo(...)',
  still: 'not(moving)',
  stationary: 'not(moving)',
  static: 'not(moving)',
  leftmost: '.min(x)',
  rightmost: '.max(x)',
  topmost: '.min(y)',
  bottommost: '.max(y)',
  highest: '.min(y)',
  lowest: '.max(y)',
  largest: '.max(area)',
  biggest: '.max(area)',
  smallest: '.min(area)',
  tallest: '.max(height)',
  widest: '.max(width)',
  longest: '.max(length)',
  fastest: '.max(speed)',
  slowest: '.min(speed)',
  nearest: '.min(distance(...))',
  closest: '.min(distance(...))',
  farthest: '.max(distance(...))',
  atMost: 'not(...) with atLeast(n + 1, ...)',
  hasColor: 'color(...)',
  isColor: 'color(...)',
  colour: 'color(...)',
  hasLabel: 'label(...)',
  isA: 'label(...)',
  name: 'label(...)',
  square: 'shape("rectangular"), about(width, height)',
  round: 'shape("round")',
  lifted: 'did("is taken from")',
  caught: 'begins(holds(...))',
  pickedUp: 'did("is carried by")',
  over: 'above(...)',
  underneath: 'under(...)',
  beneath: 'under(...)',
  onTopOf: 'on(...)',
  in: 'inside(...)',
  within: 'inside(...)',
  front: 'inFrontOf(...)',
  inFront: 'inFrontOf(...)',
  and: 'all(...)',
  or: 'any(...)',
  size: 'area',
  greater: 'more(...)',
  greaterThan: 'more(...)',
  bigger: 'more(area, ...)',
  smaller: 'less(area, ...)',
  lessThan: 'less(...)',
  equal: 'about(...)',
  equals: 'about(...)',
  same: 'sameColor(...), sameShape(...) or sameLabel(...)',
  moved: 'ever(moving)',
  never: 'not(ever(...))',
  before: 'the option { before: moment }',
  after: 'the option { after: moment }',
  until: 'the option { before: moment }',
  since: 'the option { after: moment }',
  during: 'the option { while: condition }',
  while: 'the option { while: condition }',
  now: 'nothing: conditions speak of this frame',
  position: 'x and y',
  velocity: 'speed, or heading("left")',
  filter: '.where(condition)',
  find: '.where(condition).the()',
  map: '.parts() or .whole()',
  forEach: '.where(condition)',
  sort: '.sortBy(measure)',
  first: '.sortBy(measure).nth(1)',
  last: '.sortBy(measure).nth(-1)',
  some: 'exists(...)',
  length: 'exists(atLeast(n, ...)), or .groups() with count',
  one: '.the()',
  only: '.the()',
  not: 'not(condition), or .except(objects)',
  minus: '.except(objects)',
  union: '.or(objects)',
  intersect: '.and(objects)',
  concat: '.or(objects)',
  Date: 'twin.time',
  Math: 'twin.time',
};

/** What to say instead of a word that is not there; empty when nothing comes near. */
export function rightWord(word: string): string {
  const known = Object.hasOwn(meant, word) ? meant[word] : undefined;
  if (known !== undefined) return `say ${known}`;
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of vocabularyWords) {
    const edits = editDistance(lower, candidate.toLowerCase(), least);
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best === undefined ? '' : `did you mean ${best}?`;
}

/** Levenshtein distance, `limit` when it is not below that. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])));
    row = next;
  }
  return Math.min(row[b.length]!, limit);
}
