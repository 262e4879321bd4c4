import type { Filler } from './fact.ts';
import type { Cond, RelationName } from './phrase.ts';

/** A verb with what stands around it. */
export interface Frame {
  readonly lemma: string;
  readonly word: string;
  /** "the ball was put down": the subject is what the verb does something to. */
  readonly passive: boolean;
  readonly past: boolean;
  readonly ongoing: boolean;
  readonly subject: Filler;
  readonly object?: Filler | undefined;
  /** A second object: "gave the girl the ball". */
  readonly second?: Filler | undefined;
  /** "down", "away", "in". */
  readonly particle?: string | undefined;
  readonly preps: readonly Prep[];
  readonly tail?: string | undefined;
  /** "to the left", "upwards". */
  readonly heading?: Cond | undefined;
  /** "into the right half", "out of the middle". */
  readonly zone?: { readonly way: 'begins' | 'ends'; readonly of: Cond } | undefined;
}

/** A preposition and what it points to. */
export interface Prep {
  readonly said: string;
  readonly to: Filler;
  readonly every: boolean;
}

/** Prepositions that say where: the relation of what is there to the place. */
export const placeOf: Readonly<Record<string, RelationName>> = {
  on: 'on',
  onto: 'on',
  upon: 'on',
  'on top of': 'on',
  in: 'inside',
  into: 'inside',
  inside: 'inside',
  within: 'inside',
  under: 'under',
  underneath: 'under',
  beneath: 'under',
  below: 'below',
  above: 'above',
  over: 'above',
  behind: 'behind',
  'in front of': 'inFrontOf',
  'next to': 'nearTo',
  beside: 'nearTo',
  near: 'nearTo',
  by: 'nearTo',
  'close to': 'nearTo',
  against: 'touching',
  'left of': 'leftOf',
  'right of': 'rightOf',
  'to the left of': 'leftOf',
  'to the right of': 'rightOf',
  'on the left of': 'leftOf',
  'on the right of': 'rightOf',
};

/** The first of these prepositions that the frame has. */
export function prepIn(frame: Frame, said: string): Prep | undefined {
  const wanted = said.split('|');
  return frame.preps.find((prep) => wanted.includes(prep.said));
}
