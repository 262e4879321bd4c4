import { isDropped, type PictureChange } from '../../../../core/bench/disturb/index.ts';
import { Frame, type FrameSource } from '../../../../core/media/index.ts';
import { PixelPool } from '../../../media/pixel-pool.ts';
import type { CombinedChanges } from './combine.ts';

/** Which stream is altered. */
export interface AlteredStream {
  /** `seedOfGroup` */
  readonly seed: number;
  /** No frame after this one is needed; counted among those that exist. */
  readonly last: number;
}

/**
 * The source as it is seen: frames that do not exist, are missing or are not to be looked at left out, pictures
 * changed. Frames are numbered among those that exist, so missing ones leave gaps; times stay.
 */
export function alteredSource(source: FrameSource, changes: CombinedChanges, stream: AlteredStream): FrameSource {
  const { every = 1 } = changes;
  const { info } = source;
  return {
    info: {
      ...info,
      fps: info.fps === null ? null : info.fps / every,
      frames: info.frames === null ? null : Math.ceil(info.frames / every),
    },
    get dropped() {
      return source.dropped;
    },
    [Symbol.asyncIterator]: () => alteredFrames(source, changes, stream),
    close: () => source.close(),
  };
}

async function* alteredFrames(
  source: FrameSource,
  { every = 1, dropped = 0, mostFrames = Number.POSITIVE_INFINITY, pictures }: CombinedChanges,
  { seed, last }: AlteredStream,
): AsyncGenerator<Frame, void, undefined> {
  const { width, height } = source.info;
  const alter = pictures.map((change) => change({ width, height, seed }));
  const pool = new PixelPool(width, height, 2);
  let given = 0;
  for await (const frame of source) {
    const index = frame.index / every;
    if (!Number.isInteger(index) || isDropped(dropped, seed, index)) frame.close();
    else {
      yield alter.length === 0 ? numbered(frame, index) : altered(frame, index, alter, pool);
      given++;
    }
    if (index >= last || given >= mostFrames) return;
  }
}

/** The same pixels under another number. */
function numbered(frame: Frame, index: number): Frame {
  const { width, height, time, data } = frame;
  if (index === frame.index) return frame;
  return new Frame({ width, height, index, time, data, release: () => frame.close() });
}

/** A copy: a source may draw its next picture over this one. */
function altered(frame: Frame, index: number, alter: readonly PictureChange[], pool: PixelPool): Frame {
  const data = pool.take();
  data.set(frame.data);
  const { time } = frame;
  frame.close();
  for (const change of alter) change(data, { index, time });
  return pool.frame(data, index, time);
}
