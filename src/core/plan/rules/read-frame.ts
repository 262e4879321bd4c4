import { readAdverbials } from './adverbials.ts';
import type { Aux } from './auxiliaries.ts';
import { readHeading, readZoneWay } from './courses.ts';
import type { Filler } from './fact.ts';
import { type Frame, type Prep, placeOf } from './frame.ts';
import { nounMayFollow } from './noun-ahead.ts';
import { type Cond, emptyPhrase, type Phrase } from './phrase.ts';
import { readPlace } from './places.ts';
import type { Reader } from './reader.ts';
import { takeTail } from './verb-tails.ts';
import { findVerb, mannersOfMoving, verbsOfBeing } from './verbs.ts';
import { joinSpans } from './when.ts';

const particles =
  'up|down|away|off|out|back|apart|in|on|over|around|round|along|forward|through|by|past|across|together|aside';
const preps =
  'up from|down from|off from|out from behind|out from inside|in front of|on top of|on the left of|on the right of|to the left of|to the right of|next to|out of|out from under|off of|away from|up to|over to|closer to|nearer to|close to|from behind|from under|from inside|from off|left of|right of|in contact with|into|onto|upon|inside|within|under|underneath|beneath|below|above|over|behind|beside|near|against|with|towards|toward|from|off|past|across|between|on|in|to|of|by|at|through';
const sameAs: Readonly<Record<string, string>> = {
  toward: 'towards',
  'over to': 'to',
  'nearer to': 'closer to',
  'from off': 'off',
  'up from': 'from',
  'down from': 'from',
  'off from': 'off',
  'out from under': 'from under',
  'out from behind': 'from behind',
  'out from inside': 'from inside',
  'in contact with': 'with',
  at: 'near',
  through: 'past',
};

/** With what somebody does it, which is no place. */
const bodily =
  'his hand|her hand|its hand|their hand|his hands|her hands|its hands|their hands|its mouth|his mouth|her mouth|their mouths|its paws|its paw|its beak|its trunk|his arms|her arms|his arm|her arm|his lap|her lap|his fingers|her fingers|its teeth|one hand|both hands|his foot|her foot|his feet|her feet';

/** Verbs whose object is followed by where it went. */
const placing = new Set(
  'put place set lay drop deposit leave stack pile take remove lift pick pull push slide move throw bring give hand pass insert return get'.split(
    ' ',
  ),
);
/** Verbs whose bare participle says that something is done to the thing: "the ball covered ...". */
const transitive = new Set(
  'put place set lay drop deposit take remove lift pick pull push throw bring give hand hold carry grip grasp catch grab touch hit bump kick strike cover hide conceal bury occlude obscure block uncover reveal expose release contain support surround enclose knock tap stack load insert collect fetch seize snatch own wear use keep paint shield mask'.split(
    ' ',
  ),
);

interface Draft {
  object?: Filler;
  second?: Filler;
  particle?: string;
  tail?: string;
  heading?: Cond;
  zone?: { way: 'begins' | 'ends'; of: Cond };
  preps: Prep[];
  gapTaken: boolean;
}

/** Reads a verb and what belongs to it; with `inner` one of its places is the gap. */
export function readFrame(reader: Reader, aux: Aux, subject: Filler, inner: boolean): Frame | null {
  const verb = findVerb(reader.peek());
  if (verb === undefined || verb.lemma === 'be') return null;
  const word = reader.next();
  const { forms, lemma } = verb;
  const draft: Draft = { preps: [], gapTaken: false };
  if (inner && reader.fronted !== null) {
    draft.preps.push({ said: sameAs[reader.fronted] ?? reader.fronted, to: 'gap', every: false });
    draft.gapTaken = true;
    reader.fronted = null;
  }
  const participle = forms.includes('participle');
  const ongoing = forms.includes('ing');
  const bare =
    aux.bare &&
    (!forms.includes('base') ||
      (reader.mode === 'full' && forms.includes('past') && reader.at('on|onto|in|into|down|next|under|back|by'))) &&
    (transitive.has(lemma) || reader.at('by')) &&
    !objectAhead(reader) &&
    !findVerb(reader.peek())?.forms.includes('ing') &&
    subject === 'gap' &&
    !inner;
  const passive =
    participle && !ongoing && (aux.be || bare) && !(aux.bare && mannersOfMoving.has(lemma) && !reader.at('by'));
  takeRest(reader, draft, lemma, passive, inner, aux);
  if (inner && !draft.gapTaken) {
    if (draft.object !== undefined || passive) return null;
    draft.object = 'gap';
  }
  const past =
    aux.when.past ||
    (forms.includes('past') && !forms.includes('base')) ||
    (forms.includes('past') && aux.bare && subject !== 'gap') ||
    (passive && aux.bare && !forms.includes('ing'));
  return { lemma, word, passive, past: past && !(aux.be && !aux.when.past), ongoing, subject, ...draft };
}

/** An object stands here, or after a particle: "picked up the ball". */
function objectAhead(reader: Reader): boolean {
  const here = reader.position;
  reader.take('up|down|away|off|out|over|back');
  const found = nounMayFollow(reader) || reader.at('it|them|him|her|nothing|nobody');
  reader.position = here;
  return found;
}

function takeRest(reader: Reader, draft: Draft, lemma: string, passive: boolean, inner: boolean, aux: Aux): void {
  for (let i = 0; i < 8; i++) {
    if (reader.done) return;
    const before = reader.position;
    takeTail(reader, draft, lemma);
    if (takeCourse(reader, draft, lemma, aux)) continue;
    if (takeParticle(reader, draft, lemma, passive, inner)) continue;
    if (readAdverbials(reader, aux.when)) continue;
    if (!passive || lemma === 'give' || lemma === 'hand') takeObject(reader, draft, lemma, aux);
    if (takePrep(reader, draft, inner, aux)) continue;
    if (reader.position === before) return;
  }
}

