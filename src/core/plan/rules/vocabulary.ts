import type { Concept } from '../../specialists/concept.ts';
import type { Color, Shape, Texture } from '../../specialists/contract.ts';

export type Zone = NonNullable<Concept['zone']>;
export type MeasureName = 'x' | 'y' | 'area' | 'height' | 'width' | 'length' | 'depth' | 'speed' | 'brightness';
export type Order = 'up' | 'down';

const list = (words: string) => words.split(' ');
/** Looks a word up among the table's own keys only ("constructor" is a word like any other). */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string | undefined): T | undefined {
  return word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}

/** Colour words and the basic colours that they may be seen as, likeliest first. */
export const colorWords: Readonly<Record<string, readonly Color[]>> = {
  red: ['red'],
  orange: ['orange'],
  yellow: ['yellow'],
  green: ['green'],
  blue: ['blue'],
  purple: ['purple'],
  pink: ['pink'],
  brown: ['brown'],
  black: ['black'],
  gray: ['gray'],
  grey: ['gray'],
  white: ['white'],
  reddish: ['red'],
  greenish: ['green'],
  bluish: ['blue'],
  yellowish: ['yellow'],
  crimson: ['red'],
  scarlet: ['red'],
  maroon: ['red', 'brown'],
  burgundy: ['red', 'purple'],
  ruby: ['red'],
  coral: ['orange', 'pink'],
  salmon: ['pink', 'orange'],
  amber: ['orange', 'yellow'],
  gold: ['yellow', 'brown'],
  golden: ['yellow', 'brown'],
  mustard: ['yellow', 'brown'],
  lemon: ['yellow'],
  cream: ['white', 'yellow'],
  ivory: ['white', 'yellow'],
  beige: ['brown', 'white'],
  tan: ['brown', 'orange'],
  khaki: ['brown', 'green'],
  olive: ['green', 'brown'],
  lime: ['green'],
  emerald: ['green'],
  mint: ['green'],
  teal: ['green', 'blue'],
  turquoise: ['blue', 'green'],
  cyan: ['blue', 'green'],
  aqua: ['blue', 'green'],
  navy: ['blue', 'black'],
  azure: ['blue'],
  indigo: ['blue', 'purple'],
  violet: ['purple'],
  lilac: ['purple', 'pink'],
  lavender: ['purple', 'pink'],
  magenta: ['pink', 'purple'],
  fuchsia: ['pink', 'purple'],
  rose: ['pink'],
  silver: ['gray', 'white'],
  charcoal: ['gray', 'black'],
  chestnut: ['brown'],
  blond: ['yellow', 'brown'],
  blonde: ['yellow', 'brown'],
};

/** Materials that cannot be seen as such, with the colour that they usually have. */
export const materialColors: Readonly<Record<string, readonly Color[]>> = {
  wooden: ['brown'],
  leafy: ['green'],
  grassy: ['green'],
  straw: ['yellow', 'brown'],
  cardboard: ['brown'],
  denim: ['blue'],
  snowy: ['white'],
};

export const shapeWordsSaid: Readonly<Record<string, readonly Shape[]>> = {
  round: ['round'],
  circular: ['round'],
  spherical: ['round'],
  oval: ['round'],
  rectangular: ['rectangular'],
  boxy: ['rectangular'],
  cubic: ['rectangular'],
  cubical: ['rectangular'],
  triangular: ['triangular'],
  elongated: ['elongated'],
  oblong: ['elongated'],
  slender: ['elongated'],
  square: ['rectangular'],
};

/** Nouns that say a shape and nothing that only a naming specialist could check. */
export const shapeNouns: Readonly<Record<string, Shape>> = {
  circle: 'round',
  disc: 'round',
  disk: 'round',
  dot: 'round',
  sphere: 'round',
  rectangle: 'rectangular',
  square: 'rectangular',
  triangle: 'triangular',
  bar: 'elongated',
};

export const textureWordsSaid: Readonly<Record<string, Texture>> = {
  striped: 'striped',
  stripy: 'striped',
  stripey: 'striped',
  stripes: 'striped',
  spotted: 'spotted',
  dotted: 'spotted',
  speckled: 'spotted',
  spots: 'spotted',
  dots: 'spotted',
  plain: 'plain',
  unpatterned: 'plain',
  shiny: 'shiny',
  glossy: 'shiny',
  metallic: 'shiny',
  metal: 'shiny',
  steel: 'shiny',
  chrome: 'shiny',
  polished: 'shiny',
  reflective: 'shiny',
  matte: 'matte',
  matt: 'matte',
  dull: 'matte',
  transparent: 'transparent',
  translucent: 'transparent',
  clear: 'transparent',
  'see-through': 'transparent',
};

export interface Scale {
  readonly by: MeasureName;
  readonly direction: Order;
}
const scale = (by: MeasureName, direction: Order): Scale => ({ by, direction });

