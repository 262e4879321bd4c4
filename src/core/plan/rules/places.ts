import { findNoun, singularOf } from './lexicon.ts';
import { addOrder } from './modifiers.ts';
import { emptyPhrase, type Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';
import { lookUp, ordinals, positionWords, type Scale, type Zone, zoneOrder } from './vocabulary.ts';

const picture = 'picture|image|frame|screen|scene|photo|photograph|view|video|shot';
const sideWords = 'side|half|part|corner|edge|end|area|third|portion|region|most';

/** "on the left", "in the top right corner of the picture", "in the middle"; adds a place to the phrase. */
export function readPlace(reader: Reader, phrase: Phrase): boolean {
  const place = reader.attempt(() => zonePhrase(reader));
  if (place === null) return false;
  const { zones, word, corner } = place;
  phrase.conditions.push({ is: 'zone', zones, corner, word });
  return true;
}

export interface Place {
  readonly zones: Zone[];
  readonly corner: boolean;
  readonly word: string;
}

/** "the right half", "the left side of the picture", "the middle", after a preposition that has been read. */
export function takeZonePlace(reader: Reader, bare: boolean): Place | null {
  return reader.attempt(() => {
    if (reader.take('the|its') === null) return null;
    const words: string[] = [];
    const zones: Zone[] = [];
    for (let zone = takeZone(reader, words); zone !== null; zone = takeZone(reader, words)) zones.push(zone);
    if (zones.length === 0 || zones.length > 2) return null;
    reader.take('hand');
    const side = reader.take(sideWords);
    if (
      side === null &&
      !bare &&
      !zones.includes('middle') &&
      !reader.at('of the picture|of the image|of the frame|of the screen')
    )
      return null;
    return ofPicture(reader, { zones, corner: side === 'corner' || zones.length === 2, word: words.join(' ') });
  });
}

function zonePhrase(reader: Reader): { zones: Zone[]; corner: boolean; word: string } | null {
  if (reader.take('in|on|at|to|toward|towards|near|by|from') === null) return null;
  const article = reader.take('the|its|our|your');
  reader.take('far|very|extreme|upper left|lower left');
  if (article === null && !reader.at('top|left|right')) return null;
  const corner = reader.take('corner');
  if (corner !== null) return ofPicture(reader, { zones: [], corner: true, word: 'corner' });
  const words: string[] = [];
  const zones: Zone[] = [];
  for (let zone = takeZone(reader, words); zone !== null; zone = takeZone(reader, words)) zones.push(zone);
  if (zones.length === 0 || zones.length > 2) return null;
  reader.take('hand');
  const side = reader.take(sideWords);
  if (side === null && article !== null && isNoun(reader.peek())) return null;
  return ofPicture(reader, { zones, corner: side === 'corner' || zones.length === 2, word: words.join(' ') });
}

const isNoun = (word: string) => findNoun(singularOf(word)) !== undefined;
const heightWords: Readonly<Record<string, Zone>> = { upper: 'top', lower: 'bottom' };

function takeZone(reader: Reader, words: string[]): Zone | null {
  const zone = lookUp(heightWords, reader.peek()) ?? lookUp(positionWords, reader.peek());
  if (zone === undefined) return null;
  words.push(reader.next());
  return zone;
}

/** "of the picture" may follow; "of the box" makes it a relation, which is read elsewhere. */
function ofPicture<T>(reader: Reader, place: T): T | null {
  const whole = reader.attempt(() =>
    reader.take('of the|of this|of') !== null && reader.take(picture) !== null ? true : null,
  );
  return whole === null && reader.at('of|from') ? null : place;
}

/** "in the middle of the three", "from the left", "in the foreground": choices along a line. */
export function readLine(reader: Reader, phrase: Phrase): boolean {
  return (
    readTop(reader, phrase) ||
    readIdiom(reader, phrase) ||
    readMiddle(reader, phrase) ||
    readFromSide(reader, phrase) ||
    readGround(reader, phrase)
  );
}

/** "on top": nothing lies on it or hides it. */
function readTop(reader: Reader, phrase: Phrase): boolean {
  if (reader.at('on top of') || reader.take('on top|at the top of the pile') === null) return false;
  const to = { phrase: emptyPhrase(), every: false };
  phrase.conditions.push({ is: 'not', of: { is: 'relation', name: 'hiddenBy', to, word: 'on top' } });
  return true;
}

/** Places that depend on who looks or what the thing is. */
function readIdiom(reader: Reader, phrase: Phrase): boolean {
  const idiom = reader.take(
    'on board|on our side|on my side|on your side|on this side|on the other side|on the near side|on the far side|in action|in use',
  );
  if (idiom !== null) phrase.unknown.push(idiom);
  return idiom !== null;
}

function readMiddle(reader: Reader, phrase: Phrase): boolean {
  const middle = reader.attempt(() => {
    if (reader.take('in the middle of|in the center of|in the centre of|at the center of|at the middle of') === null)
      return null;
    if (reader.take('the row|the line|the group|them|the others|the rest') !== null) return true;
    reader.take('the|these|those|all the|all');
    if (reader.take('three|five|seven|3|5|7') === null) return null;
    reader.take('ones|things|objects|of them');
    return true;
  });
  if (middle === null) return false;
  phrase.picks.push({ is: 'order', by: 'x', direction: 'up', rank: 'middle', word: 'middle' });
  return true;
}

/** "second from the left", with the ordinal before the noun or here. */
function readFromSide(reader: Reader, phrase: Phrase): boolean {
  const found = reader.attempt(() => {
    const ordinal = lookUp(ordinals, reader.peek());
    if (ordinal !== undefined) reader.next();
    reader.take('one|ball|thing');
    if (reader.take('from the|counting from the|counted from the|starting from the|on the|from') === null) return null;
    const side = reader.take('left|right|top|bottom|front|back|rear');
    return side === null || reader.at('side of|of') ? null : fromSide(phrase, side, ordinal);
  });
  return found === true;
}

/** Gives the measure to an open ordinal, or adds the ordinal that was read here. */
function fromSide(phrase: Phrase, side: string, ordinal: number | undefined): true | null {
  const open = phrase.picks.findIndex((pick) => pick.is === 'order' && pick.open === 'measure');
  const pick = phrase.picks[open];
  if (ordinal !== undefined) addOrder(phrase, sideScale(side), ordinal, `from the ${side}`);
  else if (pick?.is !== 'order') return null;
  else phrase.picks[open] = { ...pick, ...sideScale(side), word: `${pick.word} from the ${side}`, open: undefined };
  return true;
}

function sideScale(side: string): Scale {
  if (side === 'left' || side === 'right' || side === 'top' || side === 'bottom') return zoneOrder[side];
  return { by: 'depth', direction: side === 'front' ? 'up' : 'down' };
}

/** "in the background", "in the back": far away. */
function readGround(reader: Reader, phrase: Phrase): boolean {
  if (reader.at('in front of|at the back of|in the back of|at the front of')) return false;
  const ground = reader.take(
    'in the background|in the back|at the back|in the distance|far away|in the foreground|in the front|in front|at the front|up front',
  );
  if (ground === null) return false;
  const near = ground.includes('fore') || ground.includes('front');
  phrase.picks.push({
    is: 'order',
    by: 'depth',
    direction: near ? 'up' : 'down',
    rank: 1,
    word: ground.split(' ').at(-1) ?? ground,
  });
  return true;
}
