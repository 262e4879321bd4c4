import type { Cond, Phrase, Reference } from './phrase.ts';

/** What the writers of conditions, measures and happenings ask of the writer of the whole program. */
export interface Wording {
  /** Text of a condition; null where the source cannot show it and it is left out. */
  condition(condition: Cond): string | null;
  /** A reference inside a relation: `box`, `every(boxes)`, `atLeast(2, boxes)`. */
  reference(to: Reference): string;
  /** The things themselves, as a collection. */
  things(to: Reference): string;
  /** What somebody handled at a moment: of "the mug" whichever of several it was. */
  handledThings(to: Reference): string;
  /** That a thing is one of those that a phrase means. */
  among(phrase: Phrase): string | null;
  /** Name of the constant that holds the expression. */
  keep(expression: string, hint: string): string;
}
