import { findNoun, singularOf } from './lexicon.ts';
import { colorCondition } from './look-conditions.ts';
import { readModifier } from './modifiers.ts';
import { ownLooks } from './own-looks.ts';
import { sideAsNoun } from './parts-of-wholes.ts';
import { type Cond, emptyPhrase, type Phrase, type Reference, type RelationName } from './phrase.ts';
import type { Reader } from './reader.ts';
import { bodyParts, colorWords, lookUp, type MeasureName, smallClothes } from './vocabulary.ts';

/** Prepositions and their relation, longest first. */
const prepositions: readonly (readonly [string, RelationName])[] = [
  [
    'on the left side of|on the left hand side of|to the left side of|on the left of|to the left of|left of|at the left of',
    'leftOf',
  ],
  [
    'on the right side of|on the right hand side of|to the right side of|on the right of|to the right of|right of|at the right of',
    'rightOf',
  ],
  ['on top of|on to|onto|upon|atop|resting on|lying on', 'on'],
  ['in front of|ahead of', 'inFrontOf'],
  ['at the back of|in back of|behind', 'behind'],
  ['next to|beside|close to|near to|near|nearby|by the side of|adjacent to|alongside|close by|around', 'nearTo'],
  ['above|over', 'above'],
  ['under|underneath|beneath', 'under'],
  ['below', 'below'],
  ['inside of|inside|within|into', 'inside'],
  ['touching|in contact with|against', 'touching'],
  ['containing', 'contains'],
  ['holding|carrying|gripping|grasping', 'holds'],
  ['held by|carried by|in the hand of|in the hands of|gripped by', 'heldBy'],
  ['hidden by|hidden behind|covered by|occluded by|obscured by|covered with', 'hiddenBy'],
  ['hiding|covering|occluding|obscuring', 'hides'],
  ['towards|toward|approaching', 'approaching'],
  ['away from', 'recedingFrom'],
  ['on', 'on'],
  ['in', 'inside'],
];

/** A preposition with what it refers to: "behind the red box". */
export function relationCondition(reader: Reader): Cond | null {
  return (
    reader.attempt(() => wearing(reader)) ??
    reader.attempt(() => withSomething(reader)) ??
    reader.attempt(() => same(reader)) ??
    reader.attempt(() => different(reader)) ??
    reader.attempt(() => differing(reader)) ??
    reader.attempt(() => colourOf(reader)) ??
    reader.attempt(() => between(reader)) ??
    reader.attempt(() => prepositional(reader))
  );
}

/** A preposition that points to nothing ("is under"). */
export function takePreposition(reader: Reader): { name: RelationName; word: string } | null {
  for (const [said, name] of prepositions) {
    const word = reader.take(said);
    if (word !== null) return { name, word };
  }
  return null;
}

function prepositional(reader: Reader): Cond | null {
  if (!reader.at('right of')) reader.take('back|still|directly|right|immediately|just|partly|partially|closely');
  for (const [said, name] of prepositions) {
    const word = reader.take(said);
    if (word !== null) return joinedPrepositions(reader, name, word) ?? relation(reader, name, word);
  }
  return null;
}

/** "above and to the left of the box": two relations to one thing. */
function joinedPrepositions(reader: Reader, name: RelationName, word: string): Cond | null {
  return reader.attempt(() => {
    const joint = reader.take('and|or|but not');
    if (joint === null) return null;
    const second = prepositional(reader);
    if (second?.is !== 'relation') return null;
    const first: Cond = { is: 'relation', name, to: second.to, word };
    return {
      is: joint === 'or' ? 'any' : 'all',
      of: [first, joint === 'but not' ? { is: 'not', of: second } : second],
    };
  });
}

/** The rest of a relation whose name has been read. */
export function relation(reader: Reader, name: RelationName, word: string): Cond | null {
  const none = reader.attempt(() => noReference(reader));
  if (none !== null) return { is: 'not', of: { is: 'relation', name, to: none, word } };
  const to = reference(reader, name);
  return to && { is: 'relation', name, to, word };
}

/** "nothing", "no other box". */
function noReference(reader: Reader): Reference | null {
  if (reader.take('nothing else|nothing|nobody|no one|no other thing|no thing') !== null)
    return { phrase: emptyPhrase(), every: false };
  if (reader.take('no other|no') === null) return null;
  return reference(reader);
}

/** "the box", "every box", "all the other boxes", "the others". */
export function reference(reader: Reader, name?: RelationName): Reference | null {
  const { limit, direct } = reader;
  const places = name === 'on' || name === 'inside' || name === 'with';
  if (direct !== null || places)
    reader.limit = {
      relatives: direct?.generic === true || name === 'with',
      outerPlural: direct?.plural ?? false,
      places: places || limit?.places === true,
    };
  const phrase = reader.nounPhrase();
  reader.limit = limit;
  reader.antecedent = phrase ?? reader.antecedent;
  return phrase && { phrase: ownerOfBodyPart(phrase), every: phrase.universal };
}

