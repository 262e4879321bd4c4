import type { Random } from '../../../base/random.ts';
import type { EventName } from '../../../twin/program-frame.ts';
import type { Cast } from '../cast.ts';
import {
  coloredPhrase,
  colorsOf,
  defineReference,
  kindOrAnything,
  kindPhrase,
  objectsOf,
  type Phrase,
  pickReference,
  sharedNouns,
} from '../phrase.ts';
import { pickOf } from '../pick.ts';
import type { Form } from './form.ts';
import { afterWords, type Doing, doings } from './happenings.ts';

const whoOf = (of: Phrase, more: readonly string[] = []): string => {
  const roles = [...(of.conditions === '' ? [] : [`who: ${objectsOf(of)}`]), ...more];
  return roles.length === 0 ? '' : `, { ${roles.join(', ')} }`;
};

/** "the thing that has changed colour", "the ball that stopped". */
export const done: Form = {
  name: 'temporal/done',
  kind: 'temporal',
  make(cast, random) {
    const of = kindOrAnything(cast, random, 0.45);
    const doing = someDoing(cast, random, of);
    if (doing === undefined) return undefined;
    return {
      text: random.pick([
        `the ${of.words} that ${doing.past}`,
        `which ${of.words} ${doing.past}?`,
        `find the ${of.words} that ${doing.past}`,
      ]),
      steps: [...of.steps, { op: 'event', text: `keep what ${doing.past}` }],
      body: `return ${objectsOf(of, `did("${doing.type}")`)};`,
      names: [`the ${of.words}`],
      needs: {},
    };
  },
};

/** "the first thing that stopped", "the last ball to enter". */
export const ordered: Form = {
  name: 'temporal/first-last',
  kind: 'temporal',
  make(cast, random) {
    const of = kindOrAnything(cast, random, 0.45);
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

/** "the red ball that stopped first": a look, an event, an order. */
export const orderedLooked: Form = {
  name: 'temporal/first-last-looked',
  kind: 'temporal',
  make(cast, random) {
    const noun = pickOf(random, sharedNouns(cast, 1));
    if (noun === undefined) return undefined;
    const color = pickOf(random, colorsOf(kindPhrase(cast, noun).members));
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

/** "the first thing that started to move after the red ball had stopped". */
export const after: Form = {
  name: 'temporal/after',
  kind: 'temporal',
  make(cast, random) {
    const reference = pickReference(cast, random);
    if (reference === undefined) return undefined;
    const theirs = someDoing(cast, random, reference);
    const ordered = random.next() < 0.6;
    const of = kindOrAnything(cast, random, 0.45);
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
        : `${defineReference('one', reference)}\n  ${times}\n  return ${objectsOf(of, `did("${doing.type}", { ${span}: then })`)};`,
      names: [`the ${of.words}`, `the ${reference.words}`],
      needs: { appearance: reference.looks },
    };
  },
};

/** "the mug that fell out": nothing of the kind ever did so. */
export const never: Form = {
  name: 'temporal/absent',
  kind: 'temporal',
  absent: true,
  make(cast, random) {
    const of = kindOrAnything(cast, random, 0.45);
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
      body: `return ${objectsOf(of, `did("${doing.type}")`)};`,
      names: [`the ${of.words}`],
      needs: {},
    };
  },
};

/** What one of the class has done in the clip. */
function someDoing(cast: Cast, random: Random, { members }: Phrase): Doing | undefined {
  const ids = new Set(members.map(({ id }) => id));
  const types = new Set(cast.events.filter(({ who }) => ids.has(who)).map(({ type }) => type));
  return pickOf(
    random,
    doings.filter(({ type }) => types.has(type)),
  );
}
