import { throwIfAborted } from '../../base/abort.ts';
import { InputError } from '../../base/errors.ts';
import type { Concept } from '../../specialists/concept.ts';
import { assumptionsOf } from '../assumptions.ts';
import { buildGraph } from '../build-graph.ts';
import type { Plan, Planner, PlanRequest } from '../contract.ts';
import type { WordKnowledge } from '../word-knowledge.ts';
import { type Abilities, abilitiesOf } from './abilities.ts';
import { conceptsOf } from './concepts.ts';
import { coreWords } from './core-words.ts';
import { paraphrase } from './paraphrase.ts';
import { partReading } from './parts-of-wholes.ts';
import type { Cond, Phrase } from './phrase.ts';
import { granularityOf, kindsOf, needsOf, type QueryNeeds } from './query-kinds.ts';
import { readQuery } from './read-query.ts';
import { reviseByRules } from './revise-plan.ts';
import { maxQueryLength } from './tokens.ts';
import { uncheckedWords } from './unchecked-words.ts';
import { writeProgram } from './write-program.ts';

/** What the rule planner knows of words; a small lexicon of its own by default. */
export interface RulePlannerOptions {
  readonly words?: WordKnowledge;
}

/**
 * Plans without a language model: a small grammar of English reads the query, and what it does not understand or
 * nobody can check is named in `unchecked`. Deterministic; reads at most 2000 characters.
 */
export function rulePlanner({ words = coreWords }: RulePlannerOptions = {}): Planner {
  return {
    id: 'rules',
    async plan(request, signal) {
      throwIfAborted(signal);
      return planByRules(request, words);
    },
    async revise(request, signal) {
      throwIfAborted(signal);
      return reviseByRules(planByRules(request, words), request.previous);
    },
  };
}

/** The plan of the rule planner, at once. @throws InputError for a blank query */
export function planByRules(request: PlanRequest, words: WordKnowledge = coreWords): Plan {
  const query = request.query.trim().slice(0, maxQueryLength);
  if (query === '')
    throw new InputError('the query is empty', { remedy: 'Say what to look for, such as "the red ball".' });
  const read = readQuery(query, words);
  const abilities = abilitiesOf(request);
  const target = withLeftOver(read.target, read.leftOver, abilities);
  const needs = unionOf([target, ...target.or]);
  const kinds = kindsOf(needs, target);
  // Where things can be named, "the top of the table" is a part of it first.
  const meant = (abilities.labels ? partReading(target) : undefined) ?? target;
  const concepts = conceptsOf(meant);
  return {
    version: 1,
    query,
    kinds,
    granularity: granularityOf(meant),
    concepts,
    ...buildGraph({ ...needs, labels: abilities.labels && namesThings(concepts) }, request),
    paraphrase: paraphrase(meant),
    program: writeProgram(target, abilities, words),
    unchecked: uncheckedWords({ target: read.target, leftOver: read.leftOver }, abilities),
    ...(request.source.still ? {} : { assumptions: assumptionsOf({ kinds, concepts }) }),
    planner: 'rules',
  };
}

/**
 * Words that were not understood, of a thing that somebody can name, are asked as a state: nobody gives it, so nothing
 * is answered. Where nobody names things the answer rests on what was understood.
 */
function withLeftOver(target: Phrase, leftOver: readonly string[], { labels }: Abilities): Phrase {
  if (leftOver.length === 0) return target;
  const unseen: Cond[] = labels ? [{ is: 'unseen', said: leftOver.join(' ').slice(0, 60) }] : [];
  return { ...target, unknown: [...target.unknown, ...leftOver], conditions: [...target.conditions, ...unseen] };
}

function unionOf(phrases: readonly Phrase[]): QueryNeeds {
  const all = phrases.map(needsOf);
  const some = (key: keyof QueryNeeds) => all.some((needs) => needs[key]);
  return {
    appearance: some('appearance'),
    depth: some('depth'),
    temporal: some('temporal'),
    spatial: some('spatial'),
    pixelRelations: some('pixelRelations'),
  };
}

function namesThings(concepts: readonly Concept[]): boolean {
  return concepts.some(({ noun, synonyms }) => noun !== undefined || synonyms.length > 0);
}
