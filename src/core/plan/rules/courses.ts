import type { Cond } from './phrase.ts';
import { type Place, takeZonePlace } from './places.ts';
import type { Reader } from './reader.ts';

const headings: readonly (readonly [string, string, string])[] = [
  [
    'from right to left|from the right to the left|to the left side|to the left|towards the left|toward the left|leftwards|leftward|left',
    'left',
    'to the left',
  ],
  [
    'from left to right|from the left to the right|to the right side|to the right|towards the right|toward the right|rightwards|rightward|right',
    'right',
    'to the right',
  ],
  ['upwards|upward|up|towards the top|to the top', 'up', 'upwards'],
  ['downwards|downward|down|towards the bottom|to the bottom', 'down', 'downwards'],
  [
    'towards the camera|toward the camera|towards us|toward us|to the camera|closer to the camera|nearer to the camera|closer|nearer',
    'closer',
    'closer to the camera',
  ],
  ['away from the camera|away from us|farther away|further away', 'farther', 'away from the camera'],
];

/** "to the left", "upwards", "towards the camera"; not "to the left of the box", "closer to the box", "up to the man". */
export function readHeading(reader: Reader, word: string): Cond | null {
  return reader.attempt(() => {
    for (const [said, way, text] of headings) {
      if (reader.take(said) === null) continue;
      if (reader.at('of|to|half|side of|part|corner|edge|by|off|from|and take|now|away|behind')) return null;
      return { is: 'motion', code: `heading(${JSON.stringify(way)})`, word: `${word} ${text}`, said: `moving ${text}` };
    }
    return null;
  });
}

/** "into the right half", "out of the middle", "in from the left": it came to be there, ceased to be there, or is there. */
export function readZoneWay(reader: Reader, lemma: string): { way: 'begins' | 'ends' | 'in'; of: Cond } | null {
  return reader.attempt(() => {
    const direct = /^(enter|leave|exit|reach|cross)$/.test(lemma);
    const word =
      reader.take(
        'over into|over to|across into|across to|into|in from|to|out of|from|onto|through|in|at|on|inside|within',
      ) ?? (direct ? '' : null);
    if (word === null) return null;
    const place = takeZonePlace(reader, /from$/.test(word));
    if (place === null) return null;
    return { way: wayOf(word, lemma), of: zoneCondition(place) };
  });
}

function wayOf(word: string, lemma: string): 'begins' | 'ends' | 'in' {
  if (word === 'out of') return 'ends';
  if (word === '') return lemma === 'leave' || lemma === 'exit' ? 'ends' : 'begins';
  return /^(from|in from|in|at|on|inside|within|through)$/.test(word) ? 'in' : 'begins';
}

const zoneCondition = ({ zones, corner, word }: Place): Cond => ({ is: 'zone', zones, corner, word });
