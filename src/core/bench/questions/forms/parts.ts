import type { Random } from '../../../base/random.ts';
import type { Cast } from '../cast.ts';
import { coloredPhrase, colorsOf, defineReference, kindPhrase, namesOf, sharedNouns } from '../phrase.ts';
import { pickOf } from '../pick.ts';
import { asked, type Form } from './form.ts';

/** "the handle of the basket", "the lid of the gray pot". */
export const partOfNamed: Form = {
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
    };
  },
};

/** "the mug with the white handle". */
export const byPart: Form = {
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

/** "the handle of the largest red mug", "the label of the largest bottle". */
export const partOfRanked: Form = {
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
    const colors = colorsOf(kind.members);
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

/** A part noun of a whole that has a name of its own. */
function onePart(cast: Cast, random: Random) {
  const owners = cast.wholes.filter(({ id, seen }) => seen > 0.6 && cast.parts.some(({ partOf }) => partOf === id));
  const options = owners.flatMap((owner) => {
    const whole = namesOf(cast, owner);
    const nouns = new Map<string, number>();
    for (const part of cast.parts)
      if (part.partOf === owner.id && part.seen > 0.4) nouns.set(part.nouns[0]!, (nouns.get(part.nouns[0]!) ?? 0) + 1);
    const single = [...nouns].filter(([, count]) => count === 1);
    return whole.length === 0 ? [] : single.map(([noun]) => ({ whole: random.pick(whole), noun }));
  });
  return options.length === 0 ? undefined : random.pick(options);
}
