import type { EventName } from '../../../twin/program-frame.ts';
import {
  coloredPhrase,
  defineReference,
  kindPhrase,
  namesOf,
  type Phrase,
  pickReference,
  sharedNouns,
} from '../phrase.ts';
import type { Form } from './form.ts';
import { afterWords, type Doing, doings, doneTo } from './happenings.ts';

type Make = Form['make'];
type Cast = Parameters<Make>[0];
type Random = Parameters<Make>[1];

const pickOf = <T>(random: Random, items: readonly T[]): T | undefined =>
  items.length === 0 ? undefined : random.pick(items);

/** A noun with its members, or everything. */
function someClass(cast: Cast, random: Random, least = 1): Phrase {
  const noun = random.next() < 0.45 ? undefined : pickOf(random, sharedNouns(cast, least));
  if (noun !== undefined) return kindPhrase(cast, noun);
  return { words: 'thing', plural: 'things', conditions: '', steps: [], looks: false, members: cast.wholes };
}

/** What one of the class has done in the clip. */
function someDoing(cast: Cast, random: Random, { members }: Phrase): Doing | undefined {
  const ids = new Set(members.map(({ id }) => id));
  const types = new Set(cast.events.filter(({ who }) => ids.has(who)).map(({ type }) => type));
  return pickOf(
    random,
    doings.filter(({ type }) => types.has(type)),
  );
}

const objects = ({ conditions }: Phrase, ...more: readonly string[]): string =>
  `twin.objects.where(${[...(conditions === '' ? [] : [conditions]), ...more].join(', ')})`;

/** "the ball that has never moved". */
const neverMoved: Form = {
  name: 'temporal/never-moved',
  kind: 'temporal',
  make(cast, random) {
    const of = someClass(cast, random, 2);
    if (of.conditions === '') return undefined;
    return {
      text: random.pick([
        `the ${of.words} that has never moved`,
        `which ${of.words} has never moved?`,
        `the ${of.words} that has not moved`,
      ]),
      steps: [...of.steps, { op: 'time', text: 'keep what has not moved at any time' }],
      body: `return ${objects(of, 'not(ever(moving))')};`,
      names: [`the ${of.words}`],
      needs: {},
    };
  },
};

/** "what is moving?", "the car that is moving". */
const movingNow: Form = {
  name: 'temporal/moving',
  kind: 'temporal',
  make(cast, random) {
    const of = someClass(cast, random);
    return {
      text: random.pick([
        `the ${of.words} that is moving`,
        `which ${of.words} is moving?`,
        `the ${of.words} that is moving right now`,
      ]),
      steps: [...of.steps, { op: 'event', text: 'keep what moves now' }],
      body: `return ${objects(of, 'moving')};`,
      names: [`the ${of.words}`],
      needs: {},
    };
  },
};

/** "the thing that has changed colour", "the ball that stopped". */
const done: Form = {
  name: 'temporal/done',
  kind: 'temporal',
  make(cast, random) {
    const of = someClass(cast, random);
    const doing = someDoing(cast, random, of);
    if (doing === undefined) return undefined;
    return {
      text: random.pick([
        `the ${of.words} that ${doing.past}`,
        `which ${of.words} ${doing.past}?`,
        `find the ${of.words} that ${doing.past}`,
      ]),
      steps: [...of.steps, { op: 'event', text: `keep what ${doing.past}` }],
      body: `return ${objects(of, `did("${doing.type}")`)};`,
      names: [`the ${of.words}`],
      needs: {},
    };
  },
};

/** "what the hand is holding", "whoever holds the ball". */
const held: Form = {
  name: 'temporal/held',
  kind: 'temporal',
  make(cast, random) {
    const holders = cast.wholes.filter(({ nouns }) => nouns.includes('hand') || nouns.includes('person'));
    const holder = pickOf(
      random,
      holders.flatMap((member) => namesOf(cast, member)),
    );
    if (holder === undefined) return undefined;
    return {
      text: random.pick([
        `what is the ${holder.words} holding?`,
        `what the ${holder.words} holds`,
        `the thing that the ${holder.words} is holding`,
      ]),
      steps: [...holder.steps, { op: 'relation', text: 'take what it holds at this moment' }],
      body: `${defineReference('holder', holder)}\n  return twin.objects.where(heldBy(holder));`,
      names: ['the thing', `the ${holder.words}`],
      needs: { pixelRelations: true, appearance: holder.looks },
    };
  },
};

