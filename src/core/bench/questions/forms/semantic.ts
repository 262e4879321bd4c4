import {
  coloredPhrase,
  defineReference,
  kindPhrase,
  namesOf,
  pickReference,
  sharedNouns,
  texturedPhrase,
} from '../phrase.ts';
import { asked, type Form } from './form.ts';
import { functionWordings } from './functions.ts';

/** "the red mug", "the striped ball". */
const looked: Form = {
  name: 'semantic/looked',
  kind: 'semantic',
  make(cast, random) {
    const phrase = pickReference(cast, random, { looks: true });
    if (phrase === undefined) return undefined;
    const text = asked(random, `the ${phrase.words}`);
    return {
      text,
      steps: phrase.steps,
      body: `return twin.objects.where(${phrase.conditions});`,
      names: [`the ${phrase.words}`],
      needs: { appearance: true },
    };
  },
};

/** "the plate": called so, and alone in that. */
const named: Form = {
  name: 'semantic/named',
  kind: 'semantic',
  make(cast, random) {
    const phrase = pickReference(cast, random, { looks: false });
    if (phrase === undefined) return undefined;
    return {
      text: asked(random, `the ${phrase.words}`),
      steps: phrase.steps,
      body: `return twin.objects.where(${phrase.conditions});`,
      names: [`the ${phrase.words}`],
      needs: {},
    };
  },
};

/** "something to sit on": meant by what it is for. */
const purposed: Form = {
  name: 'semantic/function',
  kind: 'semantic',
  make(cast, random) {
    const uses = [...new Set(cast.wholes.flatMap(({ functions }) => functions))].filter(
      (use) => use in functionWordings,
    );
    if (uses.length === 0) return undefined;
    const use = random.pick(uses);
    const fitting = cast.wholes.filter(({ functions }) => functions.includes(use));
    return {
      text: random.pick(functionWordings[use]!),
      steps: [{ op: 'function', text: `find what is a ${use}` }],
      body: `return twin.objects.where(label("${use}"));`,
      names: [`the ${use}`],
      needs: {},
      several: fitting.length > 1,
    };
  },
};

/** "the handle of the basket", "the lid of the gray pot". */
const partOfNamed: Form = {
  name: 'semantic/part',
  kind: 'semantic',
  make(cast, random) {
    const part = onePart(cast, random);
    if (part === undefined) return undefined;
    const { whole, noun } = part;
    const phrase = random.pick([
      `the ${noun} of the ${whole.words}`,
      `the ${noun} of the ${whole.words}`,
      `the ${whole.words}'s ${noun}`,
    ]);
    return {
      text: asked(random, phrase),
      steps: [...whole.steps, { op: 'part', text: `take its ${noun}` }],
      body: `${defineReference('whole', whole)}\n  return twin.parts.where(label("${noun}"), partOf(whole));`,
      names: [`the ${noun}`, `the ${whole.words}`],
      needs: { appearance: whole.looks },
      several: part.several,
    };
  },
};

/** A part noun of a whole that has a name of its own. */
function onePart(cast: Parameters<Form['make']>[0], random: Parameters<Form['make']>[1]) {
  const owners = cast.wholes.filter(({ id, seen }) => seen > 0.6 && cast.parts.some(({ partOf }) => partOf === id));
  const options = owners.flatMap((owner) => {
    const whole = namesOf(cast, owner);
    const nouns = new Map<string, number>();
    for (const part of cast.parts)
      if (part.partOf === owner.id && part.seen > 0.4) nouns.set(part.nouns[0]!, (nouns.get(part.nouns[0]!) ?? 0) + 1);
    const single = [...nouns].filter(([, count]) => count === 1);
    return whole.length === 0 ? [] : single.map(([noun]) => ({ whole: random.pick(whole), noun, several: false }));
  });
  return options.length === 0 ? undefined : random.pick(options);
}

