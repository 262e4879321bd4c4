import { pluralOf } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import { clauseOf, isLook, sayCondition } from './say-condition.ts';
import { sayPick } from './say-pick.ts';
import { sayMoment } from './say-time.ts';
import type { Speech } from './speech.ts';
import { withZonePick } from './zone-pick.ts';

const maxLength = 1500;
const maxDepth = 8;

/** What was understood, in plain English: "The bottle: the one with rank 2 from the right." */
export function paraphrase(target: Phrase): string {
  const say = (phrase: Phrase) => describe(phrase, 0);
  const others = target.or.map((other) => `, and also ${say(other)}`).join('');
  const otherwise = target.otherwise === undefined ? '' : `, or where there is none ${say(target.otherwise)}`;
  const text = `${say(target)}${others}${otherwise}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`.slice(0, maxLength);
}

function speechAt(depth: number): Speech {
  const speech: Speech = {
    phrase: (phrase) => describe(phrase, depth),
    condition: (condition) => sayCondition(condition, speech),
  };
  return speech;
}

function describe(phrase: Phrase, depth: number): string {
  if (phrase.self) return 'it';
  if (depth > maxDepth) return 'others';
  const speech = speechAt(depth + 1);
  const say = speech.phrase;
  const { conditions, picks } = withZonePick(phrase);
  const many = phrase.plural && phrase.count !== 1;
  const be = many ? 'are' : 'is';
  if (isNothingSaid(phrase)) return 'anything';
  const parts = conditions.filter((c) => !isLook(c)).map((condition) => clauseOf(condition, be, speech));
  if (phrase.partOf !== undefined) parts.push(`${be} part of ${say(phrase.partOf)}`);
  const that = parts.length === 0 ? '' : ` that ${parts.join(' and ')}`;
  const except = phrase.except.map((other) => `, except ${say(other)}`).join('');
  const looks = conditions.filter(isLook).map((c) => sayCondition(c, speech));
  const at = phrase.at === undefined ? '' : `, ${sayMoment(phrase.at, speech)}`;
  return `${headOf(phrase, looks, many)}${that}${except}${picks.map((pick) => `, ${sayPick(pick, speech)}`).join('')}${at}`;
}

const isNothingSaid = ({ words, noun, conditions, picks, except }: Phrase) =>
  words.length === 0 && noun === undefined && conditions.length + picks.length + except.length === 0;

function headOf({ noun = 'thing', universal, count }: Phrase, looks: readonly string[], many: boolean): string {
  const named = many ? pluralOf(noun) : noun;
  const number = count !== undefined && count > 1 ? [String(count)] : [];
  return [universal ? 'all' : 'the', ...number, ...looks, named].join(' ');
}