/** "what was put on the table?", "the thing that was taken from the red box". */
const doneToReference: Form = {
  name: 'temporal/done-to',
  kind: 'temporal',
  make(cast, random) {
    const made = eventWithOther(cast, random);
    if (made === undefined) return undefined;
    const { way, other, type } = made;
    return {
      text: random.pick([`the thing that ${way} the ${other.words}`, `what ${way} the ${other.words}?`]),
      steps: [...other.steps, { op: 'event', text: `take what ${way} it` }],
      body: `${defineReference('one', other)}\n  return twin.objects.where(did("${type}", { other: one }));`,
      names: ['the thing', `the ${other.words}`],
      needs: { pixelRelations: true, appearance: other.looks },
    };
  },
};

/** An event with a second role that has a name of its own. */
function eventWithOther(cast: Cast, random: Random) {
  const options = cast.events.flatMap(({ type, other }) => {
    const way = doneTo[type];
    const member = cast.wholes.find(({ id }) => id === other);
    return way === undefined || member === undefined
      ? []
      : namesOf(cast, member).map((phrase) => ({ way, other: phrase, type }));
  });
  return pickOf(random, options);
}

/** "the first thing that stopped", "the last ball to enter". */
const ordered: Form = {
  name: 'temporal/first-last',
  kind: 'temporal',
  make(cast, random) {
    const of = someClass(cast, random);
    const doing = someDoing(cast, random, of);
    if (doing === undefined) return undefined;
    const n = random.pick(['first', 'first', 'last', 'second'] as const);
    const take = n === 'second' ? 'nth(2)' : `${n}()`;
    return {
      text: random.pick([
        `the ${n} ${of.words} that ${doing.past}`,
        `the ${n} ${of.words} to ${doing.infinitive}`,
        `which ${of.words} was the ${n} to ${doing.infinitive}?`,
      ]),
      steps: [
        ...of.steps,
        { op: 'event', text: `find when each ${doing.past}` },
        { op: 'order', text: `take the ${n}` },
      ],
      body: `return twin.events("${doing.type}"${whoOf(of)}).${take}.who();`,
      names: [`the ${of.words}`],
      needs: {},
    };
  },
};

const whoOf = (of: Phrase, more: readonly string[] = []): string => {
  const roles = [...(of.conditions === '' ? [] : [`who: ${objects(of)}`]), ...more];
  return roles.length === 0 ? '' : `, { ${roles.join(', ')} }`;
};

/** "the last thing that was put on the red box". */
const orderedDoneTo: Form = {
  name: 'temporal/first-last-done-to',
  kind: 'temporal',
  make(cast, random) {
    const made = eventWithOther(cast, random);
    if (made === undefined) return undefined;
    const { way, other, type } = made;
    const n = random.pick(['first', 'last', 'second'] as const);
    return {
      text: `the ${n} thing that ${way} the ${other.words}`,
      steps: [...other.steps, { op: 'event', text: `find what ${way} it` }, { op: 'order', text: `take the ${n}` }],
      body: `${defineReference('one', other)}\n  return twin.events("${type}", { other: one }).${n === 'second' ? 'nth(2)' : `${n}()`}.who();`,
      names: ['the thing', `the ${other.words}`],
      needs: { pixelRelations: true, appearance: other.looks },
    };
  },
};

/** "the thing that was on the table at the start and is not on it any more". */
const left: Form = {
  name: 'temporal/no-more',
  kind: 'temporal',
  make(cast, random) {
    const place = pickReference(cast, random);
    if (place === undefined) return undefined;
    const [word, relation] = random.pick([
      ['on', 'on'],
      ['in', 'inside'],
    ] as const);
    return {
      text: random.pick([
        `the thing that was ${word} the ${place.words} at the start and is not ${word} it any more`,
        `what was ${word} the ${place.words} at the start but is not ${word} it now?`,
      ]),
      steps: [
        ...place.steps,
        { op: 'time', text: `find what was ${word} it at the start` },
        { op: 'relation', text: `find what is ${word} it now` },
        { op: 'time', text: 'take what was there and is not any more' },
      ],
      body: `${defineReference('place', place)}\n  return twin.objects.where(at(start, ${relation}(place)), not(${relation}(place)));`,
      names: ['the thing', `the ${place.words}`],
      needs: { pixelRelations: true, appearance: place.looks },
    };
  },
};

