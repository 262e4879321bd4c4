import type { Random } from '../../base/random.ts';
import type { Color } from '../../specialists/contract.ts';
import type { Cast, Member } from './cast.ts';
import type { GoldStep } from './contract.ts';
import { pickOf } from './pick.ts';

/** A way to say which things are meant. */
export interface Phrase {
  /** Without an article: `red mug`. */
  readonly words: string;
  readonly plural: string;
  /** Program text: `label("mug"), color("red")`. */
  readonly conditions: string;
  readonly steps: readonly GoldStep[];
  readonly looks: boolean;
  /** Members that fit, over the whole clip. */
  readonly members: readonly Member[];
}

/** Nouns that are plural already, or have an odd one. */
const plurals: Readonly<Record<string, string>> = {
  person: 'people',
  man: 'men',
  woman: 'women',
  child: 'children',
  shelf: 'shelves',
  loaf: 'loaves',
  furniture: 'pieces of furniture',
  food: 'pieces of food',
  bread: 'loaves of bread',
  fruit: 'pieces of fruit',
};

export function pluralOf(noun: string): string {
  const known = plurals[noun];
  if (known !== undefined) return known;
  if (/(s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** Everything called so. */
export function kindPhrase(cast: Cast, noun: string): Phrase {
  const name: GoldStep = { op: 'name', text: `find the ${pluralOf(noun)}` };
  return {
    words: noun,
    plural: pluralOf(noun),
    conditions: `label("${noun}")`,
    steps: [name],
    looks: false,
    members: cast.wholes.filter(({ nouns }) => nouns.includes(noun)),
  };
}

/** Every thing there is, called so. */
export const anything = (cast: Cast): Phrase => ({
  ...{ words: 'thing', plural: 'things', conditions: '', steps: [], looks: false, members: cast.wholes },
});

/** Everything called so of a colour; with no noun, everything of the colour. */
export const coloredPhrase = (cast: Cast, color: string, noun?: string): Phrase =>
  lookedPhrase(cast, color, `color("${color}")`, (member) => member.color === color, noun);

/** Everything called so with a pattern. */
export const texturedPhrase = (cast: Cast, texture: string, noun?: string): Phrase =>
  lookedPhrase(cast, texture, `texture("${texture}")`, ({ textures }) => textures.includes(texture), noun);

function lookedPhrase(
  cast: Cast,
  word: string,
  condition: string,
  fits: (member: Member) => boolean,
  noun: string | undefined,
): Phrase {
  const base = noun === undefined ? anything(cast) : kindPhrase(cast, noun);
  return {
    words: `${word} ${base.words}`,
    plural: `${word} ${base.plural}`,
    conditions: conditionsOf(base, condition),
    steps: [...base.steps, { op: 'look', text: `keep those that are ${word}` }],
    looks: true,
    members: base.members.filter(fits),
  };
}

/** Main colours of some members, each once. */
export const colorsOf = (members: readonly Member[]): Color[] => [
  ...new Set(members.flatMap(({ color }) => color ?? [])),
];

/** Phrases that fit this member and no other one of the clip. */
export function namesOf(cast: Cast, member: Member): Phrase[] {
  const { color } = member;
  const all: Phrase[] = [];
  for (const noun of member.nouns) {
    all.push(kindPhrase(cast, noun));
    if (color !== undefined) all.push(coloredPhrase(cast, color, noun));
    for (const texture of member.textures) all.push(texturedPhrase(cast, texture, noun));
  }
  if (color !== undefined) all.push(coloredPhrase(cast, color));
  return all.filter((phrase) => phrase.members.length === 1 && !changesColor(cast, phrase));
}

/** A colour that another member takes on for a while says nothing sure. */
const changesColor = (cast: Cast, phrase: Phrase): boolean =>
  phrase.looks &&
  cast.wholes.some((m) => m.color === undefined && (phrase.words.endsWith(' thing') || fitsNoun(m, phrase)));

const fitsNoun = ({ nouns }: Member, { words }: Phrase): boolean => nouns.some((noun) => words.endsWith(` ${noun}`));

/** A thing of the clip that is seen for most of it, and a name of its own with or without looks. */
export function pickReference(
  cast: Cast,
  random: Random,
  { looks, but = [] }: { looks?: boolean; but?: readonly Member[] } = {},
): Phrase | undefined {
  const all = cast.wholes
    .filter((member) => member.seen > 0.6 && !but.includes(member))
    .flatMap((member) => namesOf(cast, member))
    .filter((phrase) => looks === undefined || phrase.looks === looks);
  return pickOf(random, all);
}

/** Nouns that several members share, so that one of them can be picked out. */
export function sharedNouns(cast: Cast, least = 2): string[] {
  const counts = new Map<string, number>();
  for (const { nouns } of cast.wholes) for (const noun of nouns) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= least).map(([noun]) => noun);
}

/** `const mug = twin.objects.where(label("mug")).the();` */
export const defineReference = (name: string, { conditions }: Phrase): string =>
  `const ${name} = twin.objects.where(${conditions}).the();`;

/** Program text of a phrase's conditions and more; empty where there are none. */
export const conditionsOf = ({ conditions }: Phrase, ...more: readonly string[]): string =>
  [...(conditions === '' ? [] : [conditions]), ...more].join(', ');

/** Program text of the things that a phrase means and of which more is true. */
export const objectsOf = (phrase: Phrase, ...more: readonly string[]): string =>
  `twin.objects.where(${conditionsOf(phrase, ...more)})`;

/** Everything called by a noun that so many things share. */
export function someKind(cast: Cast, random: Random, least = 2): Phrase | undefined {
  const noun = pickOf(random, sharedNouns(cast, least));
  return noun === undefined ? undefined : kindPhrase(cast, noun);
}

/** A kind of thing, or by this chance, and where no noun is shared so often, any thing at all. */
export const kindOrAnything = (cast: Cast, random: Random, chance: number, least = 1): Phrase =>
  random.next() < chance ? anything(cast) : (someKind(cast, random, least) ?? anything(cast));
