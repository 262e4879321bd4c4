import { findNoun, singularOf } from './lexicon.ts';
import { colorCondition, lookCondition, negatedLook, neitherNor } from './look-conditions.ts';
import { type Cond, emptyPhrase, type Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';
import { stopWords } from './stop-words.ts';
import { findVerb } from './verbs.ts';
import {
  cardinals,
  colorWords,
  comparatives,
  degreeWords,
  lookUp,
  materialColors,
  ordinals,
  positionWords,
  type Scale,
  shapeWordsSaid,
  stateWords,
  superlatives,
  textureWordsSaid,
  type Zone,
  zoneOrder,
} from './vocabulary.ts';

const sideSuperlatives =
  'furthest to the left|farthest to the left|furthest left|farthest left|most to the left|furthest to the right|farthest to the right|furthest right|farthest right|most to the right|furthest up|farthest up|furthest down|farthest down|highest up|lowest down|furthest on the left|furthest on the right|nearest to the left|closest to the left|nearest to the right|closest to the right|nearest the left|nearest the right|closest to the top|nearest to the top|closest to the bottom|nearest to the bottom|nearest the top|nearest the bottom';
const superlativeOfCloseness = 'nearest|closest|farthest|furthest';

/** Reads the words before the noun into the phrase; false when none of them stands here. */
export function readModifier(reader: Reader, phrase: Phrase): boolean {
  if (!readPlainModifier(reader, phrase)) return false;
  while (readJoinedLook(reader, phrase));
  return true;
}

/** "striped or spotted", "round and red": a second look before the noun. */
function readJoinedLook(reader: Reader, phrase: Phrase): boolean {
  const first = phrase.conditions.at(-1);
  const joined = reader.attempt(() => {
    const word = reader.take('and|or|but');
    const second =
      word === null
        ? null
        : (reader.attempt(() => negatedLook(reader)) ?? colorCondition(reader) ?? lookCondition(reader));
    return second && { word, second };
  });
  if (joined === null) return false;
  if (joined.word === 'or' && first !== undefined)
    phrase.conditions.splice(-1, 1, { is: 'any', of: [first, joined.second] });
  else phrase.conditions.push(joined.second);
  return true;
}

/** Empty is what nothing lies in or on. */
export function nothingIn(noun: string | undefined): Cond {
  const flat = noun !== undefined && findNoun(noun)?.sort === 'surface';
  const to = { phrase: emptyPhrase(), every: false };
  return { is: 'not', of: { is: 'relation', name: flat ? 'under' : 'contains', to, word: 'empty' } };
}

/** "the empty box", "the open door". */
function readState(reader: Reader, phrase: Phrase): boolean {
  const word = reader.peek();
  if (!stateWords.has(word)) return false;
  reader.next();
  const next = singularOf(reader.peek());
  phrase.conditions.push(
    word === 'empty' && !/^(bottle|glass|can|jar|tank)$/.test(next)
      ? nothingIn(next)
      : { is: 'state', state: word, word },
  );
  return true;
}

function readPlainModifier(reader: Reader, phrase: Phrase): boolean {
  return (
    readState(reader, phrase) ||
    readCorner(reader, phrase) ||
    readNegated(reader, phrase) ||
    readOrdinal(reader, phrase) ||
    readSuperlative(reader, phrase) ||
    readColor(reader, phrase) ||
    readLook(reader, phrase) ||
    readDegree(reader, phrase) ||
    readPosition(reader, phrase) ||
    readMotionWord(reader, phrase)
  );
}

function readColor(reader: Reader, phrase: Phrase): boolean {
  const color = colorCondition(reader);
  if (color === null) return readMaterial(reader, phrase) || readColoured(reader, phrase);
  phrase.conditions.push(color);
  return true;
}

function readMaterial(reader: Reader, phrase: Phrase): boolean {
  const colors = lookUp(materialColors, reader.peek());
  if (colors === undefined) return false;
  const word = reader.next();
  phrase.conditions.push({ is: 'color', colors, word, sure: false });
  return true;
}

/** "the coloured boxes": neither black, gray nor white. */
function readColoured(reader: Reader, phrase: Phrase): boolean {
  if (reader.take('coloured|colourful|colorful') === null) return false;
  const of: Cond = {
    is: 'any',
    of: (['black', 'gray', 'white'] as const).map((c) => ({ is: 'color', colors: [c], word: c, sure: true })),
  };
  phrase.conditions.push({ is: 'not', of });
  return true;
}

function readLook(reader: Reader, phrase: Phrase): boolean {
  const look = reader.attempt(() => {
    reader.take('shaped|patterned');
    return lookCondition(reader);
  });
  if (look !== null) phrase.conditions.push(look);
  if (look !== null) reader.take('shaped|patterned|looking');
  return look !== null;
}

/** "not red", "non-striped". */
function readNegated(reader: Reader, phrase: Phrase): boolean {
  const bare = reader.peek().startsWith('non-') ? reader.peek().slice(4) : null;
  if (bare !== null) return readNonWord(reader, phrase, bare);
  const negated = reader.attempt(() => negatedLook(reader)) ?? reader.attempt(() => neitherNor(reader));
  if (negated !== null) phrase.conditions.push(negated);
  return negated !== null;
}

function readNonWord(reader: Reader, phrase: Phrase, bare: string): boolean {
  const colors = lookUp(colorWords, bare);
  const texture = lookUp(textureWordsSaid, bare);
  const shapes = lookUp(shapeWordsSaid, bare);
  let of: Cond | null = null;
  if (colors) of = { is: 'color', colors, word: bare, sure: true };
  else if (texture) of = { is: 'texture', texture, word: bare };
  else if (shapes) of = { is: 'shape', shapes, word: bare };
  if (of === null) return false;
  reader.next();
  phrase.conditions.push({ is: 'not', of });
  return true;
}

/** "second", "third largest", "last"; the measure may follow later ("second from the left"). */
function readOrdinal(reader: Reader, phrase: Phrase): boolean {
  const rank = lookUp(ordinals, reader.peek());
  if (rank === undefined) return false;
  const word = reader.next();
  const number = rank === 1 || rank === -1 ? takeNumber(reader) : null;
  const take = number !== null && number > 1 ? number : undefined;
  if (take !== undefined) phrase.plural = true;
  const open = reader.at('nearest|closest') ? 'near' : reader.at('farthest|furthest') ? 'far' : undefined;
  const scale = takeScale(reader, superlatives);
  if (scale !== null)
    phrase.picks.push({
      is: 'order',
      ...scale.value,
      rank,
      word: open === undefined ? `${word} ${scale.word}` : scale.word,
      open,
    });
  else phrase.picks.push({ is: 'order', by: 'x', direction: 'up', rank, take, word, open: 'measure' });
  return true;
}

/** "furthest to the left". */
export function readSide(reader: Reader, phrase: Phrase): boolean {
  const side = reader.take(sideSuperlatives);
  if (side === null) return false;
  const zone =
    (['left', 'right', 'top', 'bottom'] as const).find((z) => side.endsWith(z)) ??
    (/up$/.test(side) ? 'top' : 'bottom');
  addOrder(phrase, zoneOrder[zone], 1, `${zone}most`);
  return true;
}

function readSuperlative(reader: Reader, phrase: Phrase): boolean {
  if (readSide(reader, phrase)) return true;
  const far = /^(farthest|furthest)$/.test(reader.peek());
  const close = reader.at(superlativeOfCloseness);
  const scale = takeScale(reader, superlatives) ?? mostOf(reader);
  if (scale === null) return false;
  const { count } = phrase;
  const take = count !== undefined && count > 1 ? count : undefined;
  phrase.picks.push({
    is: 'order',
    ...scale.value,
    rank: reader.take('but one') === null ? 1 : 2,
    take,
    word: scale.word,
    open: far ? 'far' : close ? 'near' : undefined,
  });
  return true;
}

/** "most distant", "least bright", "most left". */
function mostOf(reader: Reader): { value: Scale; word: string } | null {
  return reader.attempt(() => {
    const most = reader.take('most|least');
    if (most === null) return null;
    const zone = lookUp(positionWords, reader.peek());
    if (zone !== undefined && zone !== 'middle') return { value: zoneOrder[zone], word: `${most} ${reader.next()}` };
    const degree = takeScale(reader, degreeWords);
    if (degree === null) return null;
    const value = most === 'most' ? degree.value : opposite(degree.value);
    return { value, word: `${most} ${degree.word}` };
  });
}

const opposite = (scale: Scale): Scale => ({ by: scale.by, direction: scale.direction === 'up' ? 'down' : 'up' });

/** Takes a word of a table of scales. */
export function takeScale(
  reader: Reader,
  table: Readonly<Record<string, Scale>>,
): { value: Scale; word: string } | null {
  const value = lookUp(table, reader.peek());
  return value === undefined ? null : { value, word: reader.next() };
}

function readDegree(reader: Reader, phrase: Phrase): boolean {
  if (lookUp(comparatives, reader.peek()) !== undefined && /^(than|to|from|away|back|in)$/.test(reader.peek(1)))
    return false;
  if (isLamp(reader)) return false;
  const scale = takeScale(reader, comparatives) ?? takeScale(reader, degreeWords);
  if (scale === null) return false;
  addOrder(phrase, scale.value, 1, scale.word);
  return true;
}

/** "the light": a noun where none follows. */
function isLamp(reader: Reader): boolean {
  if (reader.peek() !== 'light') return false;
  const next = reader.peek(1);
  return next === '' || next === ',' || stopWords.has(next) || findVerb(next)?.forms.includes('past') === true;
}

/** Adds a choice by measure. */
export function addOrder(phrase: Phrase, scale: Scale, rank: number | 'middle', word: string): void {
  phrase.picks.push({ is: 'order', by: scale.by, direction: scale.direction, rank, word });
}

/** "the upper left thing". */
function readCorner(reader: Reader, phrase: Phrase): boolean {
  const corner = reader.take(
    'upper left|upper right|lower left|lower right|top left|top right|bottom left|bottom right',
  );
  if (corner === null) return false;
  const zones = corner.replace('upper', 'top').replace('lower', 'bottom').split(' ') as Zone[];
  phrase.conditions.push({ is: 'zone', zones, corner: true, word: corner });
  return true;
}

function readPosition(reader: Reader, phrase: Phrase): boolean {
  if (reader.take('front|foreground') !== null) return addDepthPick(phrase, 'up', 'front');
  if (reader.take('back|rear|background') !== null) return addDepthPick(phrase, 'down', 'back');
  const zone = lookUp(positionWords, reader.peek());
  if (zone === undefined) return false;
  const word = reader.next();
  if (zone === 'middle') phrase.picks.push({ is: 'order', by: 'x', direction: 'up', rank: 'middle', word });
  else phrase.conditions.push({ is: 'zone', zones: [zone], corner: false, word });
  return true;
}

function addDepthPick(phrase: Phrase, direction: 'up' | 'down', word: string): true {
  phrase.picks.push({ is: 'order', by: 'depth', direction, rank: 1, word });
  return true;
}

const stillWords = 'still|stationary|motionless|static|unmoving|immobile|unmoved|resting';

/** "moving", "still", "hidden". */
export function motionWordCondition(reader: Reader): Cond | null {
  const word = reader.take(stillWords);
  if (word !== null) return { is: 'not', of: { is: 'motion', code: 'moving', word, said: 'moving' } };
  const hidden = reader.take('hidden|invisible|occluded|visible');
  if (hidden === null) return null;
  return {
    is: 'plain',
    code: hidden === 'visible' ? 'visible' : 'hidden',
    word: hidden,
    said: hidden === 'visible' ? 'visible' : 'hidden',
  };
}

function readMotionWord(reader: Reader, phrase: Phrase): boolean {
  const moving = reader.take('moving');
  const condition: Cond | null =
    moving === null ? motionWordCondition(reader) : { is: 'motion', code: 'moving', word: moving, said: 'moving' };
  if (condition !== null) phrase.conditions.push(condition);
  return condition !== null;
}

/** A number word or figure, 1 to 1000. */
export function takeNumber(reader: Reader): number | null {
  const word = reader.peek();
  const value = lookUp(cardinals, word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : undefined);
  if (value === undefined || value < 1) return null;
  reader.next();
  return value;
}
