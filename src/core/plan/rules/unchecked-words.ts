import type { UncheckedWord } from '../contract.ts';
import { type Abilities, canCheck, canPick, remedies, uncheckable } from './abilities.ts';
import { findNoun, singularOf } from './lexicon.ts';
import type { Cond, Phrase, Pick } from './phrase.ts';
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

function ofPhrase(phrase: Phrase, abilities: Abilities): UncheckedWord[] {
  const nouns = phrase.noun !== undefined && !abilities.labels ? phrase.noun.split(' ') : [];
  return [
    ...nouns.map((noun) => uncheckable(noun, remedies.labels)),
    ...phrase.unknown.map((word) => uncheckable(word, abilities.labels ? remedies.manner : mannerRemedy(word))),
    ...phrase.conditions.flatMap((c) => ofCondition(c, abilities)),
    ...phrase.picks.flatMap((p) => ofPick(p, abilities)),
    ...[...phrase.or, ...phrase.except, ...(phrase.partOf ? [phrase.partOf] : [])].flatMap((p) =>
      ofPhrase(p, abilities),
    ),
  ];
}

const mannerRemedy = (word: string) => (/(s|ing|ed|s)$/.test(word) ? remedies.manner : remedies.labels);

function ofPick(pick: Pick, abilities: Abilities): UncheckedWord[] {
  if (pick.is === 'distance') return ofPhrase(pick.to, abilities);
  if (pick.is === 'touched') return ofPhrase(pick.by, abilities);
  if (canPick(pick, abilities)) return [];
  if (pick.is === 'event') return [uncheckable(pick.word, remedies.motion)];
  return [uncheckable(pick.word, measureRemedy(pick.by))];
}

function measureRemedy(by: string): string {
  if (by === 'depth') return remedies.depth;
  return by === 'speed' ? remedies.motion : remedies.appearance;
}

function ofCondition(condition: Cond, abilities: Abilities): UncheckedWord[] {
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
    case 'wears':
      return worn(condition, abilities);
    case 'motion':
    case 'event':
      return [
        ...seen(condition, abilities),
        ...(condition.is === 'event'
          ? [condition.other, condition.by].flatMap((to) => (to ? ofPhrase(to.phrase, abilities) : []))
          : []),
      ];
    case 'relation':
      return ofPhrase(condition.to.phrase, abilities);
    case 'between':
      return [...ofPhrase(condition.a, abilities), ...ofPhrase(condition.b, abilities)];
    case 'compare':
      return [
        ...(canCheck({ ...condition, to: null }, abilities)
          ? []
          : [uncheckable(condition.word, measureRemedy(condition.by))]),
        ...(condition.to ? ofPhrase(condition.to.phrase, abilities) : []),
      ];
    case 'not':
    case 'ever':
    case 'always':
    case 'at-start':
      return ofCondition(condition.of, abilities);
    case 'all':
    case 'any':
      return condition.of.flatMap((c) => ofCondition(c, abilities));
    default:
      return [];
  }
}

function seen(condition: Extract<Cond, { is: 'motion' | 'event' }>, { motion }: Abilities): UncheckedWord[] {
  return motion ? [] : [uncheckable(condition.word, remedies.motion)];
}

function worn({ garment, colors, word }: Extract<Cond, { is: 'wears' }>, abilities: Abilities): UncheckedWord[] {
  const color = colors.length > 0 && !abilities.appearance ? [uncheckable(word, remedies.appearance)] : [];
  if (garment === undefined || (abilities.labels && colors.length === 0)) return color;
  return [...color, uncheckable(garment, remedies.garment)];
}
