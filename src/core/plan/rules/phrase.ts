import type { Color, Shape, Texture } from '../../specialists/contract.ts';
import type { MeasureName, Order, Zone } from './vocabulary.ts';

/** What was understood of a noun phrase: which things, with what, picked how. Plain data. */
export interface Phrase {
  /** Words of the query that it covers, for detectors: `blue mug`. */
  words: string[];
  /** Singular, lower case; absent for "thing", "one", "what". */
  noun?: string;
  plural: boolean;
  /** "the ball", "this ball": one that is meant. */
  definite: boolean;
  /** "all", "every", "everything". */
  universal: boolean;
  /** "three red balls", "exactly two". */
  count?: number;
  conditions: Cond[];
  picks: Pick[];
  except: Phrase[];
  or: Phrase[];
  /** "of the mug": the wholes that it is a part of. */
  partOf?: Phrase;
  /** "the ones": members of what has been said before. */
  unknown: string[];
}

/** A condition on a thing, in the words of the program API. */
export type Cond =
  | { is: 'color'; colors: readonly Color[]; word: string; sure: boolean; shade?: string | undefined }
  | { is: 'shape'; shapes: readonly Shape[]; word: string }
  | { is: 'texture'; texture: Texture; word: string }
  | { is: 'zone'; zones: readonly Zone[]; corner: boolean; word: string }
  | { is: 'motion'; code: string; word: string; said: string }
  /** `code` needs nothing but masks and tracks. */
  | { is: 'plain'; code: string; word: string; said: string }
  | { is: 'relation'; name: RelationName; to: Reference; word: string }
  | { is: 'between'; a: Phrase; b: Phrase }
  | { is: 'compare'; op: 'more' | 'less' | 'about'; by: MeasureName; to: Reference | null; word: string }
  | {
      is: 'event';
      types: readonly string[];
      other?: Reference | undefined;
      by?: Reference | undefined;
      word: string;
      said: string;
    }
  | { is: 'wears'; garment?: string | undefined; colors: readonly Color[]; word: string }
  | { is: 'count'; op: 'exactly' | 'atLeast'; n: number }
  | { is: 'not'; of: Cond }
  | { is: 'ever'; of: Cond }
  | { is: 'always'; of: Cond }
  | { is: 'at-start'; of: Cond }
  | { is: 'all' | 'any'; of: readonly Cond[] };

export type RelationName =
  | 'leftOf'
  | 'rightOf'
  | 'above'
  | 'below'
  | 'behind'
  | 'inFrontOf'
  | 'nearTo'
  | 'touching'
  | 'on'
  | 'under'
  | 'inside'
  | 'contains'
  | 'holds'
  | 'heldBy'
  | 'hides'
  | 'hiddenBy'
  | 'partOf'
  | 'hasPart'
  | 'approaching'
  | 'recedingFrom'
  | 'sameColor'
  | 'sameShape'
  | 'sameLabel'
  | 'with';

/** What a relation refers to: some of them, all of them, so many, or "nobody" (none at all). */
export interface Reference {
  readonly phrase: Phrase;
  readonly every: boolean;
}

/** Chooses among those that meet the conditions; `open` says that a later word may still name the measure. */
export type Pick =
  | {
      is: 'order';
      by: MeasureName;
      direction: Order;
      rank: number | 'middle';
      take?: number | undefined;
      word: string;
      open?: 'measure' | 'near' | 'far' | undefined;
    }
  | { is: 'distance'; to: Phrase; far: boolean; word: string }
  | { is: 'event'; type: 'enters' | 'leaves' | 'stops' | 'starts'; rank: number; word: string }
  /** What somebody touched, in order of time. */
  | { is: 'touched'; by: Phrase; rank: number; word: string };

/** A phrase that says nothing yet: any thing. */
export function emptyPhrase(): Phrase {
  return {
    words: [],
    plural: false,
    definite: false,
    universal: false,
    conditions: [],
    picks: [],
    except: [],
    or: [],
    unknown: [],
  };
}
