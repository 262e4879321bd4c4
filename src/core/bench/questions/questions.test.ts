import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../plan/index.ts';
import { openWorld } from '../world/index.ts';
import { askQuestions, questionCells } from './ask-questions.ts';
import { type Cast, castOf } from './cast.ts';
import { type GoldQuestion, hopsOf } from './contract.ts';
import { goldSpecialists } from './gold-plan.ts';
import { idsOver } from './run-program.ts';

/** Small and slow: the twin is exact at any size. */
function playedCast(scene: string, seed: number): Cast {
  const world = openWorld(scene, seed, { width: 160, height: 90, fps: 5, picture: false });
  return castOf(Array.from({ length: world.info.frames! }, (_, i) => world.twinFrame(i)));
}

const clips = [
  ['tabletop', 3],
  ['conveyor', 5],
  ['market', 2],
] as const;
const asked = new Map<string, { cast: Cast; questions: readonly GoldQuestion[] }>();
async function questionsOf(scene: string, seed: number) {
  const key = `${scene} ${seed}`;
  const known = asked.get(key);
  if (known !== undefined) return known;
  const cast = playedCast(scene, seed);
  const made = { cast, questions: await askQuestions(cast, { seed: 11, count: 18 }) };
  asked.set(key, made);
  return made;
}

const bodyOf = ({ program }: GoldQuestion): string => program.split('\n').slice(1, -1).join('\n');

describe.each(clips)('questions about %s, seed %i', (scene, seed) => {
  it('are answered by their own programs as it is written', { timeout: 60_000 }, async () => {
    const { cast, questions } = await questionsOf(scene, seed);
    expect(questions.length).toBeGreaterThanOrEqual(12);
    for (const question of questions) {
      const ids = await idsOver(cast.frames, bodyOf(question));
      const written = ids.map((_, i) => question.answers.findLast(({ from }) => from <= i)!.ids);
      expect([question.text, written]).toEqual([question.text, ids]);
    }
  });

  it('mean something for a good part of the clip, or nothing at all', async () => {
    const { cast, questions } = await questionsOf(scene, seed);
    for (const { text, answers, absent, shifts } of questions) {
      const lengths = answers.map(({ from }, i) => (answers[i + 1]?.from ?? cast.frames.length) - from);
      const meant = lengths.reduce((sum, length, i) => sum + (answers[i]!.ids.length > 0 ? length : 0), 0);
      if (absent) expect([text, meant]).toEqual([text, 0]);
      else expect(meant).toBeGreaterThanOrEqual(0.2 * cast.frames.length);
      const different = new Set(answers.filter(({ ids }) => ids.length > 0).map(({ ids }) => ids.join()));
      expect([text, shifts]).toEqual([text, different.size > 1]);
    }
  });

  it('have a chain as long as their level says, and a plan that can run', async () => {
    const { questions } = await questionsOf(scene, seed);
    for (const { text, steps, level, plan, program } of questions) {
      expect([text, level]).toEqual([text, Math.min(3, hopsOf(steps))]);
      expect(plan.program).toBe(program);
      expect(plan.concepts.length).toBeGreaterThan(0);
      expect(checkPlan(plan, goldSpecialists)).toEqual([]);
    }
  });

  it('are none twice, and the same when asked again', { timeout: 60_000 }, async () => {
    const { cast, questions } = await questionsOf(scene, seed);
    expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length);
    const again = await askQuestions(cast, { seed: 11, count: 5 });
    expect(again).toEqual(questions.slice(0, 5));
    expect(await askQuestions(cast, { seed: 12, count: 5 })).not.toEqual(again);
  });
});

it('fill the nine cells in turn', { timeout: 60_000 }, async () => {
  const cells = new Map<string, number>();
  for (const [scene, seed] of clips)
    for (const { kind, level } of (await questionsOf(scene, seed)).questions)
      cells.set(`${kind} ${level}`, (cells.get(`${kind} ${level}`) ?? 0) + 1);
  expect(cells.size).toBe(questionCells.length);
  for (const count of cells.values()) expect(count).toBeGreaterThanOrEqual(3);
});

describe('answers that rest on an order', () => {
  const object = (id: number, x: number) => ({
    ...{ id, score: 1, area: 400, vis: 1, vel: [0, 0] as [number, number], depth: null },
    box: [x - 10, 40, 20, 20] as const,
    c: [x, 50] as [number, number],
    words: { labels: [['box', 1]] as [string, number][], colors: [['red', 1]] as ['red', number][] },
  });
  const frames = (gap: number) =>
    Array.from({ length: 20 }, (_, i) => ({
      ...{ i, t: i / 5, w: 400, h: 200, r: [], e: [] },
      o: [object(1, 100), object(2, 100 + gap), object(3, 300)],
    }));

  it('are not asked for where neighbours are too close to tell', async () => {
    const ends = async (gap: number) => {
      const all = Array.from({ length: 12 }, (_, seed) => askQuestions(castOf(frames(gap)), { seed, count: 9 }));
      return (await Promise.all(all)).flat().filter(({ form }) => form === 'spatial/end');
    };
    const leftmost = (questions: readonly GoldQuestion[]) => questions.filter(({ text }) => /left/.test(text));
    expect(leftmost(await ends(40)).length).toBeGreaterThan(0);
    expect(leftmost(await ends(4))).toEqual([]);
  });
});
