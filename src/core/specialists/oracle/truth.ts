import type { Point } from '../../base/geometry.ts';
import type { Mask } from '../../masks/mask.ts';
import type { Appearance, DepthMap, MotionObservation } from '../contract.ts';

/** One true object of a frame. */
export interface TrueObject {
  /** Stays with the object over the whole stream. */
  readonly id: number;
  /** What is visible of it. */
  readonly mask: Mask;
  /** Id of the whole that it is a part of. */
  readonly partOf?: number;
  readonly labels?: readonly string[];
  /** Metres from the camera. */
  readonly depth?: number;
  readonly appearance?: Appearance;
  /** A point that is fixed in it, px; where it is known, the oracle can tell motion. */
  readonly center?: Point;
  /** px/s with the camera's part taken out. @default the shift of `center` less the camera's part */
  readonly velocity?: Point;
}

/** What is wrong with what the oracle sees; nothing by default. */
export interface OracleNoise {
  /** Share of objects not seen in a frame, 0..1. @default 0 */
  readonly missed?: number;
  /** Share of objects seen as two halves in a frame, 0..1. @default 0 */
  readonly split?: number;
  /** Share of objects that flow together with a neighbour in a frame, where they have one, 0..1. @default 0 */
  readonly merged?: number;
  /** Standard deviation of how far the boundary is grown or shrunk, and the mask moved, px. @default 0 */
  readonly boundaryPx?: number;
  /** Share of objects that bear another object's label in a frame, 0..1. @default 0 */
  readonly wrongLabels?: number;
  /** Standard deviation of depth, share of its value. @default 0 */
  readonly depth?: number;
  /** Length of a random vector that is added to the appearance vector (of length 1). @default 0 */
  readonly appearance?: number;
  /** Standard deviation of each shift, px. @default 0 */
  readonly shiftPx?: number;
}

/** Where the truth comes from, and how it is disturbed. */
export interface OracleOptions {
  readonly truthAt: (frameIndex: number) => readonly TrueObject[];
  /** Movement of the background from the frame before to this one. @default none */
  readonly cameraAt?: (frameIndex: number) => MotionObservation['camera'];
  /** Depth of each pixel in metres; told with the masks. @default not known */
  readonly depthAt?: (frameIndex: number) => DepthMap;
  readonly noise?: OracleNoise;
  /** Same seed, same faults, whatever order the frames come in. @default the stream's seed */
  readonly seed?: number;
}
