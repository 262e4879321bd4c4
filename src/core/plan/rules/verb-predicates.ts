import type { Cond, Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';
import { relation } from './relations.ts';
import { findVerb, mannersOfMoving, type VerbForm, verbsOfBeing } from './verbs.ts';

/** Time and voice of the clause around a verb. */
export interface Tense {
  readonly past: boolean;
  readonly passive: boolean;
  /** No auxiliary stands before it. */
  readonly bare: boolean;
}

/** What a verb says: a condition, and the time that is already in it (an event did happen; `ever` is not added). */
export interface VerbMeaning {
  readonly condition: Cond;
  readonly timeless: boolean;
}

const inPicture = 'the picture|the image|the frame|the scene|the view|view|the screen|the video|sight';

/** Reads a verb with its particles and object. Words whose manner cannot be seen go to `phrase.unknown`. */
export function verbMeaning(reader: Reader, phrase: Phrase, tense: Tense): VerbMeaning | null {
  reader.take('slowly|quickly|suddenly|first|once|ever|later|then|also|still being');
  const verb = findVerb(reader.peek());
  if (verb === undefined) return null;
  const word = reader.next();
  const past = tense.past || isPast(verb.forms);
  const passive =
    verb.forms.includes('participle') &&
    (tense.passive ||
      (tense.bare && !verb.forms.includes('base') && !reader.at('the|a|an|its|another|every|something|it')));
  return (
    picturePassage(reader, verb.lemma, word) ??
    (passive ? passiveMeaning(reader, phrase, verb.lemma, word, past) : null) ??
    passing(reader, verb.lemma, word) ??
    changing(reader, verb.lemma, word) ??
    contact(reader, verb.lemma, word, past) ??
    standing(reader, verb.lemma, word) ??
    moving(reader, phrase, verb.lemma, word, past)
  );
}

const isPast = (forms: readonly VerbForm[]) =>
  !forms.includes('base') && (forms.includes('past') || forms.includes('participle'));
const event = (
  types: readonly string[],
  word: string,
  said: string,
  other?: Cond & { is: 'relation' },
): VerbMeaning => ({
  condition: { is: 'event', types, other: other?.to, word, said },
  timeless: true,
});
const state = (condition: Cond): VerbMeaning => ({ condition, timeless: false });

/** Coming in, going out, appearing, coming back. */
function picturePassage(reader: Reader, lemma: string, word: string): VerbMeaning | null {
  if (lemma === 'enter' || lemma === 'arrive')
    return takePicture(reader, event(['enters'], word, 'came into the picture'));
  if (lemma === 'exit' || lemma === 'leave') return takePicture(reader, event(['leaves'], word, 'left the picture'));
  if (lemma === 'disappear' || lemma === 'vanish') return event(['disappears', 'leaves'], word, 'disappeared');
  if (lemma === 'appear' || lemma === 'emerge') return event(['appears', 'enters'], word, 'appeared');
  if (lemma !== 'come' && lemma !== 'go' && !mannersOfMoving.has(lemma) && lemma !== 'move') return null;
  if (reader.take('back in|back into|back|in again') !== null)
    return takePicture(reader, event(['enters', 'appears'], word, 'came back'));
  return comingOrGoing(reader, lemma, word);
}

function comingOrGoing(reader: Reader, lemma: string, word: string): VerbMeaning | null {
  const way = reader.attempt(() => {
    const particle = reader.take('out of|off|into|in to|in from|in|out|away');
    if (particle === null || (particle === 'away' && reader.at('from'))) return null;
    const named = reader.take(inPicture) !== null;
    const alone = reader.done || reader.at(', |,|and|last|first|but|or|later|then');
    const plain = /^(out|off|in|away|in from)$/.test(particle);
    return named || (plain && (alone || lemma === 'come')) ? particle : null;
  });
  if (way === null) return null;
  return way.startsWith('in')
    ? event(['enters'], word, 'came into the picture')
    : event(['leaves'], word, 'left the picture');
}

function takePicture(reader: Reader, meaning: VerbMeaning): VerbMeaning {
  reader.attempt(() => {
    reader.take('into|to|in|from');
    return reader.take(inPicture);
  });
  return meaning;
}

/** "taken away", "put on the table", "held by the man", "covered". */
function passiveMeaning(
  reader: Reader,
  phrase: Phrase,
  lemma: string,
  word: string,
  past: boolean,
): VerbMeaning | null {
  if (lemma === 'take' || lemma === 'remove') return taken(reader, word);
  if (lemma === 'put' || lemma === 'bring' || lemma === 'set' || (lemma === 'place' && past))
    return putDown(reader, phrase, lemma, word);
  if (lemma === 'pick' || lemma === 'lift' || lemma === 'grab' || lemma === 'catch') {
    reader.take('up');
    return byWhom(reader, word, ['is carried by'], 'was picked up');
  }
  if (lemma === 'hold' || lemma === 'carry') {
    if (reader.take('by') !== null) return related(reader, 'heldBy', `${word} by`);
    return event(['is carried by'], word, 'was carried');
  }
  if (lemma === 'cover' || lemma === 'hide' || lemma === 'occlude' || lemma === 'block')
    return covered(reader, word, past);
  if (lemma === 'touch' || lemma === 'hit') return byWhom(reader, word, ['touches'], 'was touched');
  if (lemma === 'support' && reader.take('by') !== null) return related(reader, 'on', word);
  return null;
}

function byWhom(reader: Reader, word: string, types: readonly string[], said: string): VerbMeaning {
  const by = reader.attempt(() => (reader.take('by') === null ? null : relation(reader, 'heldBy', word)));
  return event(types, word, said, by?.is === 'relation' ? by : undefined);
}

function related(reader: Reader, name: Parameters<typeof relation>[1], word: string): VerbMeaning | null {
  const condition = relation(reader, name, word);
  return condition && state(condition);
}

function taken(reader: Reader, word: string): VerbMeaning {
  const particle = reader.take('away from|out of|from|off|away|out');
  const to = particle === null || /^(away|out)$/.test(particle) ? null : relation(reader, 'on', word);
  const types = particle === 'out of' ? ['is taken out of'] : ['is taken from'];
  if (to?.is === 'relation') return event(types, word, 'was taken from', to);
  return event(['is taken from', 'is carried by', 'leaves', 'disappears'], word, 'was taken away');
}

function putDown(reader: Reader, phrase: Phrase, lemma: string, word: string): VerbMeaning | null {
  if (reader.take('back') !== null) return event(['is put on', 'is put in', 'appears', 'enters'], word, 'was put back');
  if (lemma === 'bring') return manner(phrase, word, true);
  const particle = reader.take('down|onto|on|into|inside|in');
  if (particle === null) return event(['is put on', 'is put in'], word, 'was put down');
  const to = particle === 'down' ? null : relation(reader, 'on', word);
  const types = particle.startsWith('in') ? ['is put in'] : ['is put on'];
  return event(
    types,
    word,
    particle.startsWith('in') ? 'was put in' : 'was put on',
    to?.is === 'relation' ? to : undefined,
  );
}

function covered(reader: Reader, word: string, past: boolean): VerbMeaning | null {
  const by = reader.take('by|behind|with|under');
  const to = by === null ? null : relation(reader, 'hiddenBy', word);
  if (past && to?.is === 'relation') return event(['is covered by'], word, 'was covered by', to);
  if (to !== null) return state(to);
  return state({ is: 'plain', code: 'hidden', word, said: 'hidden' });
}

function passing(reader: Reader, lemma: string, word: string): VerbMeaning | null {
  const passes =
    lemma === 'pass' || lemma === 'go' || lemma === 'move' || lemma === 'come' || mannersOfMoving.has(lemma);
  if (!passes) return null;
  const side = reader.take('behind|in front of');
  if (side === null) return null;
  const to = relation(reader, side === 'behind' ? 'behind' : 'inFrontOf', word);
  if (to?.is !== 'relation') return null;
  const type = side === 'behind' ? 'passes behind' : 'passes in front of';
  return event([type], word, side === 'behind' ? 'passed behind' : 'passed in front of', to);
}

function changing(reader: Reader, lemma: string, word: string): VerbMeaning | null {
  if (lemma === 'stop') {
    reader.take('moving|to move|walking|running|rolling');
    return event(['stops'], word, 'stopped');
  }
  if (lemma === 'start' || lemma === 'begin') {
    return reader.take('moving|to move|to walk|walking|to roll|rolling|off') !== null
      ? event(['starts'], word, 'started to move')
      : null;
  }
  if (lemma === 'turn') {
    reader.take('around|round|left|right');
    return event(['turns'], word, 'turned');
  }
  if (lemma === 'speed') {
    reader.take('up');
    return event(['speeds up'], word, 'sped up');
  }
  if (lemma !== 'change') return null;
  reader.take('its|their|the');
  const what = reader.take('colour|size|shape');
  const type = what === 'colour' ? 'changes color' : `changes ${what ?? ''}`;
  return what === null ? null : event([type], word, `changed ${what}`);
}

const contactRelations: Readonly<Record<string, Parameters<typeof relation>[1]>> = {
  hold: 'holds',
  carry: 'holds',
  grab: 'holds',
  catch: 'holds',
  pick: 'holds',
  contain: 'contains',
  cover: 'hides',
  hide: 'hides',
  occlude: 'hides',
  block: 'hides',
  support: 'under',
  touch: 'touching',
  hit: 'touching',
  kick: 'touching',
  bump: 'touching',
  collide: 'touching',
  meet: 'touching',
  approach: 'approaching',
  have: 'with',
  surround: 'contains',
};

function contact(reader: Reader, lemma: string, word: string, past: boolean): VerbMeaning | null {
  const name = Object.hasOwn(contactRelations, lemma) ? contactRelations[lemma] : undefined;
  if (name === undefined) return null;
  reader.take('up|into|with|against');
  const to = relation(reader, name, word);
  if (to?.is === 'not') return state(to);
  if (to?.is !== 'relation') return null;
  const hit = /^(hit|kick|bump|collide|meet)$/.test(lemma);
  if (name === 'touching' && (past || hit)) return event(['touches'], word, 'touched', to);
  if (/^(grab|catch|pick)$/.test(lemma)) return { condition: { is: 'ever', of: to }, timeless: true };
  return state(to);
}

/** "stands still", "lies on the table": where it is follows as a relation of its own. */
function standing(reader: Reader, lemma: string, word: string): VerbMeaning | null {
  if (!verbsOfBeing.has(lemma)) return null;
  if (reader.take('still|motionless|put|in place|where it is') !== null)
    return state({ is: 'not', of: { is: 'motion', code: 'moving', word: `${word} still`, said: 'moving' } });
  return null;
}

function moving(reader: Reader, phrase: Phrase, lemma: string, word: string, past: boolean): VerbMeaning | null {
  if (lemma !== 'move' && !mannersOfMoving.has(lemma) && lemma !== 'come') return null;
  reader.take('slowly|around|about|along');
  if (lemma === 'come' && !reader.at('towards|toward|closer')) return null;
  const course = heading(reader, word) ?? reader.attempt(() => toward(reader));
  if (lemma !== 'move' && lemma !== 'go' && lemma !== 'come') phrase.unknown.push(word);
  if (course !== null) return state(course);
  const plain = state({ is: 'motion', code: 'moving', word, said: 'moving' });
  return past ? { condition: { is: 'ever', of: plain.condition }, timeless: true } : plain;
}

function manner(phrase: Phrase, word: string, timeless: boolean): VerbMeaning {
  phrase.unknown.push(word);
  const condition: Cond = { is: 'ever', of: { is: 'motion', code: 'moving', word, said: 'moving' } };
  return { condition, timeless };
}

const headings: readonly (readonly [string, string, string])[] = [
  [
    'from right to left|to the left side|to the left|towards the left|toward the left|leftwards|leftward|left',
    'left',
    'to the left',
  ],
  [
    'from left to right|to the right side|to the right|towards the right|toward the right|rightwards|rightward|right',
    'right',
    'to the right',
  ],
  ['upwards|upward|up', 'up', 'upwards'],
  ['downwards|downward|down', 'down', 'downwards'],
  ['towards the camera|toward the camera|towards us|toward us|to the camera|closer', 'closer', 'closer to the camera'],
  ['away from the camera|away from us', 'farther', 'away from the camera'],
];

/** "to the left", "upwards", "towards the camera". */
export function heading(reader: Reader, word: string): Cond | null {
  for (const [said, way, text] of headings) {
    if (reader.take(said) !== null)
      return { is: 'motion', code: `heading(${JSON.stringify(way)})`, word: `${word} ${text}`, said: `moving ${text}` };
  }
  return null;
}

function toward(reader: Reader): Cond | null {
  if (reader.take('towards|toward|up to|closer to') !== null) return relation(reader, 'approaching', 'towards');
  return reader.take('away from') === null ? null : relation(reader, 'recedingFrom', 'away from');
}

/** The object form, for "nobody touches": reads a bare verb as said of someone to the thing. */
export function objectVerb(reader: Reader): { lemma: string; word: string } | null {
  return reader.attempt(() => {
    reader.take('is|are|was|were|has|have|had|does|do|did|ever|never');
    const verb = findVerb(reader.peek());
    return verb === undefined ? null : { lemma: verb.lemma, word: reader.next() };
  });
}
