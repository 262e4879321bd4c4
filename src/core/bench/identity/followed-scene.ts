import type { Frame } from '../../media/frame.ts';
import type { MotionObservation } from '../../specialists/contract.ts';
import type { TruthObject } from '../world/contract.ts';

/** What is needed of a true thing. */
export type FollowedThing = Pick<TruthObject, 'id' | 'noun' | 'colors' | 'mask' | 'amodal' | 'visible' | 'partOf'>;

/** What is needed of a scene to see whether its identities are kept; every `World` is one. */
export interface FollowedScene {
  readonly info: { readonly width: number; readonly height: number; readonly frames: number | null };
  readonly seed: number;
  frame(index: number): Frame;
  truth(index: number): {
    readonly index: number;
    readonly time: number;
    readonly objects: readonly FollowedThing[];
    /** Movement of the background since the frame before; at rest where it is absent. */
    readonly camera?: MotionObservation['camera'];
  };
}
