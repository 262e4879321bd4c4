import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { demoQuestions } from '../../../core/bench/world/index.ts';
import { createSegmenter } from '../../segmenter/index.ts';
import { answerQuestion, type DemoAnswer, type DemoQuestion } from './answer-question.ts';
import { demoPage } from './demo-page.ts';

export interface DemoOptions {
  readonly dir: string;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** Answers the demo's questions on scenes that twinseg draws itself, and writes a page that shows them. */
export async function runDemo({ dir, say, signal }: DemoOptions): Promise<readonly DemoAnswer[]> {
  await mkdir(dir, { recursive: true });
  const segmenter = await createSegmenter();
  const answers: DemoAnswer[] = [];
  try {
    for (const [i, question] of demoQuestions.entries()) {
      say(`${i + 1}/${demoQuestions.length}  ${describe(question)}`);
      const answer = await answerQuestion(segmenter, question, join(dir, `${i + 1}-${question.kind}`), signal);
      say(`     understood: ${answer.plan.paraphrase}`);
      for (const warning of answer.summary.warnings) say(`     note: ${warning}`);
      answers.push(answer);
    }
  } finally {
    await segmenter.close();
  }
  const page = join(dir, 'index.html');
  await writeFile(page, await demoPage(answers));
  for (const line of scoreTable(answers)) say(line);
  say('');
  say(`open  ${relative('.', page)}   (question, plan, program, overlay and timeline side by side)`);
  for (const { dir: own } of answers)
    say(`files ${relative('.', own)}/{result.json, masks/, overlay.mp4, trace.jsonl}`);
  return answers;
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
  const rows = answers.map(({ question, scores: { j, f, jAndF }, fps, frames }) =>
    row([`"${question.text}"`, j.toFixed(3), f.toFixed(3), jAndF.toFixed(3), fps.toFixed(1), String(frames.length)]),
  );
  return ['', row(['against exact ground truth', 'J', 'F', 'J&F', 'fps', 'frames']), ...rows];
}
