import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type AnswerScores, demoQuestions } from '../../../core/bench/world/index.ts';
import { createSegmenter, type NodeSegmenter } from '../../segmenter/index.ts';
import { answerQuestion, type DemoAnswer, type DemoQuestion } from './answer-question.ts';
import { demoPage } from './demo-page.ts';

export interface DemoOptions {
  readonly dir: string;
  /** Takes question after question and how it was understood, line by line. */
  readonly say: (line: string) => void;
  /** Called after each frame with the number of frames answered, of all questions together. */
  readonly answered?: (frames: number) => void;
  /** Looks at no more than so many frames for each question. */
  readonly frames?: number | undefined;
  readonly signal?: AbortSignal;
}

/** The demo's questions, each about no more than so many frames. */
export function questionsOfDemo(limit = Number.POSITIVE_INFINITY): readonly DemoQuestion[] {
  return demoQuestions.map((question) => ({ ...question, frames: Math.min(question.frames, limit) }));
}

/** Answers the demo's questions on scenes that twinseg draws itself, and writes a page that shows them. */
export async function runDemo(options: DemoOptions): Promise<readonly DemoAnswer[]> {
  const { dir } = options;
  await mkdir(dir, { recursive: true });
  const segmenter = await createSegmenter();
  const answers: DemoAnswer[] = [];
  try {
    for (const question of questionsOfDemo(options.frames))
      answers.push(await answerNext(segmenter, question, answers, options));
  } finally {
    await segmenter.close();
  }
  await writeFile(pageOf(dir), await demoPage(answers));
  return answers;
}

/** Scores and files, for people. */
export function demoText(dir: string, answers: readonly DemoAnswer[]): string[] {
  return [
    ...scoreTable(answers),
    '',
    `open  ${relative('.', pageOf(dir))}   (question, plan, program, overlay and timeline side by side)`,
    ...answers.map((answer) => `files ${relative('.', answer.dir)}/{result.json, masks/, overlay.mp4, trace.jsonl}`),
  ];
}

const pageOf = (dir: string) => join(dir, 'index.html');

async function answerNext(
  segmenter: NodeSegmenter,
  question: DemoQuestion,
  before: readonly DemoAnswer[],
  { dir, say, answered, signal }: DemoOptions,
): Promise<DemoAnswer> {
  const number = before.length + 1;
  let frames = before.reduce((sum, answer) => sum + answer.frames.length, 0);
  say(`${number}/${demoQuestions.length}  ${describe(question)}`);
  const answer = await answerQuestion(segmenter, question, {
    dir: join(dir, `${number}-${question.kind}`),
    answered: () => answered?.(++frames),
    signal,
  });
  say(`     understood: ${answer.plan.paraphrase}`);
  for (const warning of answer.summary.warnings) say(`     note: ${warning}`);
  return answer;
}

function describe({ scene, seed, text, kind }: DemoQuestion): string {
  return `"${text}"  (${kind}; world:${scene}:${seed})`;
}

function scoreTable(answers: readonly DemoAnswer[]): string[] {
  const row = (cells: readonly string[]) =>
    `${cells[0]!.padEnd(36)}${cells
      .slice(1)
      .map((cell) => cell.padStart(9))
      .join('')}`;
  const figures = (scores: AnswerScores | undefined) =>
    [scores?.j, scores?.f, scores?.jAndF].map((value) => value?.toFixed(3) ?? '-');
  const rows = answers.map(({ question, scores, fps, frames }) =>
    row([`"${question.text}"`, ...figures(scores), fps.toFixed(1), String(frames.length)]),
  );
  return ['', row(['against exact ground truth', 'J', 'F', 'J&F', 'fps', 'frames']), ...rows];
}
