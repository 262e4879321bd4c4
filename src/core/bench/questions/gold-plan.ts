import { buildGraph, type Plan, planByRules } from '../../plan/index.ts';
import type { Concept } from '../../specialists/concept.ts';
import type { SpecialistCard } from '../../specialists/contract.ts';
import type { Draft } from './contract.ts';

const card = (
  id: string,
  provides: SpecialistCard['provides'],
  needs: SpecialistCard['needs'] = [],
): SpecialistCard => ({
  id,
  summary: id,
  provides,
  needs,
  cost: { msPerFrame: 1, msPerRegion: 0 },
  cannot: [],
});

/** What a gold plan chooses from: one specialist for each thing that can be known. */
export const goldSpecialists: readonly SpecialistCard[] = [
  card('regions', ['masks', 'boxes']),
  card('appearance', ['appearance'], ['masks']),
  card('motion', ['motion']),
  card('depth', ['depth'], ['masks']),
  card('labels', ['labels', 'boxes'], ['masks']),
];

/** The plan that a planner should have made: the specialists that the chain needs, and the proven program. */
export function goldPlan({ text, kind, steps, names, needs }: Draft, program: string): Plan {
  const request = { query: text, source: { still: false, live: false }, specialists: goldSpecialists };
  const graph = buildGraph(
    {
      labels: true,
      appearance: needs.appearance ?? false,
      depth: needs.depth ?? false,
      pixelRelations: needs.pixelRelations ?? false,
    },
    request,
  );
  return {
    version: 1,
    query: text,
    kinds: kind === 'semantic' ? ['semantic'] : ['semantic', kind],
    granularity: steps.at(-1)?.op === 'part' ? 'part' : 'object',
    concepts: conceptsOf(names, request),
    ...graph,
    paraphrase: `${steps.map((step) => step.text).join('; ')}.`,
    program,
    unchecked: [],
    planner: 'gold',
  };
}

/** The concepts of the noun phrases; the first is the answer's. */
function conceptsOf(names: readonly string[], request: Omit<Parameters<typeof planByRules>[0], 'query'>): Concept[] {
  const concepts: Concept[] = [];
  for (const [i, name] of names.entries()) {
    const [concept] = planByRules({ ...request, query: name }).concepts;
    if (concept === undefined || concepts.some(({ phrase }) => phrase === concept.phrase)) continue;
    concepts.push({ ...concept, id: `c${concepts.length + 1}`, role: i === 0 ? 'target' : 'reference' });
  }
  return concepts;
}
