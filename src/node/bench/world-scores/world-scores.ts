import {
  AnswerScore,
  type AnswerScores,
  findQuery,
  openWorld,
  parseWorldPath,
} from '../../../core/bench/world/index.ts';
import type { FrameAnswer } from '../../../core/pipelines/answer.ts';
import type { RunHead } from '../../../core/pipelines/video-run.ts';

/** Scores a run over `world:SCENE:SEED` while it goes; questions that the world has no truth for get none. */
export class WorldScores {
  readonly #scores: readonly (AnswerScore | undefined)[];
  readonly #queries: readonly string[];

  /** null for sources that are no world. */
  static of({ source, plans }: RunHead): WorldScores | null {
    if (source.kind !== 'world') return null;
    const { scene, seed } = parseWorldPath(source.path);
    const { width, height, fps } = source;
    const world = openWorld(scene, seed, { width, height, picture: false, ...(fps === null ? {} : { fps }) });
    const scores = plans.map(({ query }) => {
      const known = findQuery(world, query);
      return known === undefined ? undefined : new AnswerScore(world, known);
    });
    return new WorldScores(
      plans.map(({ query }) => query),
      scores,
    );
  }

  private constructor(queries: readonly string[], scores: readonly (AnswerScore | undefined)[]) {
    this.#queries = queries;
    this.#scores = scores;
  }

  add({ index, answers }: FrameAnswer): void {
    for (const { id, objects } of answers) {
      this.#scores[id]?.add(
        index,
        objects.map(({ mask }) => mask),
      );
    }
  }

  /** By number of the query; only those with which the run began. */
  scores(): readonly (AnswerScores | undefined)[] {
    return this.#scores.map((score) => score?.scores());
  }

  /** Lines for people. */
  report(): string[] {
    return this.scores().flatMap((scores, query) => {
      const text = `"${this.#queries[query]}"`;
      if (scores === undefined)
        return this.#scores[query] ? [] : [`${text}: not among the world's questions, no score`];
      const { j, f, scored } = scores;
      return [`${text}: J ${j.toFixed(3)}, F ${f.toFixed(3)} over ${scored} frames, against exact truth`];
    });
  }
}