/** What touches the shoulder of a woman touches the woman. */
function ownerOfBodyPart(phrase: Phrase): Phrase {
  return phrase.partOf !== undefined && phrase.noun !== undefined && bodyParts.has(phrase.noun)
    ? phrase.partOf
    : phrase;
}

function between(reader: Reader): Cond | null {
  reader.take('halfway|midway|half way|exactly|right');
  if (reader.take('in between|between') === null) return null;
  const a = reader.nounPhrase();
  const second = a?.or[0];
  if (a === null) return null;
  if (second !== undefined) return { is: 'between', a: { ...a, or: [] }, b: second };
  if (a.plural) return { is: 'between', a: { ...a, definite: false }, b: { ...a, definite: false } };
  return null;
}

/** "in pink", "in the red jacket", "wearing a striped shirt". */
function wearing(reader: Reader): Cond | null {
  const verb = reader.take('wearing|dressed in|clad in|in|with');
  if (verb === null) return null;
  reader.take('a pair of|the|a|an|his|her|their|some');
  const garment = garmentPhrase(reader);
  if (garment === null) return null;
  const sure =
    garment.noun !== undefined && (findNoun(garment.noun)?.sort === 'clothing' || smallClothes.has(garment.noun));
  const bareColor = garment.noun === undefined && verb !== 'with' && garment.colors.length > 0;
  if (!sure && !bareColor && !(verb === 'wearing' && garment.noun !== undefined)) return null;
  return { is: 'wears', garment: garment.noun, colors: garment.colors, word: garment.words.join(' ') };
}

function garmentPhrase(
  reader: Reader,
): { noun?: string | undefined; colors: Extract<Cond, { is: 'wears' }>['colors']; words: string[] } | null {
  const from = reader.position;
  const phrase = emptyPhrase();
  while (colorCondition2(reader, phrase) || readModifier(reader, phrase));
  const noun = garmentNoun(reader);
  const words = reader.words.slice(from, reader.position);
  if (words.length === 0) return null;
  return { noun, colors: phrase.conditions.flatMap(colorsOf), words };
}

function colorCondition2(reader: Reader, phrase: Phrase): boolean {
  const color = colorCondition(reader);
  if (color !== null) phrase.conditions.push(color);
  return color !== null;
}

function garmentNoun(reader: Reader): string | undefined {
  const word = reader.peek();
  const entry = findNoun(word) ?? findNoun(singularOf(word));
  if (entry === undefined || lookUp(colorWords, word) !== undefined) return undefined;
  reader.next();
  return entry.noun;
}

function colorsOf(condition: Cond): Extract<Cond, { is: 'wears' }>['colors'] {
  if (condition.is === 'color') return condition.colors;
  return condition.is === 'all' || condition.is === 'any' ? condition.of.flatMap(colorsOf) : [];
}

const patterns: Readonly<Record<string, 'striped' | 'spotted'>> = {
  stripes: 'striped',
  spots: 'spotted',
  dots: 'spotted',
};

/** "with a handle", "with stripes", "without a lid", "with no handle". */
function withSomething(reader: Reader): Cond | null {
  const word = reader.take('without any|without|with no|with|having');
  if (word === null) return null;
  const said = same(reader) ?? withPattern(reader) ?? withThing(reader);
  if (said === null) return null;
  return word.startsWith('without') || word === 'with no' ? { is: 'not', of: said } : said;
}

function withPattern(reader: Reader): Cond | null {
  return reader.attempt(() => {
    reader.take('a|the');
    const colored = colorCondition(reader);
    const texture = lookUp(patterns, reader.peek());
    if (texture === undefined) return null;
    const pattern: Cond = { is: 'texture', texture, word: reader.next() };
    return colored === null ? pattern : { is: 'all', of: [pattern, colored] };
  });
}

/** "with a pen on it" holds up the pen. */
function placedWith(place: string): RelationName {
  if (/hand|mouth/.test(place)) return 'holds';
  return place.startsWith('on') ? 'under' : 'contains';
}

function withThing(reader: Reader): Cond | null {
  const to = reference(reader, 'with');
  if (to === null) return null;
  const side = sideAsNoun(to.phrase);
  const place = reader.take(
    'on top of it|on it|on them|on top|in it|inside it|in them|inside them|inside|in his hand|in her hand|in its mouth',
  );
  if (place !== null)
    return { is: 'relation', name: placedWith(place), to: { ...to, phrase: { ...to.phrase } }, word: 'with' };
  // Each mug has its own handle: one of them will do.
  const phrase = side ?? to.phrase;
  const part = side === null && phrase.noun !== undefined && findNoun(phrase.noun)?.sort === 'part';
  if (part)
    return ownLooks({
      is: 'relation',
      name: 'hasPart',
      to: { ...to, phrase: { ...phrase, definite: false, piece: true } },
      word: 'with',
    });
  const name = side === null ? 'with' : 'hasPart';
  return { is: 'relation', name, to: { ...to, phrase: { ...phrase, piece: true } }, word: 'with' };
}

