import type { Fact } from './fact.ts';
import type { Comparison, Measured, Moment, Phrase, Reference, Span } from './phrase.ts';
import type { Order } from './vocabulary.ts';

/** What a clause says about time, number and measure, besides what happens. */
export interface When {
  past: boolean;
  /** "has been": up to now. */
  perfect: boolean;
  negated: boolean;
  never: boolean;
  ever: boolean;
  always: boolean;
  noLonger: boolean;
  /** "had stopped when the box moved": before that. */
  pluperfect?: boolean;
  again: boolean;
  span: Span;
  /** "until the ball stopped": all the time before. */
  until: boolean;
  /** "from the start": at the start, and still. */
  sinceStart?: boolean;
  at?: Moment | undefined;
  /** "when the ball stopped": a state is asked for at that moment, an event from then on. */
  whenMoment?: { readonly moment: Moment; readonly span: Span } | undefined;
  /** "first", "last", "the second to": by order of time. */
  rank?: number | undefined;
  rankWord?: string | undefined;
  /** "twice", "at least three times". */
  times?: { readonly op: Comparison; readonly n: number } | undefined;
  /** "for more than two seconds". */
  seconds?: { readonly op: Comparison; readonly n: number } | undefined;
  /** "most often", "longest", "farthest". */
  best?: { readonly what: Extent; readonly direction: Order; readonly rank: number; readonly word: string } | undefined;
  /** "longer than the box", "more often than the ball". */
  compared?:
    | { readonly what: Extent; readonly op: Comparison; readonly to: Reference; readonly word: string }
    | undefined;
  /** The clause names a moment: "the second time" is the second one. */
  inClause?: boolean;
  /** "before the kettle": before the same happened with the kettle in the place of the gap. */
  elliptic?: { readonly way: 'after' | 'before'; readonly phrase: Phrase };
  /** The `while` of the span speaks of the thing itself. */
  ownSpan?: boolean;
  /** "right after", "just before": the nearest one in time. */
  next?: 'after' | 'before';
  /** Who else does the same meanwhile: "while the woman was touching it". */
  meanwhile?: { readonly fact: Fact; readonly who: Phrase };
  /** Words that say how and cannot be seen. */
  manner: string[];
  /** A way of moving that is seen as moving only. */
  unseen?: string;
}

export type Extent = Extract<Measured['is'], 'duration' | 'times' | 'travelled'> | 'speed';

export function noTime(): When {
  return {
    past: false,
    perfect: false,
    negated: false,
    never: false,
    ever: false,
    always: false,
    noLonger: false,
    again: false,
    span: {},
    until: false,
    manner: [],
  };
}

export const hasSpan = ({ after, before, within, while: during }: Span): boolean =>
  after !== undefined || before !== undefined || within !== undefined || during !== undefined;

/** Both spans at once; of two conditions both must hold. */
export function joinSpans(a: Span, b: Span): Span {
  const during = [a.while, b.while].filter((c) => c !== undefined);
  const [first, second] = during;
  const both = first !== undefined && second !== undefined ? ({ is: 'all', of: during } as const) : (first ?? second);
  return { ...a, ...b, ...(both === undefined ? {} : { while: both }) };
}
