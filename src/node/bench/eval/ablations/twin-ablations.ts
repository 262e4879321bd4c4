import { twinDefaults } from '../../../../core/twin/index.ts';
import type { Ablation } from './contract.ts';

/** More graphs than any stream has frames here. */
const unbounded = 1_000_000;

/** What the twin does and remembers. Those that set one thing come last: they overrule those that set several. */
export const twinAblations: readonly Ablation[] = [
  {
    name: 'frozen-twin',
    summary: 'twin update off: the answer of the first frame is kept for all others',
    changes: () => ({ mostFrames: 1 }),
  },
  {
    name: 'no-smoothing',
    summary: 'temporal integration off: no smoothing, no blending of soft masks, window 1, no delay of answers',
    changes: () => ({
      stream: { hysteresisSeconds: 0, twin: { smoothing: 1, depthSmoothing: 1, softAlpha: null, window: 1 } },
    }),
  },
  {
    name: 'no-memory',
    summary: 'nothing is found again, and nothing is kept of tracks that are gone',
    changes: () => ({ stream: { twin: { refindSeconds: 0, maxSummaries: 0 } } }),
  },
  {
    name: 'window',
    summary: `full scene graphs kept (${twinDefaults.window} otherwise)`,
    values: {
      ...{ name: 'N', from: 1, to: unbounded, whole: true, infinite: 'unbounded' },
      sweep: [1, 3, 6, 12, Number.POSITIVE_INFINITY],
    },
    changes: (value) => ({ stream: { twin: { window: Math.min(value, unbounded) } } }),
  },
  {
    name: 'lambda',
    summary: `weight of mask overlap against looks in tracking (${twinDefaults.lambda} otherwise)`,
    values: { name: 'X', from: 0, to: 1, sweep: [0, 0.25, 0.75, 1] },
    changes: (lambda) => ({ stream: { twin: { lambda } } }),
  },
  {
    name: 'alpha',
    summary: 'weight of the newest mask in smoothing; hard masks are blurred by 1 px, or it would change nothing',
    values: { name: 'X', from: 0.01, to: 1, sweep: [0.4, 0.6, 0.8, 1] },
    changes: (softAlpha) => ({ stream: { twin: { softAlpha, softBlur: 1 } } }),
  },
];
