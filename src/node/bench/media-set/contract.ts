/** A folder of pictures and videos with questions and ground truth: what `media.json` says. Unknown fields are let be. */
export interface MediaSet {
  readonly items: readonly MediaItem[];
}

export interface MediaItem {
  readonly id: string;
  readonly type: 'image' | 'video';
  /** Relative to the folder. */
  readonly file: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** 1 for a picture. */
  readonly frames: number;
  /** Ids that answers and ground truth use. */
  readonly objects: readonly { readonly id: number; readonly name: string }[];
  /** Absent where the item has no masks. */
  readonly gt?: MediaTruth;
  readonly queries: readonly MediaQuery[];
}

/** Palette PNGs whose pixel values are object ids: one `file`, or `dir`/00000.png ... */
export interface MediaTruth {
  readonly file?: string;
  readonly dir?: string;
  /** Frames with a PNG; `all`: each one, with every object looked for. */
  readonly frames: 'all' | readonly AnnotatedFrame[];
}

export interface AnnotatedFrame {
  /** 0-based, in decode order. */
  readonly frame: number;
  /** Ids that were looked for; the others are unknown in this frame. */
  readonly annotated: readonly number[];
}

export interface MediaQuery {
  readonly text: string;
  /** Such as `attribute`, `spatial`, `absent`. */
  readonly kind: readonly string[];
  /** Steps of reasoning, 1 to 3, where it is said. */
  readonly level?: number;
  /** Ids whose union is right; [] = nothing fits; null = unknown, or `answerByFrame`. */
  readonly answer: readonly number[] | null;
  readonly answerByFrame?: ReadonlyMap<number, readonly number[]>;
  /** Frames in which it has that answer. @default every annotated frame */
  readonly evalFrames?: readonly number[];
}
