import { takeNumber } from './modifiers.ts';
import type { Comparison } from './phrase.ts';
import type { Reader } from './reader.ts';
import { readTimeClause } from './time-clause.ts';
import { readTimePhrase, takeSeconds } from './time-phrases.ts';
import { lookUp, ordinals } from './vocabulary.ts';
import type { Extent, When } from './when.ts';

/** Reads what stands after a verb about time, number, length and manner; false when nothing of it stands here. */
export function readAdverbials(reader: Reader, when: When): boolean {
  let read = false;
  while (readAdverbial(reader, when)) read = true;
  return read;
}

function readAdverbial(reader: Reader, when: When): boolean {
  return (
    attempted(reader, () => readCount(reader, when)) ||
    attempted(reader, () => readLength(reader, when)) ||
    attempted(reader, () => readExtent(reader, when)) ||
    attempted(reader, () => readRank(reader, when)) ||
    attempted(reader, () => readTimePhrase(reader, when)) ||
    attempted(reader, () => readTimeClause(reader, when)) ||
    attempted(reader, () => readAlways(reader, when)) ||
    attempted(reader, () => readManner(reader, when))
  );
}

const attempted = (reader: Reader, rule: () => boolean) => reader.attempt(rule) === true;

const bounds: readonly (readonly [string, Comparison, number])[] = [
  ['at least|no fewer than|no less than|not less than', 'more', -1],
  ['longer than|more than|over|above', 'more', 0],
  ['at most|no more than|not more than|up to', 'less', 1],
  ['less than|fewer than|under|below', 'less', 0],
  ['exactly|just|only|precisely|about|around|roughly|some', 'about', 0],
];

function takeBound(reader: Reader): { op: Comparison; shift: number } {
  for (const [said, op, shift] of bounds) if (reader.take(said) !== null) return { op, shift };
  return { op: 'about', shift: 0 };
}

/** "twice", "at least three times", "more than once", "again". */
function readCount(reader: Reader, when: When): boolean {
  if (
    reader.take(
      'again and again|over and over again|over and over|repeatedly|several times|many times|multiple times|a few times|more than one time|on more than one occasion',
    ) !== null
  ) {
    when.times = { op: 'more', n: 1 };
    return true;
  }
  if (reader.take('again|once more|once again|another time|one more time|a second time|anew') !== null) {
    when.again = true;
    return true;
  }
  if (reader.take('not even once|even once') !== null) return setNever(when);
  if (reader.at('twice as|three times as|two times as|four times as')) return false;
  const { op, shift } = takeBound(reader);
  const n = takeTimes(reader);
  if (reader.at('as|the size')) return false;
  if (
    n === null ||
    (n === 1 &&
      op === 'about' &&
      reader.peek(-1) === 'once' &&
      !reader.at(',') &&
      !reader.done &&
      !/^(just|only|exactly|precisely)$/.test(reader.peek(-2)))
  )
    return false;
  when.times = { op, n: n + shift };
  return true;
}

function setNever(when: When): true {
  when.never = true;
  when.negated = false;
  return true;
}

function takeTimes(reader: Reader): number | null {
  const word = reader.take('once|twice|thrice|one time');
  if (word !== null) return word === 'twice' ? 2 : word === 'thrice' ? 3 : 1;
  return reader.attempt(() => {
    const n = takeNumber(reader);
    return n !== null && reader.take('times|time|separate times|different times') !== null ? n : null;
  });
}

/** "for more than two seconds". */
function readLength(reader: Reader, when: When): boolean {
  const opened = reader.take('for') !== null;
  reader.take('a total of|the last|a time of');
  const { op, shift } = takeBound(reader);
  const n = takeSeconds(reader);
  if (n === null || (!opened && shift === 0 && op === 'about')) return false;
  if (reader.at('ago|after|before|later')) return false;
  reader.take('or more|or longer|at least|in total|altogether|in a row|without a break|straight');
  when.seconds = { op: op === 'about' ? 'more' : op, n };
  return true;
}

const extents: readonly (readonly [string, Extent, 'up' | 'down'])[] = [
  [
    'for the longest time|for the longest|the longest time|for longest|the longest|longest|the most time|for the most time',
    'duration',
    'down',
  ],
  [
    'for the shortest time|for the shortest|the shortest time|the shortest|shortest|the least time|most briefly',
    'duration',
    'up',
  ],
  ['the most often|most often|most frequently|the most times|the most frequently|oftenest', 'times', 'down'],
  ['the least often|least often|the fewest times|least frequently', 'times', 'up'],
  [
    'the farthest|the furthest|farthest|furthest|the longest way|the longest distance|the longest path|the greatest distance|the most|most',
    'travelled',
    'down',
  ],
  ['the least far|the shortest way|the shortest distance|the least|the shortest path|least', 'travelled', 'up'],
  ['the fastest|fastest|most quickly|the quickest|quickest', 'speed', 'down'],
  ['the slowest|slowest|most slowly|the most slowly', 'speed', 'up'],
];

