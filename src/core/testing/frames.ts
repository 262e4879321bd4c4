import type { FrameSource, SourceInfo } from '../media/contract.ts';
import { Frame } from '../media/frame.ts';

/** A frame of one colour, for tests. */
export function plainFrame(
  index: number,
  options: { width?: number; height?: number; fps?: number; rgb?: readonly [number, number, number] } = {},
): Frame {
  const { width = 64, height = 48, fps = 25, rgb = [128, 128, 128] } = options;
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i += 3) data.set(rgb, i);
  return new Frame({ width, height, index, time: index / fps, data });
}

/** A source that makes its frames when they are asked for, and remembers what was asked. */
export class RecordedSource implements FrameSource {
  readonly info: SourceInfo;
  readonly dropped = 0;
  /** Indexes of the frames asked for, in order. */
  readonly asked: number[] = [];
  closed = false;
  readonly #make: (index: number) => Frame;
  readonly #count: number;

  constructor(count: number, make: (index: number) => Frame = plainFrame, info: Partial<SourceInfo> = {}) {
    this.#make = make;
    this.#count = count;
    this.info = { path: 'recorded', kind: 'video', width: 64, height: 48, fps: 25, frames: count, ...info };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Frame, void, undefined> {
    for (let index = 0; index < this.#count; index++) {
      this.asked.push(index);
      yield this.#make(index);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}
