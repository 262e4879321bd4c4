import type { UncheckedWord } from '../contract.ts';
import { type Abilities, canMeasure, canMeasureNow, canPick, remedies, uncheckable } from './abilities.ts';
import { findNoun, singularOf } from './lexicon.ts';
import { type Parts, partsOfCondition, partsOfHappening, partsOfMeasure, partsOfPick } from './parts-of.ts';
import type { Cond, Happening, Phrase, Pick } from './phrase.ts';
import type { ReadQuery } from './read-query.ts';

const maxUnchecked = 64;

/** Every word that nobody here can check or that was not understood, once each, in reading order. */
export function uncheckedWords({ target, leftOver }: ReadQuery, abilities: Abilities): UncheckedWord[] {
  const found = new Map<string, UncheckedWord>();
  const add = (entry: UncheckedWord) => {
    if (!found.has(entry.word)) found.set(entry.word, entry);
  };
  for (const entry of ofPhrase(target, abilities)) add(entry);
  for (const word of leftOver) add(leftOverWord(word, abilities));
  return [...found.values()].slice(0, maxUnchecked);
}

function leftOverWord(word: string, { labels }: Abilities): UncheckedWord {
  const noun = findNoun(singularOf(word)) !== undefined;
  if (noun && !labels) return uncheckable(word, remedies.labels);
  return { word: word.slice(0, 80), why: 'not-understood', remedy: remedies.grammar };
}

function ofPhrase(phrase: Phrase, abilities: Abilities, depth = 0): UncheckedWord[] {
  if (depth > 16 || phrase.self) return [];
  const nouns = phrase.noun !== undefined && !abilities.labels ? phrase.noun.split(' ') : [];
  const others = [...phrase.or, ...phrase.except, phrase.partOf, phrase.otherwise].filter((p) => p !== undefined);
  return [
    ...nouns.map((noun) => uncheckable(noun, remedies.labels)),
    ...phrase.unknown.map((word) => uncheckable(word, abilities.labels ? remedies.manner : mannerRemedy(word))),
    ...phrase.conditions.flatMap((c) => ofCondition(c, abilities, depth)),
    ...phrase.picks.flatMap((p) => ofPick(p, abilities, depth)),
    ...others.flatMap((p) => ofPhrase(p, abilities, depth + 1)),
  ];
}

const mannerRemedy = (word: string) => (/(s|ing|ed|s)$/.test(word) ? remedies.manner : remedies.labels);

function ofParts(
  { conditions, phrases, happenings, measures }: Parts,
  abilities: Abilities,
  depth: number,
): UncheckedWord[] {
  return [
    ...phrases.flatMap((p) => ofPhrase(p, abilities, depth + 1)),
    ...conditions.flatMap((c) => ofCondition(c, abilities, depth)),
    ...happenings.flatMap((h) => ofHappening(h, abilities, depth)),
    ...measures.flatMap((m) => ofParts(partsOfMeasure(m), abilities, depth)),
  ];
}

const ofHappening = (happening: Happening, abilities: Abilities, depth: number): UncheckedWord[] => [
  ...(abilities.motion ? [] : [uncheckable(happening.word, remedies.motion)]),
  ...ofParts(partsOfHappening(happening), abilities, depth),
];

function ofPick(pick: Pick, abilities: Abilities, depth: number): UncheckedWord[] {
  const own = canPick(pick, abilities) || !('word' in pick) ? [] : ownPick(pick, abilities);
  return [...own, ...ofParts(partsOfPick(pick), abilities, depth)];
}

function ownPick(pick: Pick, abilities: Abilities): UncheckedWord[] {
  if (pick.is === 'order') return [uncheckable(pick.word, measureRemedy(pick.by))];
  return pick.is === 'measure' && !canMeasure(pick.measure, abilities) && !abilities.motion
    ? [uncheckable(pick.word, remedies.motion)]
    : [];
}

function measureRemedy(by: string): string {
  if (by === 'depth') return remedies.depth;
  return by === 'speed' ? remedies.motion : remedies.appearance;
}

function ofCondition(condition: Cond, abilities: Abilities, depth: number): UncheckedWord[] {
  return [...ownWords(condition, abilities), ...ofParts(partsOfCondition(condition), abilities, depth)];
}

function ownWords(condition: Cond, abilities: Abilities): UncheckedWord[] {
  switch (condition.is) {
    case 'color':
      if (!abilities.appearance) return [uncheckable(condition.word, remedies.appearance)];
      return [
        ...(condition.shade === undefined ? [] : [uncheckable(condition.shade, remedies.shade)]),
        ...(condition.sure ? [] : [uncheckable(condition.word, remedies.color)]),
      ];
    case 'shape':
    case 'texture':
      return abilities.appearance ? [] : [uncheckable(condition.word, remedies.appearance)];
    case 'state':
      return [uncheckable(condition.word, remedies.state)];
    case 'purpose':
      return abilities.labels && condition.names.length > 0 ? [] : [uncheckable(condition.word, remedies.labels)];
    case 'unseen':
      return condition.said.split(' ').map((word) => uncheckable(word, remedies.state));
    case 'wears':
      return worn(condition, abilities);
    case 'motion':
    case 'event':
      return abilities.motion ? [] : [uncheckable(condition.word, remedies.motion)];
    case 'compare':
      return ownCompare(condition, abilities);
    default:
      return [];
  }
}

function ownCompare({ measure, word }: Extract<Cond, { is: 'compare' }>, abilities: Abilities): UncheckedWord[] {
  if (measure.is === 'now')
    return canMeasureNow(measure.by, abilities) ? [] : [uncheckable(word, measureRemedy(measure.by))];
  return abilities.motion || measure.is === 'distance' ? [] : [uncheckable(word, remedies.motion)];
}

function worn({ garment, colors, word }: Extract<Cond, { is: 'wears' }>, abilities: Abilities): UncheckedWord[] {
  const color = colors.length > 0 && !abilities.appearance ? [uncheckable(word, remedies.appearance)] : [];
  if (garment === undefined || (abilities.labels && colors.length === 0)) return color;
  return [...color, uncheckable(garment, remedies.garment)];
}
