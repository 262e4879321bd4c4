import type { Mask } from '../../masks/mask.ts';

/** One true object of a frame. */
export interface TrueObject {
  /** Stays with the object over the whole stream. */
  readonly id: number;
  /** What is visible of it. */
  readonly mask: Mask;
  readonly labels?: readonly string[];
  /** Metres from the camera. */
  readonly depth?: number;
}

/** What is wrong with what the oracle sees; nothing by default. */
export interface OracleNoise {
  /** Share of objects not seen in a frame, 0..1. @default 0 */
  readonly missed?: number;
  /** Standard deviation of how far the boundary is grown or shrunk, and the mask moved, px. @default 0 */
  readonly boundaryPx?: number;
  /** Share of objects that bear another object's label in a frame, 0..1. @default 0 */
  readonly wrongLabels?: number;
  /** Standard deviation of depth, share of its value. @default 0 */
  readonly depth?: number;
}

/** Where the truth comes from, and how it is disturbed. */
export interface OracleOptions {
  readonly truthAt: (frameIndex: number) => readonly TrueObject[];
  readonly noise?: OracleNoise;
  /** Same seed, same faults, whatever order the frames come in. @default the stream's seed */
  readonly seed?: number;
}
