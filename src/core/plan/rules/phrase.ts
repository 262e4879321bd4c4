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
  /** "otherwise the mug": where there is none of these. */
  otherwise?: Phrase;
  /** The same words read as a part of a whole ("the top of the table"): meant first where things can be named. */
  asPart?: PartReading;
  /** Something that another thing has ("with the gray stand"): a thing or a part. */
  piece?: boolean;
  /** The members of that moment, whatever became of them. */
  at?: Moment;
  /** "the box and the ball": each of the alternatives is meant. */
  each?: boolean;
  /** "the printer but not the desk". */
  butNot?: Phrase;
  /** The thing that the clause around it describes: "it" of "the ball that stopped after it hit the box". */
  self?: boolean;
  /** Words that name what nobody can check. */
  unknown: string[];
}

/** How a phrase reads if it names a part of a whole. */
export interface PartReading {
  readonly noun: string;
  readonly whole: Phrase;
  /** What is said of the part, when the whole was read. */
  readonly conditions: readonly Cond[];
  readonly picks: readonly Pick[];
  /** What the phrase itself held then: anything else was said later, and of the part as well. */
  readonly known: readonly (Cond | Pick)[];
}

/** A condition on a thing, in the words of the program API. */
export type Cond =
  | { is: 'color'; colors: readonly Color[]; word: string; sure: boolean; shade?: string | undefined }
  | { is: 'shape'; shapes: readonly Shape[]; word: string }
  | { is: 'texture'; texture: Texture; word: string }
  | { is: 'state'; state: string; word: string }
  /** Serves for something: one of these names, by what is known of words. */
  | { is: 'purpose'; verb: string; names: readonly string[]; word: string }
  /** Words that nothing explains: only somebody who sees such a state could confirm them. */
  | { is: 'unseen'; said: string }
  | { is: 'zone'; zones: readonly Zone[]; corner: boolean; word: string }
  | { is: 'motion'; code: string; word: string; said: string }
  /** `code` needs nothing but masks and tracks. */
  | { is: 'plain'; code: string; word: string; said: string }
  | { is: 'relation'; name: RelationName; to: Reference; word: string }
  /** All relations to one and the same thing. */
  | { is: 'with-one'; names: readonly RelationName[]; to: Reference; word: string }
  | { is: 'between'; a: Phrase; b: Phrase }
  | { is: 'compare'; op: Comparison; measure: Measured; than: Than; factor?: number | undefined; word: string }
  | ({ is: 'event' } & Happening)
  /** The thing had another part than `who` in an event: "what the man put down" is its `who`, the man its `by`. */
  | { is: 'role'; role: EventRole; event: Happening; rank?: number | undefined }
  | { is: 'wears'; garment?: string | undefined; colors: readonly Color[]; word: string }
  | { is: 'count'; op: 'exactly' | 'atLeast'; n: number }
  /** True of the scene: such things are there. */
  | { is: 'exists'; phrase: Phrase }
  /** Is one of these: "is a car", "was the leftmost at the start". */
  | { is: 'among'; phrase: Phrase }
  | { is: 'group'; by: 'near' | 'color' | 'label'; op: Comparison; n: number; word: string; said: string }
  | { is: 'not'; of: Cond }
  | { is: 'ever'; of: Cond; span?: Span | undefined }
  | { is: 'always'; of: Cond; span?: Span | undefined }
  | { is: 'held'; of: Cond; seconds: number }
  | { is: 'at'; moment: Moment; of: Cond }
  | { is: 'all' | 'any'; of: readonly Cond[] };

export type Comparison = 'more' | 'less' | 'about';
export type EventRole = 'who' | 'other' | 'by';

/** Something that happens to a thing (`who`), with others: an event of the twin, or an edge of a condition. */
export interface Happening {
  /** Names of events; any of them will do. Empty where `edge` is given. */
  readonly types: readonly string[];
  readonly edge?: { readonly way: 'begins' | 'ends'; readonly of: Cond } | undefined;
  readonly who?: Reference | undefined;
  readonly other?: Reference | undefined;
  readonly by?: Reference | undefined;
  readonly span?: Span | undefined;
  readonly word: string;
  readonly said: string;
}

/** A point in time. */
export type Moment =
  | { readonly is: 'start' }
  | { readonly is: 'first-seen' }
  | { readonly is: 'ago' | 'second'; readonly seconds: number }
  | { readonly is: 'happening'; readonly event: Happening; readonly rank: number };

/** A stretch of time. */
export interface Span {
  readonly after?: Moment | undefined;
  readonly before?: Moment | undefined;
  /** Seconds. */
  readonly within?: number | undefined;
  readonly while?: Cond | undefined;
}

/** A number that a thing has. */
export type Measured =
  | { readonly is: 'now'; readonly by: MeasureName }
  | { readonly is: 'then'; readonly by: MeasureName; readonly moment: Moment }
  | { readonly is: 'change'; readonly by: MeasureName; readonly since?: Moment | undefined }
  | { readonly is: 'duration'; readonly of: Cond; readonly span?: Span | undefined }
  | { readonly is: 'times'; readonly event: Happening }
  | { readonly is: 'travelled'; readonly span?: Span | undefined }
  | { readonly is: 'distance'; readonly to: Phrase };

/** What a measure is compared with: others, others of its kind (`kind`), a number, or another measure. */
export type Than =
  | { readonly is: 'those'; readonly to: Reference }
  | { readonly is: 'kind'; readonly every?: boolean | undefined }
  | { readonly is: 'number'; readonly n: number }
  | { readonly is: 'measure'; readonly measure: Measured };

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
  | { is: 'distance'; to: Phrase; far: boolean; word: string; rank?: number | undefined }
  | { is: 'measure'; measure: Measured; direction: Order; rank: number; word: string }
  /** By order of time; the thing had the `role` in it. */
  | { is: 'event'; event: Happening; role: EventRole; rank: number; take?: number | undefined; word: string }
  | { is: 'group'; by: 'near' | 'color' | 'label'; most: 'count' | MeasureName; direction: Order; word: string };

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
