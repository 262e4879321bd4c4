import { join } from 'node:path';
import { AnswerScore, type AnswerScores, findQuery, openWorld } from '../../../core/bench/world/index.ts';
import type { SourceInfo } from '../../../core/media/contract.ts';
import type { RunSummary } from '../../../core/pipelines/answer.ts';
import { type ReportFrame, reportFrame } from '../../../core/pipelines/report-page/index.ts';
import type { Plan } from '../../../core/plan/contract.ts';
import { ResultWriter } from '../../output/index.ts';
import type { NodeSegmenter } from '../../segmenter/index.ts';
import { drawnAhead } from './drawn-ahead.ts';

export interface DemoQuestion {
  readonly scene: string;
  readonly seed: number;
  /** The first so many frames of the scene are looked at. */
  readonly frames: number;
  readonly text: string;
  readonly kind: string;
}

export interface DemoAnswer {
  readonly question: DemoQuestion;
  readonly source: SourceInfo;
  readonly plan: Plan;
  /** undefined when the clip ended before the question could be answered by anybody. */
  readonly scores: AnswerScores | undefined;
  /** Frames a second of answering, drawing the scene and writing files not counted. */
  readonly fps: number;
  readonly summary: RunSummary;
  readonly dir: string;
  readonly files: readonly string[];
  readonly frames: readonly ReportFrame[];
}

export interface AnswerOptions {
  /** Folder for the question's files. */
  readonly dir: string;
  /** Called after each frame. */
  readonly answered: () => void;
  readonly signal?: AbortSignal | undefined;
}

/** Answers one question about a rendered scene, writes its files and scores it against the scene's truth. */
export async function answerQuestion(
  segmenter: NodeSegmenter,
  question: DemoQuestion,
  { dir, answered, signal }: AnswerOptions,
): Promise<DemoAnswer> {
  const world = openWorld(question.scene, question.seed, { picture: false });
  const score = new AnswerScore(world, findQuery(world, question.text)!);
  const run = segmenter.video(drawnAhead(question), question.text, signal === undefined ? {} : { signal });
  const head = await run.ready();
  const writer = await ResultWriter.open(dir, head, { trace: true });
  const frames: ReportFrame[] = [];
  let ms = 0;
  for await (const answer of run) {
    ms += answer.trace.ms;
    score.add(
      answer.index,
      answer.objects.map(({ mask }) => mask),
    );
    frames.push(reportFrame(answer));
    await writer.write(answer);
    answered();
  }
  const summary = run.summary();
  const [written] = await writer.close(summary);
  return {
    question,
    source: head.source,
    plan: head.plans[0]!,
    scores: score.scores(),
    fps: (frames.length * 1000) / ms,
    summary,
    dir,
    files: written!.files.map((file) => join(dir, file)),
    frames,
  };
}