/** "the first thing that started to move after the red ball had stopped". */
const after: Form = {
  name: 'temporal/after',
  kind: 'temporal',
  make(cast, random) {
    const reference = pickReference(cast, random);
    if (reference === undefined) return undefined;
    const theirs = someDoing(cast, random, reference);
    const ordered = random.next() < 0.6;
    const of = someClass(cast, random);
    const doing = someDoing(cast, random, of);
    if (theirs === undefined || doing === undefined) return undefined;
    const { words, span } = random.pick(afterWords);
    const clause = `${words} the ${reference.words} ${words === 'after' ? theirs.perfect : theirs.past}`;
    const times = `const then = twin.events("${theirs.type}", { who: one }).first();`;
    return {
      text: ordered
        ? `the first ${of.words} that ${doing.past} ${clause}`
        : `the ${of.words} that ${doing.past} ${clause}`,
      steps: [
        ...of.steps,
        ...reference.steps,
        { op: 'event', text: `find when that ${theirs.past}` },
        { op: 'time', text: `look at what happened ${words} then` },
        { op: 'event', text: `find what ${doing.past}` },
        ...(ordered ? [{ op: 'order' as const, text: 'take the first' }] : []),
      ],
      body: ordered
        ? `${defineReference('one', reference)}\n  ${times}\n  return twin.events("${doing.type}"${whoOf(of, [`${span}: then`])}).first().who();`
        : `${defineReference('one', reference)}\n  ${times}\n  return ${objects(of, `did("${doing.type}", { ${span}: then })`)};`,
      names: [`the ${of.words}`, `the ${reference.words}`],
      needs: { appearance: reference.looks },
    };
  },
};

/** "the red ball that stopped first": a look, an event, an order. */
const orderedLooked: Form = {
  name: 'temporal/first-last-looked',
  kind: 'temporal',
  make(cast, random) {
    const noun = pickOf(random, sharedNouns(cast, 1));
    if (noun === undefined) return undefined;
    const color = pickOf(random, [...new Set(kindPhrase(cast, noun).members.flatMap((m) => m.color ?? []))]);
    if (color === undefined) return undefined;
    const of = coloredPhrase(cast, color, noun);
    const doing = someDoing(cast, random, of);
    if (doing === undefined) return undefined;
    const n = random.pick(['first', 'last'] as const);
    return {
      text: `the ${n} ${of.words} that ${doing.past}`,
      steps: [
        ...of.steps,
        { op: 'event', text: `find when each ${doing.past}` },
        { op: 'order', text: `take the ${n}` },
      ],
      body: `return twin.events("${doing.type}"${whoOf(of)}).${n}().who();`,
      names: [`the ${of.words}`],
      needs: { appearance: true },
    };
  },
};

/** "the mug that fell out": nothing of the kind ever did so. */
const never: Form = {
  name: 'temporal/absent',
  kind: 'temporal',
  make(cast, random) {
    const of = someClass(cast, random);
    const ids = new Set(of.members.map(({ id }) => id));
    const types = new Set<EventName>(cast.events.filter(({ who }) => ids.has(who)).map(({ type }) => type));
    const doing = pickOf(
      random,
      doings.filter(({ type }) => !types.has(type)),
    );
    if (of.conditions === '' || doing === undefined) return undefined;
    return {
      text: random.pick([`the ${of.words} that ${doing.past}`, `which ${of.words} ${doing.past}?`]),
      steps: [...of.steps, { op: 'event', text: `keep what ${doing.past}` }],
      body: `return ${objects(of, `did("${doing.type}")`)};`,
      names: [`the ${of.words}`],
      needs: {},
      absent: true,
    };
  },
};

export const temporalForms: readonly Form[] = [
  neverMoved,
  movingNow,
  done,
  held,
  doneToReference,
  ordered,
  orderedDoneTo,
  left,
  after,
  orderedLooked,
  never,
];