/** Positive words of degree: "the big ball" is the biggest of its kind. */
export const degreeWords: Readonly<Record<string, Scale>> = {
  big: scale('area', 'down'),
  large: scale('area', 'down'),
  huge: scale('area', 'down'),
  giant: scale('area', 'down'),
  small: scale('area', 'up'),
  little: scale('area', 'up'),
  tiny: scale('area', 'up'),
  tall: scale('height', 'down'),
  high: scale('height', 'down'),
  short: scale('height', 'up'),
  low: scale('height', 'up'),
  long: scale('length', 'down'),
  wide: scale('width', 'down'),
  broad: scale('width', 'down'),
  narrow: scale('width', 'up'),
  thin: scale('width', 'up'),
  thick: scale('width', 'down'),
  fast: scale('speed', 'down'),
  quick: scale('speed', 'down'),
  slow: scale('speed', 'up'),
  bright: scale('brightness', 'down'),
  light: scale('brightness', 'down'),
  pale: scale('brightness', 'down'),
  dark: scale('brightness', 'up'),
  dim: scale('brightness', 'up'),
  near: scale('depth', 'up'),
  close: scale('depth', 'up'),
  far: scale('depth', 'down'),
  distant: scale('depth', 'down'),
};

/** Superlatives in one word. */
export const superlatives: Readonly<Record<string, Scale>> = {
  ...inflect('est'),
  leftmost: scale('x', 'up'),
  rightmost: scale('x', 'down'),
  topmost: scale('y', 'up'),
  uppermost: scale('y', 'up'),
  highest: scale('y', 'up'),
  lowermost: scale('y', 'down'),
  bottommost: scale('y', 'down'),
  lowest: scale('y', 'down'),
  foremost: scale('depth', 'up'),
  frontmost: scale('depth', 'up'),
  rearmost: scale('depth', 'down'),
  backmost: scale('depth', 'down'),
  farthest: scale('depth', 'down'),
  furthest: scale('depth', 'down'),
  hindmost: scale('depth', 'down'),
  littlest: scale('area', 'up'),
};

/** Comparatives in one word. */
export const comparatives: Readonly<Record<string, Scale>> = {
  ...inflect('er'),
  higher: scale('y', 'up'),
  lower: scale('y', 'down'),
  upper: scale('y', 'up'),
  farther: scale('depth', 'down'),
  further: scale('depth', 'down'),
};

function inflect(ending: 'er' | 'est'): Record<string, Scale> {
  return Object.fromEntries(Object.entries(degreeWords).map(([word, value]) => [inflected(word, ending), value]));
}

function inflected(word: string, ending: string): string {
  if (/^(big|thin|dim)$/.test(word)) return word + word.at(-1) + ending;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}i${ending}`;
  return word.endsWith('e') ? word + ending.slice(1) : word + ending;
}

/** "the left ball", "the upper one". */
export const positionWords: Readonly<Record<string, Zone>> = {
  left: 'left',
  right: 'right',
  top: 'top',
  bottom: 'bottom',
  'left-hand': 'left',
  'right-hand': 'right',
  lefthand: 'left',
  righthand: 'right',
  middle: 'middle',
  center: 'middle',
  centre: 'middle',
  central: 'middle',
  midst: 'middle',
};

/** The order that picks one at that side: "the left ball" of two is the leftmost. */
export const zoneOrder: Readonly<Record<Exclude<Zone, 'middle'>, Scale>> = {
  left: scale('x', 'up'),
  right: scale('x', 'down'),
  top: scale('y', 'up'),
  bottom: scale('y', 'down'),
};

export const ordinals: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    list('first second third fourth fifth sixth seventh eighth ninth tenth').map((w, i) => [w, i + 1]),
  ),
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
  '5th': 5,
  '6th': 6,
  '7th': 7,
  '8th': 8,
  '9th': 9,
  '10th': 10,
  last: -1,
};

export const cardinals: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    list('one two three four five six seven eight nine ten eleven twelve').map((w, i) => [w, i + 1]),
  ),
  both: 2,
  pair: 2,
  couple: 2,
  dozen: 12,
};

/** Small things worn: their colour is too small a share of the wearer to be asked of the whole. */
export const smallClothes = new Set(
  list(
    'hat cap helmet glove scarf tie belt glasses sunglasses goggles mask sock shoe boot sneaker sandal slipper watch ring necklace earring bracelet wristband crown',
  ),
);

/** Parts of a body: what touches one touches its owner. */
export const bodyParts = new Set(
  list(
    'hand arm shoulder chest back head face eye ear nose mouth hair neck leg foot knee elbow wrist finger belly stomach lap',
  ),
);

/** Words of politeness and of asking, dropped at the start or anywhere. */
export const politeWords = new Set(
  list('please kindly thanks thank simply actually really very quite maybe hey hello hi ok okay also already'),
);

/** States that a specialist may name. */
export const stateWords = new Set(list('open closed shut full empty lit unlit locked unlocked broken folded'));

/** True for a word of colour, shape or texture. */
export const isLookWord = (word: string): boolean =>
  [colorWords, shapeWordsSaid, textureWordsSaid].some((table) => Object.hasOwn(table, word));
