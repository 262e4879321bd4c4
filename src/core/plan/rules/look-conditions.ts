import type { Cond } from './phrase.ts';
import type { Reader } from './reader.ts';
import { stopWords } from './stop-words.ts';
import { colorWords, lookUp, shapeWordsSaid, textureWordsSaid } from './vocabulary.ts';

/** "red", "light blue", "red or blue", "dark red and white". */
export function colorCondition(reader: Reader): Cond | null {
  return reader.attempt(() => {
    const first = oneColor(reader);
    if (first === null) return null;
    const joined = reader.attempt(() => {
      const word = reader.take('and|or|/');
      const second = word === null ? null : oneColor(reader);
      return second && { word, second };
    });
    reader.take('coloured|in colour|colour');
    if (joined === null) return first;
    return { is: joined.word === 'or' ? 'any' : 'all', of: [first, joined.second] };
  });
}

function oneColor(reader: Reader): Cond | null {
  return reader.attempt(() => {
    if (reader.at('rose from|rose up|rose off')) return null;
    const shade = reader.take('light|dark|bright|pale|deep|vivid');
    const colors = lookUp(colorWords, reader.peek());
    if (colors === undefined || isFruit(reader)) return null;
    const word = reader.next();
    const color: Cond = { is: 'color', colors, word, sure: true };
    return shade === null ? color : { ...color, shade };
  });
}

/** "every orange", "a rose": the thing, where no noun follows. */
function isFruit(reader: Reader): boolean {
  if (!/^(orange|rose|lemon|lime|olive|mustard|coral)$/.test(reader.peek())) return false;
  if (!/^(the|a|an|every|each|no|any|this|that|another|all|of|one)$/.test(reader.peek(-1))) return false;
  const next = reader.peek(1);
  return (
    next === '' ||
    next === ',' ||
    (stopWords.has(next) && !/^(and|or)$/.test(next)) ||
    (/^(and|or)$/.test(next) && lookUp(colorWords, reader.peek(2)) === undefined)
  );
}

/** A shape or texture word. */
export function lookCondition(reader: Reader): Cond | null {
  const word = reader.peek();
  const shapes = lookUp(shapeWordsSaid, word);
  const texture = lookUp(textureWordsSaid, word);
  if (shapes === undefined && texture === undefined) return null;
  reader.next();
  if (texture !== undefined) return { is: 'texture', texture, word };
  const shape: Cond = { is: 'shape', shapes: shapes ?? [], word };
  if (word !== 'square') return shape;
  return { is: 'all', of: [shape, { is: 'plain', code: 'about(width, height)', word, said: 'as wide as high' }] };
}

/** "not red". */
export function negatedLook(reader: Reader): Cond | null {
  const of = reader.take('not') === null ? null : (colorCondition(reader) ?? lookCondition(reader));
  return of && { is: 'not', of };
}

/** "neither red nor blue", "neither red, green nor blue". */
export function neitherNor(reader: Reader): Cond | null {
  if (reader.take('neither') === null) return null;
  const of: Cond[] = [];
  let last = false;
  while (!last) {
    const one = colorCondition(reader) ?? lookCondition(reader);
    if (one === null) return null;
    of.push(one);
    last = /^n?or$/.test(reader.peek(-2)) && of.length > 1;
    if (!last && reader.take(', nor|, or|nor|or|,') === null) return null;
  }
  return { is: 'not', of: { is: 'any', of } };
}
