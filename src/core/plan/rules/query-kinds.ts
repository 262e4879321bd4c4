import type { Granularity, QueryKind } from '../contract.ts';
import { findNoun } from './lexicon.ts';
import { type Parts, partsOfCondition, partsOfHappening, partsOfMeasure, partsOfPick } from './parts-of.ts';
import type { Cond, Measured, Phrase, Pick } from './phrase.ts';

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
  if (target.partOf !== undefined) return 'part';
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
  const others = [...phrase.or, ...phrase.except, phrase.partOf, phrase.otherwise].filter((p) => p !== undefined);
  for (const other of others) visitPhrase(other, found, depth + 1);
  if (phrase.partOf) found.spatial = true;
  // A ball that nobody can name is told by its shape.
  if (phrase.noun !== undefined && /(^| )(ball|sphere|coin|box|cube|block)$/.test(phrase.noun)) found.appearance = true;
}

function visitParts({ conditions, phrases, happenings, measures }: Parts, found: Found, depth: number): void {
  for (const condition of conditions) visitCondition(condition, found, depth);
  for (const phrase of phrases) visitPhrase(phrase, found, depth + 1);
  for (const happening of happenings) {
    found.temporal = true;
    found.pixelRelations = true;
    visitParts(partsOfHappening(happening), found, depth);
  }
  for (const measure of measures) visitMeasured(measure, found, depth);
}

function visitPick(pick: Pick, found: Found, depth: number): void {
  if (pick.is === 'order') visitMeasure(pick.by, found);
  if (pick.is === 'group' && pick.by === 'color') found.appearance = true;
  found.spatial ||= pick.is === 'order' || pick.is === 'distance' || pick.is === 'group';
  visitParts(partsOfPick(pick), found, depth);
}

function visitMeasured(measure: Measured, found: Found, depth: number): void {
  if (measure.is === 'now' || measure.is === 'distance') found.spatial = true;
  else found.temporal = true;
  if (measure.is === 'now' || measure.is === 'then' || measure.is === 'change') visitMeasure(measure.by, found);
  visitParts(partsOfMeasure(measure), found, depth);
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
    case 'group':
      found.appearance ||= condition.by === 'color';
      found.spatial ||= condition.by === 'near';
      break;
    case 'zone':
    case 'between':
      found.spatial = true;
      break;
    case 'motion':
      found.temporal = true;
      if (/closer|farther/.test(condition.code)) found.depth = true;
      break;
    case 'relation':
      visitRelation(condition.name, found);
      break;
    case 'with-one':
      for (const name of condition.names) visitRelation(name, found);
      break;
    case 'event':
    case 'ever':
    case 'always':
    case 'held':
    case 'at':
      found.temporal = true;
      found.pixelRelations ||= condition.is === 'event';
      break;
    default:
  }
  visitParts(partsOfCondition(condition), found, depth);
}

function visitRelation(name: string, found: Found): void {
  if (name.startsWith('same')) found.appearance = true;
  else if (name === 'approaching' || name === 'recedingFrom') found.temporal = true;
  else found.spatial = true;
  if (depthRelations.has(name)) found.depth = true;
  if (pixelRelationNames.has(name)) found.pixelRelations = true;
}
