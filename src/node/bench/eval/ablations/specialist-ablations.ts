import type { Ablation } from './contract.ts';
import { runEverything } from './run-everything.ts';

/** What specialists run, and when. */
export const specialistAblations: readonly Ablation[] = [
  {
    name: 'all-specialists',
    summary: 'model selection off: every specialist runs in every frame, whatever the plan says',
    changes: () => ({ plan: runEverything }),
  },
  {
    name: 'key-frames',
    summary: 'a key frame at least every N frames',
    values: { name: 'N', from: 1, to: 1000, whole: true, sweep: [1, 2, 6, 12] },
    changes: (keyFrameInterval) => ({ stream: { keyFrameInterval } }),
  },
];
