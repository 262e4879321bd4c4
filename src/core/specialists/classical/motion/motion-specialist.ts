import type { Specialist } from '../../contract.ts';
import { MotionSession } from './motion-session.ts';

/** How regions and the camera move between consecutive frames, from gray values alone. */
export function motionSpecialist(): Specialist {
  return {
    id: 'motion',
    summary: 'Follows regions and the camera from frame to frame by their gray values.',
    provides: ['motion'],
    needs: [],
    cost: { msPerFrame: 3, msPerRegion: 0.3 },
    cannot: [
      'follow more than about 35 px a frame (at 640x360) against the camera',
      'see movement in the first frame',
      'place a plain region whose edges lie outside its mask',
      'tell parallax of near things from their own movement',
    ],
    load: async () => {},
    open: () => new MotionSession(),
    dispose: async () => {},
  };
}
