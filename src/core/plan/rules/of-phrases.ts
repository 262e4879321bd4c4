import { findNoun } from './lexicon.ts';
import { belongTo, sideOf } from './parts-of-wholes.ts';
import type { Phrase, Pick } from './phrase.ts';
import type { Reader } from './reader.ts';

const groupNouns = /^(group|cluster|pile|bunch|heap|set)$/;

/** "the handle of the mug", "the largest of the balls", "the biggest group of coins". */
export function readOf(reader: Reader, phrase: Phrase): boolean {
  const whole = reader.attempt(() =>
    reader.at('of the same|of same|of a different|of another|of its own|of their own|of a colour|of the colour') ||
    reader.take('of|among|out of|from among|amongst') === null
      ? null
      : reader.nounPhrase(),
  );
  if (whole === null) return groupAlone(phrase);
  if (phrase.noun !== undefined && groupNouns.test(phrase.noun)) toGroup(phrase, whole);
  else if (phrase.noun === undefined) sideOf(phrase, whole, () => adopt(phrase, whole));
  else if (whole.definite || whole.universal || findNoun(phrase.noun)?.sort === 'part') belongTo(phrase, whole);
  else describeMatter(phrase, whole);
  return true;
}

/** "the largest group": of things of any kind. */
function groupAlone(phrase: Phrase): boolean {
  if (phrase.noun === undefined || !groupNouns.test(phrase.noun) || phrase.picks.length === 0) return false;
  toGroup(phrase, null);
  return true;
}

function toGroup(phrase: Phrase, members: Phrase | null): void {
  const order = phrase.picks.find((p) => p.is === 'order');
  const others = phrase.picks.filter((p) => p !== order);
  delete phrase.noun;
  phrase.plural = true;
  phrase.picks = [];
  if (members !== null) adopt(phrase, members);
  const pick: Pick =
    order?.is === 'order' && order.by !== 'area' && order.by !== 'length'
      ? { is: 'group', by: 'near', most: order.by, direction: order.direction, word: order.word }
      : {
          is: 'group',
          by: 'near',
          most: 'count',
          direction: order?.is === 'order' ? order.direction : 'down',
          word: order?.word ?? 'group',
        };
  phrase.picks.push(...others, pick);
}

/** "the cup of coffee on the table": coffee cannot be checked, the rest is said of the cup. */
function describeMatter(phrase: Phrase, matter: Phrase): void {
  if (matter.noun !== undefined) phrase.unknown.push(matter.noun);
  phrase.unknown.push(...matter.unknown);
  phrase.conditions.push(...matter.conditions);
  phrase.picks.push(...matter.picks);
}

/** "the largest of the red balls" is the largest red ball. */
export function adopt(phrase: Phrase, base: Phrase): void {
  if (base.noun !== undefined) phrase.noun = base.noun;
  phrase.conditions.unshift(...base.conditions.filter((c) => c.is !== 'count'));
  phrase.picks.unshift(...base.picks);
  phrase.except.push(...base.except);
  phrase.unknown.push(...base.unknown);
  phrase.words.push('of', ...base.words);
  if (base.partOf !== undefined) phrase.partOf = base.partOf;
  if (base.asPart !== undefined) phrase.asPart = base.asPart;
}
