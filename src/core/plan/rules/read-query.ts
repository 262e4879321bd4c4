import type { WordKnowledge } from '../word-knowledge.ts';
import { takeAsking } from './asking.ts';
import { coreWords } from './core-words.ts';
import { leaveOut, leavingOut } from './exceptions.ts';
import { readNounPhrase } from './noun-phrase.ts';
import { adopt } from './of-phrases.ts';
import { emptyPhrase, type Phrase } from './phrase.ts';
import { readPostmodifiers } from './postmodifiers.ts';
import { readInverted, readPredicate, readPredicates, readStated } from './predicates.ts';
import { readQuestion } from './questions.ts';
import { type Grammar, Reader } from './reader.ts';
import { readScene } from './scenes.ts';
import { tokenize } from './tokens.ts';
import { politeWords } from './vocabulary.ts';

/** A query as it was understood. */
export interface ReadQuery {
  readonly target: Phrase;
  /** Words in reading order that nothing explained. */
  readonly leftOver: readonly string[];
}

const grammar: Grammar = {
  nounPhrase: readNounPhrase,
  predicates: readPredicates,
  predicate: readPredicate,
  stated: readStated,
  inverted: readInverted,
};

/** Reads a query text; never fails: what is not understood is left over, word by word. */
export function readQuery(query: string, knowledge: WordKnowledge = coreWords): ReadQuery {
  const words = tokenize(query).filter((word) => !politeWords.has(word));
  const reader = new Reader(words, grammar, knowledge);
  takeAsking(reader);
  const condition = reader.attempt(() => readScene(reader));
  if (condition !== null) takeAsking(reader);
  const whole = reader.attempt(() => readWhole(reader));
  const without = reader.attempt(() => readFrontedException(reader));
  if (without !== null) takeAsking(reader);
  const target = readQuestion(reader) ?? reader.nounPhrase() ?? emptyPhrase();
  if (whole !== null) adopt(target, whole);
  if (without !== null) leaveOut(target, without);
  if (condition !== null) target.conditions.push(condition);
  const leftOver = readRest(reader, target);
  return { target, leftOver: saysNothing(target) && leftOver.length === 0 ? words.filter((w) => w !== ',') : leftOver };
}

/** "of the red balls, the largest one": the kind comes first. */
function readWhole(reader: Reader): Phrase | null {
  if (reader.take('out of|of all|of|among all|among|amongst|from among|from') === null) return null;
  const whole = reader.inside(() => reader.nounPhrase());
  if (whole === null || reader.take(',') === null) return null;
  reader.lastNoun = undefined;
  takeAsking(reader);
  return whole;
}

/** "apart from the mugs, what is on the table": all words before the comma, or before "what", name what is not meant. */
function readFrontedException(reader: Reader): Phrase | null {
  if (reader.take(leavingOut) === null) return null;
  const { words, position } = reader;
  for (let end = words.length - 1; end > position; end--) {
    const comma = words[end] === ',';
    if (!comma && !/^(what|who)$/.test(words[end] ?? '')) continue;
    const inner = new Reader(words.slice(position, end), grammar, reader.knowledge);
    const named = inner.nounPhrase();
    if (named === null || !inner.done) continue;
    reader.position = comma ? end + 1 : end;
    return named;
  }
  return null;
}

/** True for a phrase that no word of the query has told anything about, not even "everything". */
function saysNothing({ words, noun, conditions, picks, except }: Phrase): boolean {
  return words.length === 0 && noun === undefined && conditions.length + picks.length + except.length === 0;
}

/** Walks over what is left, reading every further predicate that stands in a place of its own. */
function readRest(reader: Reader, target: Phrase): string[] {
  const leftOver: string[] = [];
  let lost = false;
  while (!reader.done) {
    const before = reader.position;
    if (!lost) readConditional(reader, target);
    if (!lost || reader.at('that|which|who')) readPostmodifiers(reader, target);
    if (reader.position !== before) continue;
    const word = reader.next();
    lost ||= !connectives.has(word);
    if (word !== ',' && !fillers.has(word)) leftOver.push(word);
  }
  return leftOver;
}

/** "if there are at least three coins, otherwise the mug". */
function readConditional(reader: Reader, target: Phrase): void {
  const condition = reader.attempt(() => {
    reader.take(',');
    reader.take('but only|but|only');
    return readScene(reader);
  });
  if (condition !== null) target.conditions.push(condition);
  const otherwise = reader.attempt(() => {
    reader.take(',');
    reader.take('and|or');
    if (
      reader.take(
        'otherwise|else|if not|or else|failing that|if there is none|if there are none|or if there is none|or if not',
      ) === null
    )
      return null;
    reader.take(',');
    takeAsking(reader);
    return reader.nounPhrase();
  });
  if (otherwise !== null) target.otherwise = otherwise;
}

const connectives = new Set([',', 'and', 'is', 'are', 'the', 'one', 'ones']);
const fillers = new Set(
  'a an the of is are was were be to do does did and it its that which who he she they this these those there i you we me one ones as for would could should with by or just else now currently somewhere anywhere please itself himself herself themselves any thing things somehow'.split(
    ' ',
  ),
);
