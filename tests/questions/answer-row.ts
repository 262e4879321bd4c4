import { expect } from 'vitest';
import { planByRules } from '../../src/core/plan/index.ts';
import { inProcessSession } from '../../src/core/reason/index.ts';
import { namelessCards, namingCards } from '../../src/core/testing/index.ts';
import type { FrameObject, TwinFrame } from '../../src/core/twin/program-frame.ts';
import type { Row, Sheet } from './row.ts';

/** What came of a row: the ids (ascending), or why there are none, and what the planner did with the question. */
export interface Outcome {
  readonly right: boolean;
  readonly got: readonly number[] | string;
  readonly program: string;
  readonly unchecked: readonly string[];
}

/** Plans the question by rules, runs the program over the frames up to the time of asking, and compares the sets of ids. */
export async function answerRow({ frames, names }: Sheet, [, , query, ids, notes = {}]: Row): Promise<Outcome> {
  const named = notes.names ?? names;
  const plan = planByRules({
    query,
    source: { still: false, live: false },
    specialists: named ? namingCards : namelessCards,
  });
  const unchecked = plan.unchecked.map(({ word }) => word.toLowerCase());
  const program = plan.program ?? '';
  const got = await idsAt(program, framesUntil(named ? frames : frames.map(withoutNames), notes.at)).catch(String);
  const said = (notes.unchecked ?? []).every((word) => unchecked.some((text) => text.split(/\W+/).includes(word)));
  return { right: said && same(got, ids), got, program, unchecked };
}

/** A question about a twin in other words. */
export type WordedRow = readonly [question: string, ids: readonly number[], notes?: { readonly at?: number }];

/** Expects each question to get its ids. */
export async function expectRows(sheet: Sheet, rows: readonly WordedRow[]): Promise<void> {
  for (const [question, ids, notes = {}] of rows) {
    const { right, got } = await answerRow(sheet, ['semantic', 1, question, ids, notes]);
    expect([question, right, got]).toEqual([question, true, got]);
  }
}

/** The ids that a program gives in the last of the frames, ascending. */
export async function idsAt(program: string, frames: readonly TwinFrame[]): Promise<readonly number[]> {
  const session = inProcessSession(program, { hysteresisSeconds: 0 });
  let ids: readonly number[] = [];
  for (const frame of frames) ids = (await session.step(frame)).ids;
  session.close();
  return [...ids].sort((a, b) => a - b);
}

/** The frames up to the time of asking. */
export const framesUntil = (frames: readonly TwinFrame[], at = Number.POSITIVE_INFINITY) =>
  frames.filter(({ t }) => t <= at + 1e-6);

const same = (got: readonly number[] | string, ids: readonly number[]) =>
  typeof got !== 'string' && got.join() === [...ids].sort((a, b) => a - b).join();

const withoutNames = (frame: TwinFrame): TwinFrame => ({ ...frame, o: frame.o.map(nameLess) });

function nameLess(object: FrameObject): FrameObject {
  if (!object.words) return object;
  const { labels: _, ...words } = object.words;
  return { ...object, words };
}
