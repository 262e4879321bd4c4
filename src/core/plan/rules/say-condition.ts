import type { Cond, Reference, RelationName, Than } from './phrase.ts';
import { measureWords, sayMeasure } from './say-measure.ts';
import { sayHappening, sayMoment, saySpan } from './say-time.ts';
import type { Speech } from './speech.ts';

/** A look is said before the noun: "the red ball". */
export const isLook = (c: Cond) => c.is === 'color' || c.is === 'shape' || c.is === 'texture';

/** Events carry their own verb; the rest follows "is". */
export function clauseOf(condition: Cond, be: string, say: Speech): string {
  const text = sayCondition(condition, say);
  const own = condition.is === 'event' || condition.is === 'role' || condition.is === 'exists' || isCounted(condition);
  if (condition.is === 'not' && (condition.of.is === 'event' || condition.of.is === 'role'))
    return `at no time ${sayCondition(condition.of, say)}`;
  return own ? text : `${be} ${text}`;
}

const isCounted = (c: Cond) =>
  c.is === 'compare' && (c.measure.is === 'times' || c.measure.is === 'duration' || c.measure.is === 'travelled');

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

/** A condition in words that may follow "that is". */
export function sayCondition(condition: Cond, say: Speech): string {
  const inner = (c: Cond) => sayCondition(c, say);
  switch (condition.is) {
    case 'color':
      return condition.colors.join(' or ');
    case 'shape':
      return condition.shapes.join(' or ');
    case 'texture':
      return condition.texture;
    case 'state':
      return condition.state;
    case 'purpose':
      return `something to ${condition.verb} with or from (${condition.names.slice(0, 6).join(', ')})`;
    case 'unseen':
      return `"${condition.said}" (which nobody here can see)`;
    case 'zone':
      return sayZone(condition);
    case 'motion':
    case 'plain':
    case 'group':
      return condition.said;
    case 'relation':
      return `${relations[condition.name]} ${refer(condition.to, say)}`;
    case 'with-one':
      return `${condition.names.map((name) => relations[name]).join(' and ')} one and the same of ${say.phrase(condition.to.phrase)}`;
    case 'between':
      return `between ${say.phrase(condition.a)} and ${say.phrase(condition.b)}`;
    case 'compare':
      return sayCompare(condition, say);
    case 'exists':
      return `there while there is ${say.phrase(condition.phrase)}`;
    case 'among':
      return `one of these: ${say.phrase(condition.phrase)}`;
    case 'wears':
      return `wearing something${condition.colors.length > 0 ? ` ${condition.colors.join(' or ')}` : ''}${condition.garment ? ` (${condition.garment})` : ''}`;
    case 'count':
      return `there when there ${condition.n === 1 ? 'is' : 'are'} ${condition.op === 'exactly' ? 'exactly' : 'at least'} ${condition.n} of them`;
    case 'all':
    case 'any':
      return condition.of.map(inner).join(condition.is === 'any' ? ' or ' : ' and ');
    default:
      return sayInTime(condition, say);
  }
}

type Timed = Extract<Cond, { is: 'event' | 'role' | 'not' | 'ever' | 'always' | 'held' | 'at' }>;

function sayInTime(condition: Timed, say: Speech): string {
  switch (condition.is) {
    case 'event':
      return sayHappening(condition, say);
    case 'role':
      return `had a part (${condition.role}) in this: ${sayHappening(condition.event, say)}`;
    case 'not':
      return condition.of.is === 'ever'
        ? `at no time ${sayCondition(condition.of.of, say)}${saySpan(condition.of.span, say)}`
        : `not ${bracketed(condition.of, say)}`;
    case 'ever':
      return `at some time ${sayCondition(condition.of, say)}${saySpan(condition.span, say)}`;
    case 'always':
      return `always ${sayCondition(condition.of, say)}${saySpan(condition.span, say)}`;
    case 'held':
      return `for ${condition.seconds} s now ${sayCondition(condition.of, say)}`;
    default:
      return `${sayMoment(condition.moment, say)} ${sayCondition(condition.of, say)}`;
  }
}

function sayZone({ zones, corner }: Extract<Cond, { is: 'zone' }>): string {
  return zones.length === 0 ? 'in a corner' : `in the ${zones.join(' ')} ${corner ? 'corner' : 'part'} of the picture`;
}

/** Brackets where `not` would else seem to end before its clause does. */
const bracketed = (c: Cond, say: Speech): string =>
  c.is === 'all' || c.is === 'any' ? `(${sayCondition(c, say)})` : sayCondition(c, say);

const refer = (to: Reference, say: Speech) =>
  `${to.every && !to.phrase.universal ? 'all of ' : ''}${say.phrase(to.phrase)}`;

function sayCompare({ op, measure, than, factor }: Extract<Cond, { is: 'compare' }>, say: Speech): string {
  const other = sayThan(than, say);
  const times = factor === undefined ? '' : `${factor} times `;
  const word = measure.is === 'now' && op !== 'about' ? measureWords[measure.by]?.[op === 'more' ? 1 : 0] : undefined;
  if (word !== undefined) return `${times}${word} than ${other}`;
  const name = sayMeasure(measure, say);
  if (op === 'about') return than.is === 'number' ? `${name}: ${other}` : `about the same in ${name} as ${other}`;
  return `${name}: ${op} than ${times}${other}`;
}

function sayThan(than: Than, say: Speech): string {
  switch (than.is) {
    case 'number':
      return String(than.n);
    case 'measure':
      return sayMeasure(than.measure, say);
    case 'those':
      return refer(than.to, say);
    default:
      return than.every ? 'all the others of them' : 'some other of them';
  }
}
