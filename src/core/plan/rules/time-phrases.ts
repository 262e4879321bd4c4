import { takeNumber } from './modifiers.ts';
import type { Reader } from './reader.ts';
import { joinSpans, type When } from './when.ts';

const startWords =
  'at the very start|at the very beginning|at the start|at the beginning|at first|initially|originally|in the beginning|in the first frame|on the first frame|in the very first frame|when the video started|when the video starts|when the video began|when the video begins|when it all started|when it all began|at the outset|at time zero|in the initial frame';
const sinceStart =
  'from the very first frame|from the first frame|since the first frame|from the start|from the beginning|since the start|since the beginning|from the very start|from the very beginning|from the outset|ever since the start|ever since the beginning';

/** Reads a time that is no clause: "at the start", "in the last two seconds", "three seconds ago". */
export function readTimePhrase(reader: Reader, when: When): boolean {
  return (
    readStart(reader, when) ||
    readSince(reader, when) ||
    readStretch(reader, when) ||
    readAgo(reader, when) ||
    readSecond(reader, when)
  );
}

function readStart(reader: Reader, when: When): boolean {
  if (reader.take(startWords) === null) return false;
  reader.take('of the video|of the clip|of the film|of the recording|of the scene|of the sequence|of it all');
  when.at = { is: 'start' };
  return true;
}

/** What has been so since the start was so at the start, at least; "never since the start" is never. */
function readSince(reader: Reader, when: When): boolean {
  if (reader.take(sinceStart) === null) return false;
  reader.take('of the video|of the clip|on|onwards|onward|to the end|until the end|until now');
  when.at = { is: 'start' };
  when.sinceStart = true;
  return true;
}

/** "in the first three seconds", "during the last second", "within two seconds". */
function readStretch(reader: Reader, when: When): boolean {
  const opened = reader.take('in|during|within|for|over');
  if (opened === null) return false;
  reader.take('the');
  const end = reader.take('first|last|past|final|opening|previous|latest');
  if (end === null && opened !== 'within') return false;
  const n = takeSeconds(reader);
  if (n === null) return false;
  const first = end === 'first' || end === 'opening';
  reader.take('of the video|of the clip|of the film|of the start|from the start');
  when.span = joinSpans(when.span, first ? { before: { is: 'second', seconds: n } } : { within: n });
  return true;
}

/** "three seconds ago". */
function readAgo(reader: Reader, when: When): boolean {
  const n = takeSeconds(reader);
  if (n === null || reader.take('ago|earlier|before now|before') === null) return false;
  when.at = { is: 'ago', seconds: Math.min(n, 60) };
  return true;
}

/** "after three seconds", "before second 4", "at second 2", "at 2 seconds". */
function readSecond(reader: Reader, when: When): boolean {
  const word = reader.take('after the first|after|before|at|since|until|from');
  if (word === null) return false;
  reader.take('the|about');
  const named = reader.take('second') === null ? null : takeNumber(reader);
  const n = named ?? takeSeconds(reader);
  if (n === null) return false;
  reader.take('into the video|in|into it|into the clip|on');
  const seconds = { is: 'second', seconds: n } as const;
  if (word === 'at') when.at = seconds;
  else when.span = joinSpans(when.span, /^(before|until)$/.test(word) ? { before: seconds } : { after: seconds });
  when.until ||= word === 'until';
  return true;
}

/** A stretch of time in seconds: "two seconds", "half a second", "a minute". */
export function takeSeconds(reader: Reader): number | null {
  return reader.attempt(() => {
    if (reader.take('half a second') !== null) return 0.5;
    if (reader.take('one and a half seconds|a second and a half') !== null) return 1.5;
    const n = reader.take('a|one') === null ? takeNumber(reader) : 1;
    const half = reader.take('and a half') === null ? 0 : 0.5;
    const one = n ?? (reader.at('second|minute') ? 1 : null);
    const unit = reader.take('seconds|second|secs|sec|s|minutes|minute');
    return one === null || unit === null ? null : (one + half) * (unit.startsWith('minute') ? 60 : 1);
  });
}