const comparisons: readonly (readonly [string, Extent, Comparison])[] = [
  ['longer than|for longer than|for a longer time than|more time than', 'duration', 'more'],
  ['less long than|for less time than|a shorter time than|for a shorter time than', 'duration', 'less'],
  ['more often than|more times than|more frequently than', 'times', 'more'],
  ['less often than|fewer times than|less frequently than', 'times', 'less'],
  ['as often as|as many times as', 'times', 'about'],
  ['as long as|for as long as', 'duration', 'about'],
  ['farther than|further than|a longer way than|a longer distance than|more than', 'travelled', 'more'],
  ['less far than|not as far as|a shorter distance than|less than', 'travelled', 'less'],
  ['as far as', 'travelled', 'about'],
  ['faster than|more quickly than|quicker than', 'speed', 'more'],
  ['slower than|more slowly than', 'speed', 'less'],
];

/** "longest", "most often", "farther than the ball". */
function readExtent(reader: Reader, when: When): boolean {
  for (const [said, what, direction] of extents) {
    const word = reader.take(said);
    if (word === null) continue;
    if (
      reader.at('ball|box|one|thing|red|blue|of|to|from') ||
      (!reader.done &&
        /^(most|least|longest|fastest|slowest)$/.test(word) &&
        !reader.at(',|and|or|but|so|while|in|during|after|before|since|until|on|at'))
    )
      return false;
    reader.take('so far|until now|up to now|in total|overall');
    when.best = { what, direction, rank: 1, word };
    return true;
  }
  for (const [said, what, op] of comparisons) {
    const word = reader.take(said);
    if (word === null) continue;
    const phrase = reader.nounPhrase();
    if (phrase === null) return false;
    reader.take('did|was|has|does|is|had|moved');
    when.compared = { what, op, to: { phrase, every: phrase.universal }, word };
    return true;
  }
  return false;
}

/** "first", "last", "for the second time", "before all others". */
function readRank(reader: Reader, when: When): boolean {
  const time = reader.attempt(() => {
    reader.take('for');
    reader.take('the|its|their|a|his|her');
    const rank = lookUp(ordinals, reader.peek());
    if (rank === undefined) return null;
    reader.next();
    return reader.take('time') === null ? null : rank;
  });
  if (time !== null) return setTime(when, time);
  if (
    reader.take(
      'before all the others|before all others|before the others|before any other|before anything else|before everything else|before everyone else|ahead of the others|earliest|the earliest',
    ) !== null
  )
    return setRank(when, 1);
  if (
    reader.take(
      'after all the others|after all others|after the others|latest|the latest|most recently|as the last one',
    ) !== null
  )
    return setRank(when, -1);
  reader.take('as the|the');
  const rank = lookUp(ordinals, reader.peek());
  if (rank === undefined) return false;
  reader.next();
  reader.take('of all|of them all|of them|one|in order');
  if (!reader.done && !reader.at(',|and|but|or|while|when|after|before|since|until|in|during|then|of')) return false;
  return setRank(when, rank);
}

/** The nth time that it happens to the same thing: so many times, at least. */
function setTime(when: When, rank: number): true {
  if (rank > 1) when.times = { op: 'more', n: rank - 1 };
  when.rank = when.inClause ? rank : when.rank;
  return true;
}

function setRank(when: When, rank: number): true {
  when.rank = rank;
  when.rankWord = rank === -1 ? 'last' : 'first';
  return true;
}

/** "the whole time", "at any time", "so far", "any more". */
function readAlways(reader: Reader, when: When): boolean {
  if (
    reader.take(
      'the whole time|the entire time|all the time|all along|all the while|throughout|at all times|without a break|without a pause|without interruption|without stopping|from start to finish|from beginning to end|the whole video|during the whole video|in every frame|permanently|constantly|continuously|non-stop|nonstop',
    ) !== null
  ) {
    when.always = true;
    return true;
  }
  if (reader.take('any more|anymore|any longer|no more') !== null) {
    when.noLonger = when.negated || reader.peek(-2) === 'no';
    when.negated = false;
    return true;
  }
  if (
    reader.take(
      'at any time|at some point|at some time|at any point|at one point|at all|ever|before|earlier|previously|once|for a while|for a moment|briefly|in the past|sometime',
    ) !== null
  ) {
    when.ever = true;
    if (reader.peek(-1) === 'before' || reader.peek(-1) === 'earlier') when.past = true;
    return true;
  }
  return (
    reader.take(
      'so far|until now|up to now|by now|now|right now|at the moment|at present|currently|today|finally|eventually|at last|in the end|at the end|in the video|in this video|in the clip|in the scene|in the recording|already|yet|too|as well|afterwards|afterward|later|later on|after that|subsequently|then|thereafter|on its own|by itself|alone|together|in time|just now|recently',
    ) !== null
  );
}

const manners =
  'slowly|quickly|rapidly|suddenly|gently|carefully|smoothly|abruptly|fast|hard|softly|quietly|gradually|steadily|violently|sharply|accidentally|straight|directly|completely|partly|fully|entirely|partially|accidentally|immediately|right away|at once|soon|shortly';

function readManner(reader: Reader, when: When): boolean {
  const word = reader.take(manners);
  if (word === null) return false;
  if (!/^(directly|completely|fully|entirely|straight|immediately|right away|at once|soon|shortly)$/.test(word))
    when.manner.push(word);
  return true;
}