function takeParticle(reader: Reader, draft: Draft, lemma: string, passive: boolean, inner: boolean): boolean {
  if (draft.particle !== undefined && draft.particle !== 'back') return false;
  if (
    reader.at(
      'in front of|on top of|next to|out of|off of|away from|up to|over to|closer to|on the left of|on the right of|in contact with|out from|in his|in her|in its|in their',
    )
  )
    return false;
  return (
    reader.attempt(() => {
      const particle = reader.take(particles);
      if (particle === null) return false;
      const stranded =
        inner &&
        !draft.gapTaken &&
        (passive || draft.object !== undefined) &&
        /^(off|in|on|over|by|through|past|across)$/.test(particle);
      if (stranded && reader.done) return false;
      if (reader.at('to|from|of') && /^(up|away|out|off|closer)$/.test(particle)) return false;
      const free = /^(up|down|away|back|apart|together|forward|along|aside)$/.test(particle);
      const verbal =
        !passive &&
        /^(take|pick|put|set|pull|lift)$/.test(lemma) &&
        draft.object === undefined &&
        /^(off|out|over)$/.test(particle);
      if (!free && !verbal && (nounMayFollow(reader) || reader.at('it|them|top of'))) return false;
      if (!free && draft.gapTaken === false && reader.at('to')) return false;
      draft.particle = particle;
      return true;
    }) === true
  );
}

const changingPlace = /^(turn|veer|swerve|enter|leave|exit|reach|come|go|move|cross|pass|get)$/;

/** "to the left", "into the right half", "in the left half": a course, or the part of the picture where it happens. */
function takeCourse(reader: Reader, draft: Draft, lemma: string, aux: Aux): boolean {
  const goes = mannersOfMoving.has(lemma) || changingPlace.test(lemma);
  if (goes && draft.zone === undefined) {
    const zone = readZoneWay(reader, lemma);
    if (zone?.way === 'in') {
      aux.when.span = joinSpans(aux.when.span, { while: zone.of });
      return true;
    }
    if (zone !== null) {
      draft.zone = { way: zone.way, of: zone.of };
      return true;
    }
  }
  if (goes && draft.heading === undefined && draft.object === undefined) {
    const course = readHeading(reader, lemma);
    if (course === null) return false;
    draft.heading = course;
    return true;
  }
  return !goes && !verbsOfBeing.has(lemma) && readWherePart(reader, aux);
}

/** "stopped in the left half": it was there when it happened. */
function readWherePart(reader: Reader, aux: Aux): boolean {
  const said = emptyPhrase();
  if (!readPlace(reader, said)) return false;
  for (const of of said.conditions) aux.when.span = joinSpans(aux.when.span, { while: of });
  return true;
}

function takeObject(reader: Reader, draft: Draft, lemma: string, aux: Aux): void {
  if (draft.object !== undefined && draft.second !== undefined) return;
  if (draft.object !== undefined && !/^(give|hand|pass|throw)$/.test(lemma)) return;
  if (draft.preps.some(({ to }) => to !== 'gap') || draft.tail === 'picture') return;
  const mode = reader.mode;
  if (placing.has(lemma)) reader.mode = 'bare';
  const object = takeNone(reader, aux) ?? reader.nounPhrase();
  reader.mode = mode;
  if (object === null) return;
  if (lemma === 'have') takeOnIt(reader, draft);
  if (draft.object === undefined) draft.object = object;
  else draft.second = object;
  if (object.self) draft.gapTaken = true;
  else reader.antecedent = object;
}

/** "has another book on it". */
function takeOnIt(reader: Reader, draft: Draft): void {
  const place = reader.take(
    'on top of it|on top of them|on it|on them|on top|in it|inside it|in them|inside them|inside',
  );
  if (place !== null) draft.tail = place.startsWith('on') ? 'on' : 'in';
}

/** "nothing", "no box": none of them. */
function takeNone(reader: Reader, aux: Aux): Phrase | null {
  return reader.attempt(() => {
    const word = reader.take(
      'nothing else|nothing|nobody|no one|noone|none of the others|no other thing|no others|no other|no|none of the|anything else|anything|anyone|anybody',
    );
    if (word === null) return null;
    if (/^any/.test(word)) return emptyPhrase();
    const some = /^no( other)?$|^none of the$/.test(word) ? reader.nounPhrase() : emptyPhrase();
    if (some === null) return null;
    aux.when.negated = true;
    return { ...some, definite: false };
  });
}

function takePrep(reader: Reader, draft: Draft, inner: boolean, aux: Aux): boolean {
  return (
    reader.attempt(() => {
      if (reader.at('in its own|in their own|in the same')) return false;
      const word = reader.take(preps);
      if (word === null) return false;
      const said = sameAs[word] ?? word;
      if (/^(in|with|on)$/.test(word) && reader.take(bodily) !== null) return true;
      const to = takeNone(reader, aux) ?? reader.nounPhrase();
      if (to !== null) {
        draft.preps.push({ said, to, every: to.universal });
        if (to.self) draft.gapTaken = true;
        else reader.antecedent = to;
        return true;
      }
      if (!inner || draft.gapTaken || draft.object === 'gap') return false;
      draft.preps.push({ said: placeOf[said] === undefined && said === 'at' ? 'near' : said, to: 'gap', every: false });
      draft.gapTaken = true;
      return true;
    }) === true
  );
}
