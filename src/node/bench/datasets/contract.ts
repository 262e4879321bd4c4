import type { Mask } from '../../../core/masks/index.ts';

/** A public data set on disk, read: its samples, and everything that is missing or broken, all at once. */
export interface DataSet {
  /** As on the command line: `reasonseg`, `revos` ... */
  readonly name: string;
  readonly samples: readonly Sample[];
  readonly problems: readonly Problem[];
}

/** Something of a data set that cannot be used; the samples that need it are left out. */
export interface Problem {
  /** Relative to the data set's folder. */
  readonly path: string;
  readonly message: string;
}

/** What to do about problems, one sentence for all of them. */
export const problemRemedy = 'Fetch these files again or correct them; docs/bench.md has the layouts.';

/** One question about one picture or video. */
export interface Sample {
  /** Unique within the data set, such as `VIDEO/3`. */
  readonly id: string;
  readonly query: string;
  readonly media: SampleMedia;
  /** Category and number of reasoning steps, where the data set knows them. */
  readonly kind?: string;
  readonly level?: number;
  /** Facts that only its own protocol uses: `type_id`, `is_sentence` ... */
  readonly tags: Readonly<Record<string, string | number | boolean>>;
  /** Null where only a server knows it. */
  readonly truth: SampleTruth | null;
}

/** Absolute paths. */
export type SampleMedia =
  | { readonly type: 'image'; readonly path: string }
  /** Names without their endings are what the data set calls its frames. */
  | {
      readonly type: 'frames';
      readonly names: readonly string[];
      readonly paths: readonly string[];
      readonly fps: number;
    }
  | { readonly type: 'video'; readonly path: string }
  /** A scripted scene, and its pictures where they have been drawn. */
  | {
      readonly type: 'world';
      readonly scene: string;
      readonly seed: number;
      readonly width: number;
      readonly height: number;
      readonly fps: number;
      readonly frames: number;
      readonly paths: readonly string[] | null;
    };

/** What is right, read when it is asked for. */
export interface SampleTruth {
  /** Indices of the media's frames that have a truth; `[0]` for a picture. */
  readonly frames: readonly number[];
  /** @throws InputError or MediaError when the file of this frame is broken */
  read(frame: number): Promise<FrameTruth>;
}

/** The truth of one frame. */
export interface FrameTruth {
  /** The union of everything that is meant; empty when nothing is. */
  readonly mask: Mask;
  /** Pixels that count for nobody. */
  readonly ignored?: Mask;
  /** What the union was made of, where the data set gives it; parts may overlap. */
  readonly parts?: readonly Mask[];
  /** Pixels of everything that any query of the video means. */
  readonly foreground?: Mask;
}

/** How a data set is read. */
export interface ReadOptions {
  /** @default the reader's first split */
  readonly split?: string;
  /** Whether samples whose pictures are missing are left out; `false` where only the truth is read. @default true */
  readonly needMedia?: boolean;
}

/** One kind of data set. A new one is one file and one line in `readers.ts`. */
export interface DataSetReader {
  readonly name: string;
  /** One line for people: what it is and how its folder looks. */
  readonly summary: string;
  readonly splits: readonly string[];
  /** @throws MissingError when the folder or its main file is not there */
  read(root: string, options?: ReadOptions): Promise<DataSet>;
}
