import { InputError } from '../../core/base/index.ts';
import type { FrameSource } from '../../core/media/index.ts';

/** Opens what stands behind `scheme:` in a source name; `rest` is the text after the colon. */
export type SchemeOpener = (rest: string, options: OpenSourceOptions, signal?: AbortSignal) => Promise<FrameSource>;

/** How a source is opened. */
export interface OpenSourceOptions {
  /** First frame to deliver, 0-based, as numbered in the source. @default 0 */
  start?: number;
  /** First frame not to deliver any more. @default the end */
  end?: number;
  /** Deliver every n-th frame from `start` on. @default 1 */
  every?: number;
  /** Most pixels a picture may have. @default 50 million for a picture, 7680 * 4320 for a video */
  maxPixels?: number;
  /** Frames a second of what has no times of its own: a folder, raw or MJPEG standard input. @default 25 */
  fps?: number;
  /** Width and height of raw RGB frames on standard input. */
  rawSize?: readonly [width: number, height: number];
  /** Further schemes, such as `world`. They go before the built-in ones. */
  schemes?: Readonly<Record<string, SchemeOpener>>;
  /** Bytes behind the source `-`. @default process.stdin */
  stdin?: AsyncIterable<Uint8Array>;
  /** How long a stream or camera may stay silent, in milliseconds. @default 10000 */
  timeoutMs?: number;
}

export const defaultImagePixels = 50_000_000;
export const defaultVideoPixels = 7680 * 4320;
export const defaultFps = 25;

/** Which frames of a source are delivered; `end` is infinite where open. */
export interface FrameRange {
  readonly start: number;
  readonly end: number;
  readonly every: number;
}

/** @throws InputError where an option is not a number of the right kind */
export function checkSourceOptions(options: OpenSourceOptions): void {
  requireWhole('start', options.start, 0);
  requireWhole('end', options.end, 0);
  requireWhole('every', options.every, 1);
  requireWhole('maxPixels', options.maxPixels, 1);
  for (const side of options.rawSize ?? []) requireWhole('rawSize', side, 1);
  const { fps } = options;
  if (fps !== undefined && !(fps > 0 && fps <= 100_000)) {
    throw new InputError(`fps: expected a number above 0, got ${fps}`, { remedy: 'Give frames a second, such as 25.' });
  }
}

function requireWhole(name: string, value: number | undefined, low: number): void {
  if (value === undefined || (Number.isSafeInteger(value) && value >= low)) return;
  throw new InputError(`${name}: expected a whole number of at least ${low}, got ${value}`, {
    remedy: `Leave ${name} out or give a whole number.`,
  });
}

export function frameRange({ start = 0, end = Number.POSITIVE_INFINITY, every = 1 }: OpenSourceOptions): FrameRange {
  return { start, end, every };
}

/** How many of `total` frames the range delivers. */
export function countInRange(total: number, { start, end, every }: FrameRange): number {
  return Math.max(0, Math.ceil((Math.min(total, end) - start) / every));
}
