import { pluralOf } from './lexicon.ts';
import type { Cond, Phrase, Pick, Reference, RelationName } from './phrase.ts';
import { withZonePick } from './write-program.ts';

const maxLength = 1500;

/** What was understood, in plain English: "The bottle: the one with rank 2 from the right." */
export function paraphrase(target: Phrase): string {
  const text = `${describe(target)}${target.or.map((other) => `, and also ${describe(other)}`).join('')}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`.slice(0, maxLength);
}

function describe(phrase: Phrase): string {
  const { conditions, picks } = withZonePick(phrase);
  const many = phrase.plural && phrase.count !== 1;
  const be = many ? 'are' : 'is';
  if (isNothingSaid(phrase)) return 'anything';
  const parts = conditions.filter((c) => !isLook(c)).map((condition) => clause(condition, be));
  if (phrase.partOf !== undefined) parts.push(`${be} part of ${describe(phrase.partOf)}`);
  const that = parts.length === 0 ? '' : ` that ${parts.join(' and ')}`;
  const except = phrase.except.map((other) => `, except ${describe(other)}`).join('');
  return `${headOf(phrase, conditions.filter(isLook).map(say), many)}${that}${except}${picks.map((pick) => `, ${sayPick(pick)}`).join('')}`;
}

/** A look is said before the noun: "the red ball". */
const isLook = (c: Cond) => c.is === 'color' || c.is === 'shape' || c.is === 'texture';

const isNothingSaid = ({ words, noun, conditions, picks, except }: Phrase) =>
  words.length === 0 && noun === undefined && conditions.length + picks.length + except.length === 0;

function headOf({ noun = 'thing', universal, count }: Phrase, looks: readonly string[], many: boolean): string {
  const named = many ? pluralOf(noun) : noun;
  const number = count !== undefined && count > 1 ? [String(count)] : [];
  return [universal ? 'all' : 'the', ...number, ...looks, named].join(' ');
}

/** Events carry their own verb; the rest follows "is". */
function clause(condition: Cond, be: string): string {
  return condition.is === 'event' ? say(condition) : `${be} ${say(condition)}`;
}

const relations: Readonly<Record<RelationName, string>> = {
  leftOf: 'left of',
  rightOf: 'right of',
  above: 'above',
  below: 'below',
  behind: 'behind',
  inFrontOf: 'in front of',
  nearTo: 'near to',
  touching: 'touching',
  on: 'on',
  under: 'under',
  inside: 'inside',
  contains: 'containing',
  holds: 'holding',
  heldBy: 'held by',
  hides: 'hiding',
  hiddenBy: 'hidden by',
  partOf: 'part of',
  hasPart: 'with',
  approaching: 'moving towards',
  recedingFrom: 'moving away from',
  sameColor: 'of the same colour as',
  sameShape: 'of the same shape as',
  sameLabel: 'of the same kind as',
  with: 'together with',
};

const measures: Readonly<Record<string, readonly [up: string, down: string]>> = {
  x: ['further left', 'further right'],
  y: ['higher in the picture', 'lower in the picture'],
  area: ['smaller', 'bigger'],
  height: ['less tall', 'taller'],
  width: ['narrower', 'wider'],
  length: ['shorter', 'longer'],
  depth: ['nearer to the camera', 'farther from the camera'],
  speed: ['slower', 'faster'],
  brightness: ['darker', 'brighter'],
};

