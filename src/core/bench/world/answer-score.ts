import { unionAll } from '../../masks/index.ts';
import type { Mask } from '../../masks/mask.ts';
import { boundaryF, regionSimilarity } from '../metrics/index.ts';
import type { World, WorldQuery } from './contract.ts';

/** How well a question was answered, against exact truth: means over the scored frames, 0..1. */
export interface AnswerScores {
  /** Intersection over union of all answered masks together with all true ones together. */
  readonly j: number;
  /** Of their boundaries. */
  readonly f: number;
  readonly jAndF: number;
  /** Frames that were scored: those from which on the question can be answered by who sees frame after frame. */
  readonly scored: number;
}

/** The world's own question with this text; letter case and a full stop or question mark do not matter. */
export function findQuery({ queries }: World, text: string): WorldQuery | undefined {
  const plain = (words: string) =>
    words
      .trim()
      .replace(/[.?!]+$/, '')
      .toLowerCase();
  return queries.find((query) => plain(query.text) === plain(text));
}

/** Scores the answers to one of a world's questions frame by frame. */
export class AnswerScore {
  readonly #world: World;
  readonly #query: WorldQuery;
  #j = 0;
  #f = 0;
  #scored = 0;

  constructor(world: World, query: WorldQuery) {
    this.#world = world;
    this.#query = query;
  }

  /** @param masks what was answered for this frame */
  add(index: number, masks: readonly Mask[]): void {
    if (index < this.#query.from) return;
    const { width, height } = this.#world.info;
    const meant = this.#query.answer(index);
    const { objects } = this.#world.truth(index);
    const together = (all: readonly Mask[]) => unionAll(all, [height, width]);
    const truth = together(objects.filter(({ id }) => meant.includes(id)).map(({ mask }) => mask));
    const answered = together(masks);
    this.#j += regionSimilarity(truth, answered);
    this.#f += boundaryF(truth, answered);
    this.#scored++;
  }

  /** undefined when no frame was scored. */
  scores(): AnswerScores | undefined {
    if (this.#scored === 0) return undefined;
    const [j, f] = [this.#j / this.#scored, this.#f / this.#scored];
    return { j, f, jAndF: (j + f) / 2, scored: this.#scored };
  }
}
