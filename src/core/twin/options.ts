import { InputError } from '../base/errors.ts';
import type { EventName } from './program-frame.ts';

/** Settings of a twin. Lengths in px unless said otherwise, times in seconds, D = diagonal of the picture. */
export interface TwinOptions {
  /** Full scene graphs kept. @default 6 */
  window: number;
  /** Weight of mask IoU against likeness of appearance in the tracking score. @default 0.5 */
  lambda: number;
  /** Least tracking score that makes a match. @default 0.4 */
  gate: number;
  /** Least IoU that makes a match where one side has no appearance. @default 0.2 */
  gateIou: number;
  /** Least cosine of appearance for finding a track again that was away. @default 0.75 */
  refindCosine: number;
  /** Detections above this IoU are one. @default 0.85 */
  duplicateIou: number;
  /** Observations before a new track counts, on streams after the first frame. @default 2 */
  confirmations: number;
  /** A detection with this score counts at once. @default 0.9 */
  sureScore: number;
  /** How long a track that is neither seen nor covered stays in the picture. @default 0.5 */
  missSeconds: number;
  /**
   * How long a track that went behind something unseen is taken to be there still; what is in something stays as long as
   * that. Things that came out unnoticed would stay for ever else. @default 600
   */
  hiddenSeconds: number;
  /** How long a track that is not in the picture can be found again; 0: it is forgotten at once. @default 30 */
  refindSeconds: number;
  /** Least confidence of a measured shift. @default 0.3 */
  motionConfidence: number;
  /** Weight of a new observation in concept scores, labels, looks. @default 0.3 */
  smoothing: number;
  /** The same in depth. @default 0.5 */
  depthSmoothing: number;
  /** Span over which velocity is fitted. @default 0.4 */
  velocitySeconds: number;
  /** Weight of the newest soft mask in temporal smoothing, or null to take masks as they are. @default 0.8 */
  softAlpha: number | null;
  /**
   * Radius in px by which hard masks are blurred to be smoothed as well; 0 smooths only detections that come with
   * probabilities (on hard masks the formula changes nothing, and a blur costs thin parts). @default 0
   */
  softBlur: number;
  /** Share of D per second at which `moving` switches on and off. */
  movingOn: number;
  movingOff: number;
  /** Whether the relations that need pixels are computed in each frame; events need them. @default true */
  contacts: boolean;
  /** Events to compute: all, none, or these. @default false */
  events: boolean | readonly EventName[];
  /** Tracks alive at once; the best detections get them. @default 128 */
  maxTracks: number;
  /** Tracks kept for finding again. @default 64 */
  maxAway: number;
  /** Summaries of forgotten tracks; 0: totals only. @default 512 */
  maxSummaries: number;
  /** Events kept. @default 512 */
  maxEvents: number;
}

/** The default of every setting. */
export const twinDefaults: Readonly<TwinOptions> = {
  window: 6,
  lambda: 0.5,
  gate: 0.4,
  gateIou: 0.2,
  refindCosine: 0.75,
  duplicateIou: 0.85,
  confirmations: 2,
  sureScore: 0.9,
  missSeconds: 0.5,
  hiddenSeconds: 600,
  refindSeconds: 30,
  motionConfidence: 0.3,
  smoothing: 0.3,
  depthSmoothing: 0.5,
  velocitySeconds: 0.4,
  softAlpha: 0.8,
  softBlur: 0,
  movingOn: 0.02,
  movingOff: 0.01,
  contacts: true,
  events: false,
  maxTracks: 128,
  maxAway: 64,
  maxSummaries: 512,
  maxEvents: 512,
};

const shares = ['lambda', 'gate', 'gateIou', 'refindCosine', 'duplicateIou', 'smoothing', 'depthSmoothing'] as const;
const counts = ['window', 'confirmations', 'maxTracks', 'maxAway', 'maxEvents'] as const;

/** @throws InputError for a share outside 0..1, a count below 1 or a time below 0 */
export function twinOptions(given: Partial<TwinOptions> = {}): TwinOptions {
  const options = { ...twinDefaults, ...given };
  for (const name of shares) requireRange(name, options[name], 0, 1);
  for (const name of counts) requireRange(name, options[name], 1, 1e6);
  requireRange('maxSummaries', options.maxSummaries, 0, 1e6);
  requireRange('hiddenSeconds', options.hiddenSeconds, 0, Number.POSITIVE_INFINITY);
  requireRange('refindSeconds', options.refindSeconds, 0, Number.POSITIVE_INFINITY);
  if (options.softAlpha !== null) requireRange('softAlpha', options.softAlpha, 0, 1);
  return options;
}

function requireRange(name: string, value: number, low: number, high: number): void {
  if (value >= low && value <= high) return;
  throw new InputError(`twin option ${name} must lie between ${low} and ${high}, got ${value}`);
}
