import type { Concept } from '../../specialists/concept.ts';
import type { Assumption, Plan, PlanRequest, UncheckedWord } from '../contract.ts';
import { type AskedWord, orLenient } from './lenient-program.ts';
import { simplerProgram } from './simpler-program.ts';

/**
 * What rules can do better where a plan did not hold: read one word leniently where it found nothing, leave out what made
 * the program fail, go back where a lenient reading made everything the answer. Null where the plan is honest as it is:
 * an empty answer is never filled by dropping what was asked for.
 *
 * @param original the plan that the rules make of the query
 */
export function reviseByRules(original: Plan, previous: PlanRequest['previous']): Plan | null {
  for (const { assumption } of previous?.failures ?? []) {
    const better = betterPlan(assumption, original, previous!.plan);
    if (better !== null) return better;
  }
  return null;
}

function betterPlan(failed: Assumption, original: Plan, plan: Plan): Plan | null {
  switch (failed.kind) {
    case 'program-runs':
      return afterAnError(original, plan);
    case 'answer-not-everything':
      return plan.program === original.program ? null : original;
    case 'answer-not-empty':
      return lenientPlan(original, plan, targets(original).flatMap(looksOf), 'target');
    case 'concept-seen': {
      const concept = original.concepts.find(({ id }) => id === failed.concept);
      if (concept === undefined) return null;
      return lenientPlan(original, plan, [...nameOf(concept), ...looksOf(concept)], concept.role);
    }
  }
}

const targets = ({ concepts }: Plan): Concept[] => concepts.filter(({ role }) => role === 'target');

const nameOf = ({ noun }: Concept): AskedWord[] => (noun === undefined ? [] : [{ word: 'label', value: noun }]);

/** Colours first: light changes them most. */
const looksOf = ({ colors, textures, shapes }: Concept): AskedWord[] => [
  ...colors.map((value): AskedWord => ({ word: 'color', value })),
  ...textures.map((value): AskedWord => ({ word: 'texture', value })),
  ...shapes.map((value): AskedWord => ({ word: 'shape', value })),
];

/** The first word that was not tried and can be read leniently; one at a time, so that all others stay certain. */
function lenientPlan(original: Plan, plan: Plan, words: readonly AskedWord[], of: Concept['role']): Plan | null {
  const tried = new Set(plan.unchecked.filter(({ why }) => why === 'revised').map(({ word }) => word));
  for (const asked of words) {
    const program = tried.has(asked.value) ? null : orLenient(original.program ?? '', asked, of);
    if (program === null) continue;
    const paraphrase = `${original.paraphrase} Where there is none: with "${asked.value}" read leniently.`;
    const earlier = plan.unchecked.filter(({ why, word }) => why === 'revised' && word !== asked.value);
    return { ...original, program, paraphrase, unchecked: [...original.unchecked, ...earlier, doubtOf(asked)] };
  }
  return null;
}

const doubts: Readonly<Record<AskedWord['word'], (value: string) => string>> = {
  color: (value) => `while nothing is clearly ${value}, what is partly ${value} counts`,
  texture: (value) => `while nothing is clearly ${value}, what may be ${value} counts`,
  shape: (value) => `while nothing is clearly ${value}, what may be ${value} counts`,
  label: (value) => `while nothing is called ${value}, things whose name nobody knows count`,
};

const doubtOf = ({ word, value }: AskedWord): UncheckedWord => ({
  word: value.slice(0, 80),
  why: 'revised',
  remedy: doubts[word](value).slice(0, 500),
});

/** A lenient reading that fails goes back to the plain one; the plain one loses what is more than looks and places. */
function afterAnError(original: Plan, plan: Plan): Plan | null {
  const simpler = simplerProgram(original.program ?? '');
  if (plan.program === simpler?.program) return null;
  if (plan.program !== original.program) return original;
  if (simpler === null) return null;
  const leftOut = simpler.leftOut.map(
    (text): UncheckedWord => ({
      word: text.slice(0, 80),
      why: 'revised',
      remedy: 'left out, the program failed with it',
    }),
  );
  return { ...original, program: simpler.program, unchecked: [...original.unchecked, ...leftOut].slice(0, 64) };
}
