import type { Plan } from '../../plan/index.ts';

/** What reasoning a question needs: the columns of the published benchmark. */
export type QuestionKind = 'semantic' | 'spatial' | 'temporal';
/** By the number of hops: 1, 2, 3 and more. */
export type QuestionLevel = 1 | 2 | 3;

/**
 * One step of a chain of reasoning. Every step is a hop but `name`, which only finds the things that are called so.
 * - `look`: colour, texture or their absence
 * - `function`: what a thing is for, from which follows what it is called
 * - `part`: from a whole to its part, or back
 * - `compare`: sizes, colours of two things
 * - `order`: a rank, the nearest, the first, the last
 * - `relation`: where a thing is, what it touches, who holds it
 * - `event`: what happened
 * - `time`: before, after, at the start, never
 */
export interface GoldStep {
  readonly op: 'name' | 'look' | 'function' | 'part' | 'compare' | 'order' | 'relation' | 'event' | 'time';
  /** For people and for training: `take the largest of them`. */
  readonly text: string;
}

/** What a question needs of perception. */
export interface QuestionNeeds {
  readonly appearance?: boolean;
  readonly depth?: boolean;
  readonly pixelRelations?: boolean;
}

/** A question as a form makes it: not yet known to have one answer. */
export interface Draft {
  /** Which form made it, such as `spatial/second-from-side`. */
  readonly form: string;
  readonly text: string;
  readonly kind: QuestionKind;
  readonly steps: readonly GoldStep[];
  /** The body of `select(twin, state)`. */
  readonly body: string;
  /** Noun phrases that name what the question is about, the answer's first. */
  readonly names: readonly string[];
  readonly needs: QuestionNeeds;
  /** More than one thing may be the answer. */
  readonly several?: boolean;
  /** Nothing may be the answer, in any frame. */
  readonly absent: boolean;
  /** Where the answer rests on an order: the class that is ranked, by which measure, and how far apart neighbours must be. */
  readonly ranked?: Ranking;
}

/** How a form ranks things; frames in which neighbours are too close for anybody to tell are not scored. */
export interface Ranking {
  /** Conditions of the things that are ranked, as program text. */
  readonly conditions: string;
  readonly by: 'x' | 'area' | 'depth' | 'distance';
  /** For `distance`: conditions of the one thing from which it is measured. */
  readonly from?: string;
}

/** From this frame on these things are meant. */
export interface AnswerSpan {
  readonly from: number;
  readonly ids: readonly number[];
}

/** A question whose answer is proven, with everything that leads to it. */
export interface GoldQuestion {
  readonly form: string;
  readonly text: string;
  readonly kind: QuestionKind;
  readonly level: QuestionLevel;
  readonly steps: readonly GoldStep[];
  readonly program: string;
  readonly plan: Plan;
  /** Rising; the first begins at frame 0. */
  readonly answers: readonly AnswerSpan[];
  /** Frames in which neighbours of a ranking are too close to tell. */
  readonly unclear: readonly number[];
  /** Nothing fits, in no frame. */
  readonly absent: boolean;
  /** Different things are meant at different times. */
  readonly shifts: boolean;
  /** The thing is meant by what it is for or what happened to it, and not called by its name. */
  readonly implicit: boolean;
}

/** Hops of a chain: its steps without those that only name; one at least. */
export const hopsOf = (steps: readonly GoldStep[]): number =>
  Math.max(1, steps.filter(({ op }) => op !== 'name').length);

/** 1, 2, 3 and more hops. */
export const levelOf = (steps: readonly GoldStep[]): QuestionLevel => Math.min(3, hopsOf(steps)) as QuestionLevel;
