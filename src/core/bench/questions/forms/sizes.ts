import {
  coloredPhrase,
  colorsOf,
  defineReference,
  kindOrAnything,
  kindPhrase,
  objectsOf,
  pickReference,
  sharedNouns,
} from '../phrase.ts';
import { pickOf, shuffled } from '../pick.ts';
import { asked, type Form } from './form.ts';

/** "the largest box", "the smallest of the red things". */
export const ranked: Form = {
  name: 'semantic/size',
  kind: 'semantic',
  make(cast, random) {
    const noun = pickOf(random, sharedNouns(cast));
    if (noun === undefined) return undefined;
    const most = random.pick([true, false]);
    const word = most ? random.pick(['largest', 'biggest']) : 'smallest';
    const kind = kindPhrase(cast, noun);
    const phrase = random.pick([`the ${word} ${noun}`, `the ${word} of the ${kind.plural}`]);
    return {
      text: asked(random, phrase),
      steps: [...kind.steps, { op: 'compare', text: `take the ${most ? 'largest' : 'smallest'}` }],
      body: `return twin.objects.where(${kind.conditions}).${most ? 'max' : 'min'}(area);`,
      names: [`the ${noun}`],
      needs: {},
      ranked: { conditions: kind.conditions, by: 'area' },
    };
  },
};

/** "the largest box that is not red". */
export const rankedUnlike: Form = {
  name: 'semantic/size-not-color',
  kind: 'semantic',
  make(cast, random) {
    const noun = pickOf(random, sharedNouns(cast, 3));
    if (noun === undefined) return undefined;
    const kind = kindPhrase(cast, noun);
    const colors = colorsOf(kind.members);
    if (colors.length < 2) return undefined;
    const not = shuffled(random, colors).slice(0, colors.length > 2 && random.next() < 0.6 ? 2 : 1);
    const most = random.pick([true, false]);
    const said = not.length === 2 ? `is neither ${not[0]} nor ${not[1]}` : `is not ${not[0]}`;
    const conditions = [kind.conditions, ...not.map((color) => `not(color("${color}"))`)].join(', ');
    return {
      text: asked(random, `the ${most ? 'largest' : 'smallest'} ${noun} that ${said}`),
      steps: [
        ...kind.steps,
        ...not.map((color) => ({ op: 'look' as const, text: `leave out what is ${color}` })),
        { op: 'compare', text: `take the ${most ? 'largest' : 'smallest'} that is left` },
      ],
      body: `return twin.objects.where(${conditions}).${most ? 'max' : 'min'}(area);`,
      names: [`the ${noun}`],
      needs: { appearance: true },
      ranked: { conditions, by: 'area' },
    };
  },
};

/** "the thing that has the same colour as the plate". */
export const alike: Form = {
  name: 'semantic/same-color',
  kind: 'semantic',
  make(cast, random) {
    const reference = pickReference(cast, random, { looks: false });
    const color = reference?.members[0]?.color;
    if (reference === undefined || color === undefined) return undefined;
    const kind = kindOrAnything(cast, random, 0.5);
    return {
      text: asked(random, `the ${kind.words} that has the same colour as the ${reference.words}`),
      steps: [
        ...reference.steps,
        { op: 'look', text: 'see what colour it has' },
        { op: 'compare', text: `take the ${kind.words} of the same colour` },
      ],
      body: `${defineReference('one', reference)}\n  return ${objectsOf(kind, 'sameColor(one)')}.except(one);`,
      names: [`the ${kind.words}`, `the ${reference.words}`],
      needs: { appearance: true },
    };
  },
};

/** "the largest of the things that have the same colour as the plate". */
export const rankedAlike: Form = {
  name: 'semantic/size-same-color',
  kind: 'semantic',
  make(cast, random) {
    const reference = pickReference(cast, random, { looks: false });
    const color = reference?.members[0]?.color;
    if (reference === undefined || color === undefined) return undefined;
    if (coloredPhrase(cast, color).members.length < 3) return undefined;
    const most = random.pick([true, false]);
    return {
      text: `the ${most ? 'largest' : 'smallest'} thing that has the same colour as the ${reference.words}`,
      steps: [
        ...reference.steps,
        { op: 'look', text: 'see what colour it has' },
        { op: 'compare', text: 'find the others of that colour' },
        { op: 'compare', text: `take the ${most ? 'largest' : 'smallest'} of them` },
      ],
      body: `${defineReference('one', reference)}\n  return twin.objects.where(sameColor(one)).except(one).${most ? 'max' : 'min'}(area);`,
      names: ['the thing', `the ${reference.words}`],
      needs: { appearance: true },
      ranked: { conditions: `color("${color}")`, by: 'area' },
    };
  },
};