/** "the largest box", "the smallest of the red things". */
const ranked: Form = {
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
const rankedUnlike: Form = {
  name: 'semantic/size-not-color',
  kind: 'semantic',
  make(cast, random) {
    const noun = pickOf(random, sharedNouns(cast, 3));
    if (noun === undefined) return undefined;
    const kind = kindPhrase(cast, noun);
    const colors = [...new Set(kind.members.flatMap(({ color }) => color ?? []))];
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
const alike: Form = {
  name: 'semantic/same-color',
  kind: 'semantic',
  make(cast, random) {
    const reference = pickReference(cast, random, { looks: false });
    const color = reference?.members[0]?.color;
    if (reference === undefined || color === undefined) return undefined;
    const noun = random.next() < 0.5 ? undefined : pickOf(random, sharedNouns(cast, 1));
    const of = noun === undefined ? 'thing' : noun;
    const conditions = noun === undefined ? '' : `label("${noun}"), `;
    return {
      text: asked(random, `the ${of} that has the same colour as the ${reference.words}`),
      steps: [
        ...reference.steps,
        { op: 'look', text: 'see what colour it has' },
        { op: 'compare', text: `take the ${of} of the same colour` },
      ],
      body: `${defineReference('one', reference)}\n  return twin.objects.where(${conditions}sameColor(one)).except(one);`,
      names: [`the ${of}`, `the ${reference.words}`],
      needs: { appearance: true },
    };
  },
};

/** "the mug with the white handle". */
const byPart: Form = {
  name: 'semantic/with-part',
  kind: 'semantic',
  make(cast, random) {
    const options = cast.wholes.flatMap((whole) =>
      cast.parts
        .filter(({ partOf, color, seen }) => partOf === whole.id && color !== undefined && seen > 0.4)
        .map((part) => ({ noun: whole.nouns[0], part })),
    );
    const one = pickOf(
      random,
      options.filter(({ noun }) => noun !== undefined),
    );
    if (one === undefined) return undefined;
    const { noun, part } = one;
    const piece = part.nouns[0]!;
    const color = part.color!;
    return {
      text: asked(random, `the ${noun} with the ${color} ${piece}`),
      steps: [
        { op: 'name', text: `find the ${noun}` },
        { op: 'part', text: `look at the ${piece} of each` },
        { op: 'look', text: `keep the one whose ${piece} is ${color}` },
      ],
      body: `const piece = twin.parts.where(label("${piece}"), color("${color}"));\n  return twin.objects.where(label("${noun}"), hasPart(piece));`,
      names: [`the ${noun}`, `the ${color} ${piece}`],
      needs: { appearance: true },
    };
  },
};

/** "the red thing to drink from". */
const lookedFunction: Form = {
  name: 'semantic/function-look',
  kind: 'semantic',
  make(cast, random) {
    const options = cast.wholes.flatMap(({ functions, color }) =>
      color === undefined ? [] : functions.filter((use) => use in functionWordings).map((use) => ({ use, color })),
    );
    const one = pickOf(random, options);
    if (one === undefined) return undefined;
    const { use, color } = one;
    return {
      text: random.pick([`the ${color} ${use}`, `the ${use} that is ${color}`, `find me a ${use} that is ${color}`]),
      steps: [
        { op: 'function', text: `find what is a ${use}` },
        { op: 'look', text: `keep what is ${color}` },
      ],
      body: `return twin.objects.where(label("${use}"), color("${color}"));`,
      names: [`the ${color} ${use}`],
      needs: { appearance: true },
    };
  },
};

/** "the handle of the largest red mug", "the label of the largest bottle". */
const partOfRanked: Form = {
  name: 'semantic/part-of-size',
  kind: 'semantic',
  make(cast, random) {
    const noun = pickOf(
      random,
      sharedNouns(cast).filter((name) =>
        kindPhrase(cast, name).members.every(({ id }) => cast.parts.some(({ partOf }) => partOf === id)),
      ),
    );
    if (noun === undefined) return undefined;
    const kind = kindPhrase(cast, noun);
    const colors = [...new Set(kind.members.flatMap(({ color }) => color ?? []))];
    const color = colors.length > 0 && random.next() < 0.7 ? random.pick(colors) : undefined;
    const of = color === undefined ? kind : coloredPhrase(cast, color, noun);
    const owner = of.members[0];
    if (owner === undefined) return undefined;
    const pieces = cast.parts.filter(({ partOf }) => partOf === owner.id).map(({ nouns }) => nouns[0]!);
    const piece = pickOf(
      random,
      pieces.filter((name) => pieces.filter((other) => other === name).length === 1),
    );
    if (piece === undefined) return undefined;
    const most = random.pick([true, false]);
    return {
      text: asked(random, `the ${piece} of the ${most ? 'largest' : 'smallest'} ${of.words}`),
      steps: [
        ...of.steps,
        { op: 'compare', text: `take the ${most ? 'largest' : 'smallest'}` },
        { op: 'part', text: `take its ${piece}` },
      ],
      body: `const whole = twin.objects.where(${of.conditions}).${most ? 'max' : 'min'}(area);\n  return twin.parts.where(label("${piece}"), partOf(whole));`,
      names: [`the ${piece}`, `the ${of.words}`],
      needs: { appearance: of.looks },
      ranked: { conditions: of.conditions, by: 'area' },
    };
  },
};

/** "the largest of the things that have the same colour as the plate". */
const rankedAlike: Form = {
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

/** "the purple fruit": the noun and the colour are there, but not together. */
const absent: Form = {
  name: 'semantic/absent',
  kind: 'semantic',
  make(cast, random) {
    const noun = pickOf(random, sharedNouns(cast, 1));
    if (noun === undefined) return undefined;
    const { members } = kindPhrase(cast, noun);
    const others = [...new Set(cast.wholes.flatMap(({ color }) => color ?? []))].filter((color) =>
      members.every((member) => member.color !== undefined && member.color !== color),
    );
    const color = pickOf(random, others);
    if (color === undefined) return undefined;
    const texture = random.next() < 0.3 && texturedPhrase(cast, 'striped', noun).members.length === 0;
    const phrase = texture ? texturedPhrase(cast, 'striped', noun) : coloredPhrase(cast, color, noun);
    return {
      text: asked(random, `the ${phrase.words}`),
      steps: phrase.steps,
      body: `return twin.objects.where(${phrase.conditions});`,
      names: [`the ${phrase.words}`],
      needs: { appearance: true },
      absent: true,
    };
  },
};

const pickOf = <T>(random: Parameters<Form['make']>[1], items: readonly T[]): T | undefined =>
  items.length === 0 ? undefined : random.pick(items);

function shuffled<T>(random: Parameters<Form['make']>[1], items: readonly T[]): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.int(0, i);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

export const semanticForms: readonly Form[] = [
  looked,
  named,
  purposed,
  partOfNamed,
  ranked,
  rankedUnlike,
  alike,
  byPart,
  lookedFunction,
  partOfRanked,
  rankedAlike,
  absent,
];
