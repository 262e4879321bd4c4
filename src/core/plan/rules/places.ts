import type { Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';
import { lookUp, positionWords, type Zone, zoneOrder } from './vocabulary.ts';

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
  return ofPicture(reader, { zones, corner: side === 'corner' || zones.length === 2, word: words.join(' ') });
}

function takeZone(reader: Reader, words: string[]): Zone | null {
  const zone = lookUp(positionWords, reader.peek());
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
  return readMiddle(reader, phrase) || readFromSide(reader, phrase) || readGround(reader, phrase);
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

/** "second from the left", with the ordinal before or after the noun. */
function readFromSide(reader: Reader, phrase: Phrase): boolean {
  const side = reader.attempt(() => {
    if (reader.take('from the|counting from the|counted from the|on the|from') === null) return null;
    return reader.take('left|right|top|bottom|front|back');
  });
  if (side === null) return false;
  const scale =
    side === 'front' || side === 'back'
      ? ({ by: 'depth', direction: side === 'front' ? 'up' : 'down' } as const)
      : zoneOrder[side as keyof typeof zoneOrder];
  const open = phrase.picks.findIndex((pick) => pick.is === 'order' && pick.open === 'measure');
  const pick = phrase.picks[open];
  if (pick?.is !== 'order') return false;
  phrase.picks[open] = { ...pick, ...scale, word: `${pick.word} from the ${side}`, open: undefined };
  return true;
}

/** "in the background", "in the back": far away. */
function readGround(reader: Reader, phrase: Phrase): boolean {
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
