import type { Random } from '../../../base/random.ts';
import type { Cast } from '../cast.ts';
import type { Draft, QuestionKind } from '../contract.ts';

/** A kind of question that can be made about some clips. */
export interface Form {
  readonly name: string;
  readonly kind: QuestionKind;
  /** It asks for what is not there. */
  readonly absent?: true;
  /** A question of this form about the clip; undefined where it has nothing to ask so. */
  make(cast: Cast, random: Random): Omit<Draft, 'form' | 'kind' | 'absent'> | undefined;
}

/** "the red mug" as it may be asked for. */
export function asked(random: Random, phrase: string): string {
  return random.pick([
    phrase,
    phrase,
    `find ${phrase}`,
    `show me ${phrase}`,
    `could you mark ${phrase}, please`,
    `where is ${phrase}?`,
    `I am looking for ${phrase}`,
    `please highlight ${phrase}`,
  ]);
}
