import {
  coloredPhrase,
  colorsOf,
  defineReference,
  kindOrAnything,
  kindPhrase,
  objectsOf,
  pickReference,
  sharedNouns,
  someKind,
} from '../phrase.ts';
import { pickOf } from '../pick.ts';
import { asked, type Form } from './form.ts';
import { ends, sides } from './side-words.ts';

/** "the ball to the left of the red mug". */
export const beside: Form = {
  name: 'spatial/beside',
  kind: 'spatial',
  make(cast, random) {
    const reference = pickReference(cast, random);
    const kind = someKind(cast, random, 1);
    if (reference === undefined || kind === undefined) return undefined;
    const { word, relation } = random.pick(sides);
    return {
      text: asked(random, `the ${kind.words} ${word} the ${reference.words}`),
      steps: [...kind.steps, ...reference.steps, { op: 'relation', text: `take the one ${word} it` }],
      body: `${defineReference('one', reference)}\n  return twin.objects.where(${kind.conditions}, ${relation}(one));`,
      names: [`the ${kind.words}`, `the ${reference.words}`],
      needs: { appearance: reference.looks },
    };
  },
};

/** "the box nearest to the red ball". */
export const nearest: Form = {
  name: 'spatial/nearest',
  kind: 'spatial',
  make(cast, random) {
    const kind = someKind(cast, random);
    const reference = pickReference(cast, random, kind === undefined ? {} : { but: kind.members });
    if (kind === undefined || reference === undefined) return undefined;
    const word = random.pick(['nearest to', 'closest to']);
    return {
      text: asked(random, `the ${kind.words} ${word} the ${reference.words}`),
      steps: [...kind.steps, ...reference.steps, { op: 'order', text: 'take the one nearest to it' }],
      body: `${defineReference('one', reference)}\n  return twin.objects.where(${kind.conditions}).except(one).min(distance(one));`,
      names: [`the ${kind.words}`, `the ${reference.words}`],
      needs: { appearance: reference.looks },
      ranked: { conditions: kind.conditions, by: 'distance', from: reference.conditions },
    };
  },
};

/** "the box between the red ball and the plate". */
export const between: Form = {
  name: 'spatial/between',
  kind: 'spatial',
  make(cast, random) {
    const [a, b] = [pickReference(cast, random), pickReference(cast, random)];
    if (a === undefined || b === undefined || a.members[0] === b.members[0]) return undefined;
    const kind = kindOrAnything(cast, random, 0.4);
    return {
      text: asked(random, `the ${kind.words} between the ${a.words} and the ${b.words}`),
      steps: [
        ...kind.steps,
        ...a.steps,
        ...b.steps,
        { op: 'relation', text: "find what lies on the second one's side of the first" },
        { op: 'relation', text: "keep what lies on the first one's side of the second" },
      ],
      body: `${defineReference('a', a)}\n  ${defineReference('b', b)}\n  return ${objectsOf(kind, 'between(a, b)')};`,
      names: [`the ${kind.words}`, `the ${a.words}`, `the ${b.words}`],
      needs: { appearance: a.looks || b.looks },
    };
  },
};

/** "the rightmost red box left of the plate": two looks and an order. */
export const endOfColoredBeside: Form = {
  name: 'spatial/end-colored-beside',
  kind: 'spatial',
  make(cast, random) {
    const noun = pickOf(random, sharedNouns(cast));
    if (noun === undefined) return undefined;
    const color = pickOf(random, colorsOf(kindPhrase(cast, noun).members));
    const reference = pickReference(cast, random);
    if (color === undefined || reference === undefined) return undefined;
    const kind = coloredPhrase(cast, color, noun);
    const { word, pick } = random.pick(ends);
    const { word: side, relation } = random.pick(sides);
    return {
      text: `the ${word} ${kind.words} ${side} the ${reference.words}`,
      steps: [
        ...kind.steps,
        ...reference.steps,
        { op: 'relation', text: `keep those ${side} it` },
        { op: 'order', text: `take the ${word}` },
      ],
      body: `${defineReference('one', reference)}\n  return twin.objects.where(${kind.conditions}, ${relation}(one)).${pick};`,
      names: [`the ${kind.words}`, `the ${reference.words}`],
      needs: { appearance: true },
      ranked: { conditions: kind.conditions, by: 'x' },
    };
  },
};
