import { join } from 'node:path';
import { boundaryF, regionSimilarity } from '../../../core/bench/metrics/index.ts';
import { openWorld, type World, type WorldQuery, worldSource } from '../../../core/bench/world/index.ts';
import { unionAll } from '../../../core/masks/index.ts';
import type { Mask } from '../../../core/masks/mask.ts';
import type { SourceInfo } from '../../../core/media/contract.ts';
import type { FrameAnswer, RunSummary } from '../../../core/pipelines/answer.ts';
import { type ReportFrame, reportFrame } from '../../../core/pipelines/report-page/index.ts';
import type { Plan } from '../../../core/plan/contract.ts';
import { ResultWriter } from '../../output/index.ts';
import type { NodeSegmenter } from '../../segmenter/index.ts';

export interface DemoQuestion {
  readonly scene: string;
  readonly seed: number;
  readonly text: string;
  readonly kind: string;
}

/** Scores against exact truth: means over the scored frames. */
export interface DemoScores {
  readonly j: number;
  readonly f: number;
  readonly jAndF: number;
  /** Frames that were scored: those from which on the question can be answered by who sees frame after frame. */
  readonly scored: number;
}

export interface DemoAnswer {
  readonly question: DemoQuestion;
  readonly source: SourceInfo;
  readonly plan: Plan;
  readonly scores: DemoScores;
  /** Frames a second of answering, drawing the scene and writing files not counted. */
  readonly fps: number;
  readonly summary: RunSummary;
  readonly dir: string;
  readonly files: readonly string[];
  readonly frames: readonly ReportFrame[];
}

/** Answers one question about a rendered scene, writes its files and scores it against the scene's truth. */
export async function answerQuestion(
  segmenter: NodeSegmenter,
  question: DemoQuestion,
  dir: string,
  signal?: AbortSignal,
): Promise<DemoAnswer> {
  const world = openWorld(question.scene, question.seed);
  const truth = world.queries.find(({ text }) => text === question.text)!;
  const run = segmenter.video(
    worldSource(question.scene, question.seed),
    question.text,
    signal === undefined ? {} : { signal },
  );
  const head = await run.ready();
  const writer = await ResultWriter.open(dir, head, { trace: true });
  const frames: ReportFrame[] = [];
  const scores: { j: number; f: number }[] = [];
  let ms = 0;
  for await (const answer of run) {
    ms += answer.trace.ms;
    if (answer.index >= truth.from) scores.push(scoreFrame(world, truth, answer));
    frames.push(reportFrame(answer));
    await writer.write(answer);
  }
  const summary = run.summary();
  const [written] = await writer.close(summary);
  return {
    question,
    source: head.source,
    plan: head.plans[0]!,
    scores: meanScores(scores),
    fps: (frames.length * 1000) / ms,
    summary,
    dir,
    files: written!.files.map((file) => join(dir, file)),
    frames,
  };
}

/** J and F of all answered masks together against all true ones together, as DAVIS scores one object. */
function scoreFrame(world: World, query: WorldQuery, answer: FrameAnswer): { j: number; f: number } {
  const meant = query.answer(answer.index);
  const { objects } = world.truth(answer.index);
  const size = [world.info.height, world.info.width] as const;
  const together = (masks: readonly Mask[]) => unionAll(masks, size);
  const truth = together(objects.filter(({ id }) => meant.includes(id)).map(({ mask }) => mask));
  const answered = together(answer.objects.map(({ mask }) => mask));
  return { j: regionSimilarity(truth, answered), f: boundaryF(truth, answered) };
}

function meanScores(scores: readonly { j: number; f: number }[]): DemoScores {
  const mean = (of: 'j' | 'f') => scores.reduce((sum, score) => sum + score[of], 0) / scores.length;
  const [j, f] = [mean('j'), mean('f')];
  return { j, f, jAndF: (j + f) / 2, scored: scores.length };
}
