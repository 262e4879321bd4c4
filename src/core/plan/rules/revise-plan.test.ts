import { describe, expect, it } from 'vitest';
import { namelessCards, namingCards } from '../../testing/index.ts';
import type { Assumption, Plan, SpecialistCard } from '../contract.ts';
import { reviseQuery } from '../revise-query.ts';
import { planByRules, rulePlanner } from './rule-planner.ts';

const [nameless, naming] = [namelessCards, namingCards];

async function revise(query: string, specialists: readonly SpecialistCard[], kinds: Assumption['kind'][], from?: Plan) {
  const request = { query, source: { still: false, live: false }, specialists };
  const plan = from ?? planByRules(request);
  const failures = (plan.assumptions ?? [])
    .filter(({ kind }) => kinds.includes(kind))
    .map((assumption) => ({ assumption, frame: 75, time: 3, message: 'no' }));
  expect(failures.length).toBeGreaterThan(0);
  return { plan, revised: await reviseQuery(request, plan, failures, { planner: rulePlanner() }) };
}

const answerOf = (plan: Plan | null) =>
  plan?.program
    ?.split('\n')
    .slice(1, -1)
    .map((line) => line.trim());

describe('what the rules assume', () => {
  const kindsOf = (query: string, still = false) =>
    (planByRules({ query, source: { still, live: false }, specialists: nameless }).assumptions ?? []).map(
      (a) => a.kind,
    );

  it.each([
    ['the red ball', ['concept-seen', 'answer-not-empty', 'program-runs']],
    ['the red balls', ['concept-seen', 'answer-not-empty', 'answer-not-everything', 'program-runs']],
    ['the last thing to come in', ['program-runs']],
  ])('"%s"', (query, kinds) => expect(kindsOf(query)).toEqual(kinds));

  it('nothing of one picture', () => expect(kindsOf('the red ball', true)).toEqual([]));
});

describe('an empty answer', () => {
  it('is read leniently in one word, and what is certain still wins', async () => {
    const { revised } = await revise('the striped red thing', nameless, ['answer-not-empty']);
    expect(answerOf(revised)).toEqual([
      'const strict = twin.objects.where(texture("striped"), color("red")).the();',
      'return strict.orElse(twin.objects.where(texture("striped"), maybe(color("red"))).the());',
    ]);
    expect(revised?.unchecked).toContainEqual({
      word: 'red',
      why: 'revised',
      remedy: 'while nothing is clearly red, what is partly red counts',
    });
    expect(revised?.paraphrase).toMatch(/Where there is none: with "red" read leniently\.$/);
  });

  it('tries the next word after that, then has nothing better', async () => {
    const first = await revise('the striped red thing', nameless, ['answer-not-empty']);
    const second = await revise('the striped red thing', nameless, ['answer-not-empty'], first.revised!);
    expect(answerOf(second.revised)?.at(-1)).toContain('maybe(texture("striped")), color("red")');
    const third = await revise('the striped red thing', nameless, ['answer-not-empty'], second.revised!);
    expect(third.revised).toBeNull();
  });

  it.each([
    ['the dog', nameless],
    ['the dog', naming],
    ['the red ball', nameless],
    ['the leftmost red thing', nameless],
    ['the red thing that is not striped', nameless],
    ['the red thing left of the blue thing', nameless],
    ['the second red mug from the left', naming],
    ['the striped thing that is bigger than every red thing', nameless],
  ])('"%s": stays empty where nothing certain would be left of what was asked', async (query, specialists) => {
    const { revised } = await revise(query, specialists, ['concept-seen', 'answer-not-empty']);
    expect(revised).toBeNull();
  });

  it('asks a name leniently where it was never seen and a look is certain', async () => {
    const { revised } = await revise('the red mug', naming, ['concept-seen']);
    expect(answerOf(revised)?.at(-1)).toContain('maybe(label("mug"))');
    expect(answerOf(revised)?.at(-1)).toContain(', color("red")');
  });
});

describe('an answer of everything', () => {
  it('goes back from the lenient reading, and is kept where the plan is the plain one', async () => {
    const query = 'the striped red things';
    const { plan, revised } = await revise(query, nameless, ['answer-not-empty']);
    expect((await revise(query, nameless, ['answer-not-everything'], revised!)).revised).toEqual(plan);
    expect((await revise(query, nameless, ['answer-not-everything'])).revised).toBeNull();
  });
});

describe('a program that fails', () => {
  it('loses its relations and says so; the simpler one is not made simpler still', async () => {
    const { revised } = await revise('the largest red thing left of the blue thing', nameless, ['program-runs']);
    expect(answerOf(revised)).toEqual(['return twin.objects.where(color("red")).max(area);']);
    expect(revised?.unchecked.filter(({ why }) => why === 'revised').map(({ word }) => word)).toEqual(['leftOf(blue)']);
    const again = await revise('the largest red thing left of the blue thing', nameless, ['program-runs'], revised!);
    expect(again.revised).toBeNull();
  });

  it.each(['what is left of the blue thing', 'whoever holds the red ball'])(
    '"%s" is kept: nothing would be left of what it turns on',
    async (query) => expect((await revise(query, naming, ['program-runs'])).revised).toBeNull(),
  );
});
