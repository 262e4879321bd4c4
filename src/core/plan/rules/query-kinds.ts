import type { Granularity, QueryKind } from '../contract.ts';
import { findNoun } from './lexicon.ts';
import type { Cond, Phrase, Pick } from './phrase.ts';

/** What a query needs to be answered: looks and names, places, time. */
export interface QueryNeeds {
  readonly appearance: boolean;
  readonly depth: boolean;
  readonly temporal: boolean;
  readonly spatial: boolean;
  /** Relations or events that are made from pixels every frame. */
  readonly pixelRelations: boolean;
}

/** Sums up what the conditions and choices of a phrase, and of all it refers to, need. */
export function needsOf(phrase: Phrase): QueryNeeds {
  const found = { appearance: false, depth: false, temporal: false, spatial: false, pixelRelations: false };
  visitPhrase(phrase, found, 0);
  return found;
}

export function kindsOf({ appearance, spatial, temporal }: QueryNeeds, target: Phrase): QueryKind[] {
  const semantic = appearance || target.noun !== undefined || !(spatial || temporal);
  return [
    ...(semantic ? (['semantic'] as const) : []),
    ...(spatial ? (['spatial'] as const) : []),
    ...(temporal ? (['temporal'] as const) : []),
  ];
}

export function granularityOf(target: Phrase): Granularity {
  const head = target.noun?.split(' ').at(-1);
  return head !== undefined && findNoun(head)?.sort === 'part' ? 'part' : 'object';
}

type Found = { -readonly [K in keyof QueryNeeds]: boolean };
const depthRelations = new Set(['behind', 'inFrontOf']);
const pixelRelationNames = new Set([
  'on',
  'under',
  'inside',
  'contains',
  'holds',
  'heldBy',
  'hides',
  'hiddenBy',
  'touching',
  'behind',
  'inFrontOf',
  'with',
]);

function visitPhrase(phrase: Phrase, found: Found, depth: number): void {
  if (depth > 16) return;
  for (const condition of phrase.conditions) visitCondition(condition, found, depth);
  for (const pick of phrase.picks) visitPick(pick, found, depth);
  for (const other of [...phrase.or, ...phrase.except, ...(phrase.partOf ? [phrase.partOf] : [])])
    visitPhrase(other, found, depth + 1);
  if (phrase.partOf) found.spatial = true;
  // A ball that nobody can name is told by its shape.
  if (phrase.noun !== undefined && /(^| )(ball|sphere|coin|box|cube|block)$/.test(phrase.noun)) found.appearance = true;
}

function visitPick(pick: Pick, found: Found, depth: number): void {
  if (pick.is === 'event' || pick.is === 'touched') {
    found.temporal = true;
    found.pixelRelations = true;
    if (pick.is === 'touched') visitPhrase(pick.by, found, depth + 1);
    return;
  }
  found.spatial = true;
  if (pick.is === 'distance') visitPhrase(pick.to, found, depth + 1);
  else visitMeasure(pick.by, found);
}

function visitMeasure(by: string, found: Found): void {
  if (by === 'depth') found.depth = true;
  if (by === 'speed') found.temporal = true;
  if (by === 'brightness' || by === 'length') found.appearance = true;
}

function visitCondition(condition: Cond, found: Found, depth: number): void {
  switch (condition.is) {
    case 'color':
    case 'shape':
    case 'texture':
    case 'wears':
      found.appearance = true;
      break;
    case 'zone':
      found.spatial = true;
      break;
    case 'motion':
      found.temporal = true;
      if (/closer|farther/.test(condition.code)) found.depth = true;
      break;
    case 'relation':
      visitRelation(condition.name, found);
      visitPhrase(condition.to.phrase, found, depth + 1);
      break;
    case 'between':
      found.spatial = true;
      visitPhrase(condition.a, found, depth + 1);
      visitPhrase(condition.b, found, depth + 1);
      break;
    case 'compare':
      found.spatial = true;
      visitMeasure(condition.by, found);
      if (condition.to) visitPhrase(condition.to.phrase, found, depth + 1);
      break;
    case 'event':
      found.temporal = true;
      found.pixelRelations = true;
      for (const to of [condition.other, condition.by]) if (to) visitPhrase(to.phrase, found, depth + 1);
      break;
    case 'ever':
    case 'always':
    case 'at-start':
      found.temporal = true;
      visitCondition(condition.of, found, depth);
      break;
    case 'not':
      visitCondition(condition.of, found, depth);
      break;
    case 'all':
    case 'any':
      for (const c of condition.of) visitCondition(c, found, depth);
      break;
    default:
  }
}

function visitRelation(name: string, found: Found): void {
  if (name.startsWith('same')) found.appearance = true;
  else if (name === 'approaching' || name === 'recedingFrom') found.temporal = true;
  else found.spatial = true;
  if (depthRelations.has(name)) found.depth = true;
  if (pixelRelationNames.has(name)) found.pixelRelations = true;
}
