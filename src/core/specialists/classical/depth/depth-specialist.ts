import type { Specialist } from '../../contract.ts';
import { DepthCueSession } from './depth-session.ts';

/** Nearer or farther, from three cues: where a thing meets the ground, how its size changes, and what bites into what. */
export function depthCueSpecialist(): Specialist {
  return {
    id: 'depth-cue',
    summary: 'Orders regions from near to far by contact height, change of size and overlap; ordinal only.',
    provides: ['depth'],
    needs: ['masks'],
    cost: { msPerFrame: 0, msPerRegion: 0.03 },
    cannot: [
      'give metres or compare distances',
      'order things that hang, fly or stand on different levels',
      'order things seen straight from above',
      'see the depth of walls, floors and sky',
    ],
    load: async () => {},
    open: () => new DepthCueSession(),
    dispose: async () => {},
  };
}
