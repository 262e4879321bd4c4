import type { Box } from '../../base/geometry.ts';
import { cosine } from '../likeness.ts';
import type { Node } from '../scene-graph.ts';

/** Key frames kept of one track. */
export const mostKeyFrames = 6;

/** How far two views of a thing differ to be news, each counting as 1. */
const news = {
  /** Cosine of appearance below 1. */
  look: 0.15,
  /** Ratio of areas, and of the sides' proportions. */
  area: 1.6,
  pose: 1.35,
  /** Distance of the centres, share of the diagonal. */
  place: 0.2,
};

/** A view of a thing that differs from the others kept. */
export interface KeyFrame {
  readonly index: number;
  /** Seconds. */
  readonly time: number;
  /** px */
  readonly box: Box;
  readonly area: number;
  /** Appearance vector; null where no specialist gave one. */
  readonly vector: Float32Array | null;
}

/**
 * The views of one track that tell most: one is kept when its appearance, pose or place differs from all kept ones.
 * Of seven, the newer of the two most alike goes; the first view always stays.
 */
export class KeyFrames {
  readonly #diagonal: number;
  readonly #kept: KeyFrame[] = [];

  /** @param diagonal of the picture, px */
  constructor(diagonal: number) {
    this.#diagonal = diagonal;
  }

  get list(): readonly KeyFrame[] {
    return this.#kept;
  }

  /** Looks at a view; only of what is seen well. */
  see({ attr }: Node, index: number, time: number): void {
    const { box, area, visible } = attr.spa;
    if (visible < 0.6) return;
    const view: KeyFrame = { index, time, box, area, vector: attr.vis.vector };
    if (this.#kept.some((one) => this.#novelty(one, view) < 1)) return;
    this.#kept.push(view);
    if (this.#kept.length > mostKeyFrames) this.#dropMostAlike();
  }

  #dropMostAlike(): void {
    let alike = { at: this.#kept.length - 1, novelty: Number.POSITIVE_INFINITY };
    for (let b = 1; b < this.#kept.length; b++) {
      for (let a = 0; a < b; a++) {
        const novelty = this.#novelty(this.#kept[a]!, this.#kept[b]!);
        if (novelty < alike.novelty) alike = { at: b, novelty };
      }
    }
    this.#kept.splice(alike.at, 1);
  }

  /** 1 and more is news. */
  #novelty(a: KeyFrame, b: KeyFrame): number {
    const look = (1 - (cosine(a.vector, b.vector) ?? 1)) / news.look;
    const area = ratio(a.area, b.area) / Math.log(news.area);
    const pose = ratio(a.box[2] / a.box[3], b.box[2] / b.box[3]) / Math.log(news.pose);
    const dx = a.box[0] + a.box[2] / 2 - b.box[0] - b.box[2] / 2;
    const dy = a.box[1] + a.box[3] / 2 - b.box[1] - b.box[3] / 2;
    return Math.max(look, area, pose, Math.hypot(dx, dy) / (news.place * this.#diagonal));
  }
}

const ratio = (a: number, b: number): number => (a > 0 && b > 0 ? Math.abs(Math.log(a / b)) : 0);
