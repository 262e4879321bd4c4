import type { Concept } from '../specialists/concept.ts';
import type { Assumption, Plan } from './contract.ts';

/** Defaults of what a plan takes for granted. */
const [framesToSee, secondsEmpty, secondsEverything, everythingShare] = [50, 3, 3, 0.9];

/**
 * What a plan for a stream takes for granted, as far as its concepts tell. An answer about time may be empty until it
 * happens, or everything until something does: nothing is assumed of it. Of concepts that say nothing ("thing"), neither.
 */
export function assumptionsOf({ kinds, concepts }: Pick<Plan, 'kinds' | 'concepts'>): readonly Assumption[] {
  const telling = concepts.filter(saysSomething);
  const targets = telling.filter(({ role }) => role === 'target');
  const timeless = !kinds.includes('temporal') && targets.length > 0;
  return [
    ...telling.map(({ id }): Assumption => ({ kind: 'concept-seen', concept: id, within: framesToSee })),
    ...(timeless ? [{ kind: 'answer-not-empty', seconds: secondsEmpty } as const] : []),
    ...(timeless && targets.every(({ count }) => count === 'many')
      ? [{ kind: 'answer-not-everything', seconds: secondsEverything, share: everythingShare } as const]
      : []),
    { kind: 'program-runs' },
  ];
}

const saysSomething = ({ noun, colors, shapes, textures }: Concept): boolean =>
  noun !== undefined || colors.length + shapes.length + textures.length > 0;

/** An assumption in plain English. */
export function describeAssumption(assumption: Assumption, { concepts }: Pick<Plan, 'concepts'>): string {
  switch (assumption.kind) {
    case 'concept-seen': {
      const phrase = concepts.find(({ id }) => id === assumption.concept)?.phrase ?? assumption.concept;
      return `${phrase} is seen within ${assumption.within} frames`;
    }
    case 'answer-not-empty':
      return `something is answered within ${assumption.seconds} s`;
    case 'answer-not-everything':
      return `not for ${assumption.seconds} s is ${Math.round(assumption.share * 100)} % of all the answer`;
    case 'program-runs':
      return 'the program runs';
  }
}
