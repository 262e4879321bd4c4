import { type Random, seededRandom } from '../../base/random.ts';
import type { Cast } from './cast.ts';
import { type Draft, type GoldQuestion, levelOf, type QuestionKind, type QuestionLevel } from './contract.ts';
import { type Form, forms } from './forms/index.ts';
import { goldPlan } from './gold-plan.ts';
import { type Proof, prove } from './prove.ts';
import { programOf } from './run-program.ts';

/** A kind and a level: one cell of the benchmark's table. */
export interface QuestionCell {
  readonly kind: QuestionKind;
  readonly level: QuestionLevel;
}

/** The nine cells. */
export const questionCells: readonly QuestionCell[] = (['semantic', 'spatial', 'temporal'] as const).flatMap((kind) =>
  ([1, 2, 3] as const).map((level) => ({ kind, level })),
);

export interface AskOptions {
  readonly seed: number;
  /** How many questions. @default 5 */
  readonly count?: number;
  /** Where in the nine cells to begin: consecutive clips take turns, so that all cells fill up alike. @default 0 */
  readonly firstCell?: number;
}

/** Drafts tried for one cell before it is given up for this clip. */
const mostTries = 40;
/** Of the questions, this share asks for what is not there. */
const absentShare = 0.12;

/**
 * Questions about a clip whose answers are proven on its true twin. The same cast and options give the same questions; a
 * cell for which the clip has none is passed over for the next one.
 */
export async function askQuestions(
  cast: Cast,
  { seed, count = 5, firstCell = 0 }: AskOptions,
): Promise<GoldQuestion[]> {
  const random = seededRandom(seed);
  const questions: GoldQuestion[] = [];
  for (let turn = 0; turn < 2 * questionCells.length && questions.length < count; turn++) {
    const cell = questionCells[(firstCell + turn) % questionCells.length]!;
    const known = new Set(questions.map(({ text }) => text));
    const absent = random.next() < absentShare ? await questionFor(cell, cast, random, known, true) : null;
    const question = absent ?? (await questionFor(cell, cast, random, known, false));
    if (question !== null) questions.push(question);
  }
  return questions;
}

async function questionFor(
  { kind, level }: QuestionCell,
  cast: Cast,
  random: Random,
  known: ReadonlySet<string>,
  absent: boolean,
): Promise<GoldQuestion | null> {
  const fitting = forms.filter((form) => form.kind === kind && (form.absent ?? false) === absent);
  for (let tries = 0; tries < mostTries; tries++) {
    const draft = draftOf(random.pick(fitting), cast, random);
    if (draft === undefined || known.has(draft.text) || levelOf(draft.steps) !== level) continue;
    const proof = await prove(draft, cast);
    if (proof !== null) return questionOf(draft, proof);
  }
  return null;
}

function draftOf(form: Form, cast: Cast, random: Random): Draft | undefined {
  const made = form.make(cast, random);
  return made === undefined ? undefined : { ...made, form: form.name, kind: form.kind, absent: form.absent ?? false };
}

function questionOf(draft: Draft, { answers, unclear, shifts }: Proof): GoldQuestion {
  const { form, text, kind, steps, absent } = draft;
  const program = programOf(draft.body);
  return {
    form,
    text,
    kind,
    level: levelOf(steps),
    steps,
    program,
    plan: goldPlan(draft, program),
    answers,
    unclear,
    absent,
    shifts,
    implicit: steps.some(({ op }) => op === 'function') || kind === 'temporal',
  };
}
