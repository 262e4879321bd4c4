import type { Happening, Moment, Span } from './phrase.ts';
import type { Speech } from './speech.ts';

/** What happens, in words that follow "that" or "it". */
export function sayHappening({ edge, said, who, other, by, span }: Happening, say: Speech): string {
  const what =
    edge === undefined ? said : `${edge.way === 'begins' ? 'came to be' : 'ceased to be'} ${say.condition(edge.of)}`;
  const parts = [
    who && say.phrase(who.phrase),
    what,
    other && say.phrase(other.phrase),
    by && `by the hand of ${say.phrase(by.phrase)}`,
  ];
  return `${parts.filter((part) => part !== undefined).join(' ')}${saySpan(span, say)}`;
}

export function sayMoment(moment: Moment, say: Speech): string {
  switch (moment.is) {
    case 'start':
      return 'at the start';
    case 'first-seen':
      return 'when it was first seen';
    case 'ago':
      return `${moment.seconds} s ago`;
    case 'second':
      return `at ${moment.seconds} s`;
    default:
      return `when ${rankWord(moment.rank)}${sayHappening(moment.event, say)}`;
  }
}

function rankWord(rank: number): string {
  if (rank === 1) return '';
  return rank === -1 ? 'for the last time ' : `for the ${ordinal(rank)} time `;
}

const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

export const ordinal = (rank: number): string => (rank < 0 ? 'last' : (ordinals[rank] ?? `number ${rank}`));

/** " after the ball stopped", or '' where no span is said. */
export function saySpan(span: Span | undefined, say: Speech): string {
  if (span === undefined) return '';
  const { after, before, within } = span;
  const parts = [
    after && `after the time ${sayMoment(after, say)}`,
    before && `before the time ${sayMoment(before, say)}`,
    within && `within ${within} s`,
    span.while && `while this was so: ${say.condition(span.while)}`,
  ].filter((part) => part);
  return parts.length === 0 ? '' : ` ${parts.join(' and ')}`;
}
