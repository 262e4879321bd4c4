import type { Pick } from './phrase.ts';
import { sayMeasure } from './say-measure.ts';
import { ordinal, sayHappening } from './say-time.ts';
import type { Speech } from './speech.ts';

/** A choice among the things: "the second from the right". */
export function sayPick(pick: Pick, say: Speech): string {
  switch (pick.is) {
    case 'distance':
      return `the one ${pick.far ? 'farthest from' : 'nearest to'} ${say.phrase(pick.to)}`;
    case 'event':
      return `the ${ordinal(pick.rank)} of those of which this is true: ${pick.role === 'who' ? 'it ' : ''}${sayHappening(pick.event, say)}`;
    case 'measure':
      return `the one with the ${pick.direction === 'down' ? 'most' : 'least'} of this: ${sayMeasure(pick.measure, say)}`;
    case 'group':
      return `the ${pick.direction === 'down' ? 'biggest' : 'smallest'} group of them by ${pick.most}`;
    default:
      return sayOrder(pick);
  }
}

function sayOrder(pick: Extract<Pick, { is: 'order' }>): string {
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
