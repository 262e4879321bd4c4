import type { Box } from '../../base/geometry.ts';
import type { SourceInfo } from '../../media/contract.ts';
import type { Plan } from '../../plan/contract.ts';
import type { ExplanationRecord } from '../../reason/contract.ts';
import type { AnswerChange, RunSummary } from '../answer.ts';

/** Everything that one page shows. All texts may be hostile: the page escapes them. */
export interface ReportInput {
  /** Heading of the page, such as `twinseg demo`. */
  readonly title: string;
  /** One or two sentences under it. */
  readonly summary?: string;
  readonly runs: readonly ReportRun[];
  /** Colour of a track as `#rrggbb`. @default the overlay's colours */
  readonly trackColor?: (id: number) => string;
}

/** One question to one source, with its answer. */
export interface ReportRun {
  readonly source: SourceInfo;
  readonly plan: Plan;
  /** In order; every answered frame. */
  readonly frames: readonly ReportFrame[];
  readonly media?: ReportMedia;
  readonly summary: RunSummary;
  /** Measured against ground truth, 0..1. */
  readonly scores?: { readonly j: number; readonly f: number; readonly frames: number };
  /** Measured over the run, frames a second. */
  readonly fps?: number;
}

/** The overlay. `src` is a `data:` URL or a path relative to the page; nothing is loaded from the network. */
export interface ReportMedia {
  readonly kind: 'video' | 'image';
  readonly src: string;
}

/** What a page keeps of a frame's answer. */
export interface ReportFrame {
  readonly index: number;
  /** Seconds. */
  readonly time: number;
  /** Wall time of the frame, ms. */
  readonly ms: number;
  readonly keyFrame: boolean;
  readonly objects: readonly {
    readonly id: number;
    readonly label?: string;
    readonly score: number;
    readonly bbox: Box;
  }[];
  readonly explanation: readonly ExplanationRecord[];
  /** Which ids came into the answer and went out of it in this frame. */
  readonly change?: AnswerChange;
}
