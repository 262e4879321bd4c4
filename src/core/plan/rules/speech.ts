import type { Cond, Phrase } from './phrase.ts';

/** Says things and conditions in English; handed to the parts that say time, measures and choices. */
export interface Speech {
  phrase(phrase: Phrase): string;
  condition(condition: Cond): string;
}