const samenesses: Readonly<Record<string, RelationName>> = {
  colour: 'sameColor',
  shape: 'sameShape',
  form: 'sameShape',
  kind: 'sameLabel',
  type: 'sameLabel',
  sort: 'sameLabel',
};

const sameMeasures: Readonly<Record<string, MeasureName>> = {
  size: 'area',
  height: 'height',
  width: 'width',
  length: 'length',
  speed: 'speed',
  brightness: 'brightness',
  distance: 'depth',
};

function sameMeasure(reader: Reader, by: MeasureName): Cond | null {
  const word = `same ${reader.next()}`;
  if (reader.take('as|like') === null) return null;
  const to = reference(reader);
  return to && { is: 'compare', op: 'about', measure: { is: 'now', by }, than: { is: 'those', to }, word };
}

/** "differs from the others in colour", "different in colour from the box". */
function differing(reader: Reader): Cond | null {
  if (reader.take('differs|differ|different|differing') === null) return null;
  const early = reader.attempt(() => (reader.take('in') === null ? null : reader.take('colour|shape|kind')));
  if (reader.take('from|than|to') === null) return null;
  const others = reader.take('all the others|all others|the others|the rest|everything else|every other one') !== null;
  const to = others ? { phrase: emptyPhrase(), every: false } : reference(reader);
  const kind = early ?? (reader.take('in') === null ? null : reader.take('colour|shape|kind'));
  const name = lookUp(samenesses, kind ?? 'colour');
  return to === null || name === undefined ? null : { is: 'not', of: { is: 'relation', name, to, word: 'different' } };
}

/** "in the colour of the ball", "has the colour of the box". */
function colourOf(reader: Reader): Cond | null {
  reader.take('in|of|with|has|have|having');
  reader.take('the very|the');
  const name = lookUp(samenesses, reader.peek());
  if (name === undefined) return null;
  const word = `${reader.next()} of`;
  return reader.take('of') === null ? null : relation(reader, name, word);
}

/** "of another colour than the cup", "in a different colour from the box". */
function different(reader: Reader): Cond | null {
  return reader.attempt(() => {
    reader.take('of|in|with|has|have|having');
    if (reader.take('a different|another|different|an other') === null) return null;
    const name = lookUp(samenesses, reader.peek());
    if (name === undefined) return null;
    const word = `different ${reader.next()}`;
    const to = reader.antecedent;
    if (reader.take('than|from|to|as') === null)
      return to === null ? null : { is: 'not', of: { is: 'relation', name, to: { phrase: to, every: false }, word } };
    const same = relation(reader, name, word);
    return same && { is: 'not', of: same };
  });
}

/** "in its own colour", "of the same colour as it": said of a part, it is the colour of what has the part. */
function ownSameness(reader: Reader): Cond | null {
  return reader.attempt(() => {
    const own = reader.take('its own|their own') !== null;
    if (!own && (!reader.nested || reader.antecedent !== null || reader.take('the same|same') === null)) return null;
    const name = lookUp(samenesses, reader.peek());
    if (name === undefined) return null;
    const word = `same ${reader.next()}`;
    if (!own && reader.take('as it|as them|like it|like them') === null) return null;
    return { is: 'relation', name, to: { phrase: { ...emptyPhrase(), self: true }, every: false }, word };
  });
}

/** "of the same colour as the cup", "the same shape as", "as big as". */
function same(reader: Reader): Cond | null {
  return reader.attempt(() => {
    reader.take('of|in|with|has|have|having|shares|sharing|share');
    const own = ownSameness(reader);
    if (own !== null) return own;
    const shares = /^shar/.test(reader.peek(-1)) && reader.take('a|their|one') !== null;
    if (!shares && reader.take('the same|same') === null) return null;
    const by = lookUp(sameMeasures, reader.peek());
    if (by !== undefined) return sameMeasure(reader, by);
    const name = lookUp(samenesses, reader.peek());
    if (name === undefined) return null;
    const word = `same ${reader.next()}`;
    if (reader.take('as|like') !== null || (shares && reader.take('with') !== null))
      return relation(reader, name, word);
    return reader.done || reader.at(',|and|but')
      ? { is: 'relation', name, to: { phrase: emptyPhrase(), every: false }, word }
      : null;
  });
}
