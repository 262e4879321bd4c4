import type { Frame } from '../../media/frame.ts';
import type { FrameTruth } from '../world/contract.ts';

/** What is needed of a scene to see whether its identities are kept; every `World` is one. */
export interface FollowedScene {
  readonly info: { readonly width: number; readonly height: number; readonly frames: number | null };
  readonly seed: number;
  frame(index: number): Frame;
  truth(index: number): Pick<FrameTruth, 'index' | 'time' | 'objects'>;
}