function say(condition: Cond): string {
  switch (condition.is) {
    case 'color':
      return condition.colors.join(' or ');
    case 'shape':
      return condition.shapes.join(' or ');
    case 'texture':
      return condition.texture;
    case 'zone':
      return condition.zones.length === 0
        ? 'in a corner'
        : `in the ${condition.zones.join(' ')} ${condition.corner ? 'corner' : 'part'} of the picture`;
    case 'motion':
    case 'plain':
      return condition.said;
    case 'relation':
      return `${relations[condition.name]} ${refer(condition.to)}`;
    case 'between':
      return `between ${describe(condition.a)} and ${describe(condition.b)}`;
    case 'compare':
      return sayCompare(condition);
    case 'event':
      return [condition.said, ...[condition.other, condition.by].map((to) => (to ? refer(to) : ''))]
        .filter((w) => w !== '')
        .join(' ');
    case 'wears':
      return `wearing something${condition.colors.length > 0 ? ` ${condition.colors.join(' or ')}` : ''}${condition.garment ? ` (${condition.garment})` : ''}`;
    case 'count':
      return `there when there ${condition.n === 1 ? 'is' : 'are'} ${condition.op === 'exactly' ? 'exactly' : 'at least'} ${condition.n} of them`;
    case 'not':
      return condition.of.is === 'ever' ? `at no time ${say(condition.of.of)}` : `not ${bracketed(condition.of)}`;
    case 'ever':
      return `at some time ${say(condition.of)}`;
    case 'always':
      return `always ${say(condition.of)}`;
    case 'at-start':
      return `at the start ${say(condition.of)}`;
    default:
      return condition.of.map(say).join(condition.is === 'any' ? ' or ' : ' and ');
  }
}

/** Brackets where `not` would else seem to end before its clause does. */
const bracketed = (c: Cond): string => (c.is === 'all' || c.is === 'any' ? `(${say(c)})` : say(c));

const refer = (to: Reference) => `${to.every && !to.phrase.universal ? 'all of ' : ''}${describe(to.phrase)}`;

function sayCompare({ op, by, to }: Extract<Cond, { is: 'compare' }>): string {
  const words = measures[by];
  const other = to === null ? 'some other of them' : refer(to);
  if (op === 'about') return `about the same in ${by} as ${other}`;
  return `${words?.[op === 'more' ? 1 : 0] ?? by} than ${other}`;
}

function sayPick(pick: Pick): string {
  if (pick.is === 'distance') return `the one ${pick.far ? 'farthest from' : 'nearest to'} ${describe(pick.to)}`;
  if (pick.is === 'touched') return `${numbered(pick.rank)} of those that ${describe(pick.by)} touched`;
  if (pick.is === 'event') return `${numbered(pick.rank)} that ${eventSaid[pick.type]}`;
  if (pick.rank === 'middle') return `the middle one in order of ${pick.by}`;
  const most = superlatives[pick.by]?.[pick.direction === 'up' ? 0 : 1] ?? `first in ${pick.by}`;
  if (pick.take !== undefined && pick.take > 1) return `the ${pick.take} ${most}`;
  const end = sides[most];
  if (pick.rank === 1) return `the ${most} of them`;
  return end === undefined ? `the ${ordinal(pick.rank)} ${most}` : `the ${ordinal(pick.rank)} from the ${end}`;
}

const superlatives: Readonly<Record<string, readonly [up: string, down: string]>> = {
  x: ['leftmost', 'rightmost'],
  y: ['topmost', 'lowest'],
  area: ['smallest', 'biggest'],
  height: ['least tall', 'tallest'],
  width: ['narrowest', 'widest'],
  length: ['shortest', 'longest'],
  depth: ['nearest', 'farthest'],
  speed: ['slowest', 'fastest'],
  brightness: ['darkest', 'brightest'],
};

const sides: Readonly<Record<string, string>> = {
  leftmost: 'left',
  rightmost: 'right',
  topmost: 'top',
  lowest: 'bottom',
};

const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

const ordinal = (rank: number): string => (rank < 0 ? 'last' : (ordinals[rank] ?? `number ${rank}`));

const numbered = (rank: number): string => `the ${ordinal(rank)}`;

const eventSaid = {
  enters: 'comes into the picture',
  leaves: 'leaves the picture',
  stops: 'stops',
  starts: 'starts to move',
} as const;
