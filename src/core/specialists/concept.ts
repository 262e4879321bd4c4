import type { Color, Shape, Texture } from './contract.ts';

/**
 * A noun phrase of the query in checkable form: what a detector is asked for by name, and what a specialist that
 * cannot name things can still check of it.
 */
export interface Concept {
  /** Unique within the plan: `c1`, `c2` ... */
  readonly id: string;
  /** As a detector would be asked: `blue mug`. */
  readonly phrase: string;
  readonly role: 'target' | 'reference';
  /** Head noun, singular, lower case (`mug`); absent for "thing", "one", "what". */
  readonly noun?: string;
  /** Other words for the noun, for detectors. */
  readonly synonyms: readonly string[];
  /** Coarse sort of the noun, a prior on size and shape for specialists that cannot name. */
  readonly sort: ConceptSort;
  /** How many are meant: one, several, or a stated number. */
  readonly count: 'one' | 'many' | number;
  readonly colors: readonly Color[];
  /** Colours that it must not have. */
  readonly notColors: readonly Color[];
  /** The colour is that of something worn or carried ("the person in the red jacket"), not of the whole. */
  readonly colorOfPart: boolean;
  readonly shapes: readonly Shape[];
  readonly textures: readonly Texture[];
  /** Position words: which part of the picture. */
  readonly zone?: 'left' | 'right' | 'top' | 'bottom' | 'middle';
  /** Superlative or ordinal along a measure: "leftmost" = { by: 'x', direction: 'up', rank: 1 }; "second from the right" = { by: 'x', direction: 'down', rank: 2 }; "the middle one" has rank 'middle'. */
  readonly order?: {
    readonly by: 'x' | 'y' | 'area' | 'height' | 'width' | 'length' | 'depth' | 'speed' | 'brightness';
    readonly direction: 'up' | 'down';
    readonly rank: number | 'middle';
  };
  /** Several alike things are implied ("the leftmost bottle", "the bottles", "the middle of the three"). */
  readonly group: boolean;
  /** It moves, or stands still, at some time in the query. */
  readonly motion?: 'moving' | 'still';
}

/** What is known of a noun without seeing: from a small lexicon. */
export type ConceptSort =
  | 'person'
  | 'animal'
  | 'vehicle'
  | 'container'
  | 'clothing'
  | 'plant'
  | 'food'
  | 'surface'
  | 'stuff'
  | 'part'
  | 'thing';
