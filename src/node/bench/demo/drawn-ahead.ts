import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { openWorld } from '../../../core/bench/world/index.ts';
import { Frame } from '../../../core/media/frame.ts';
import type { FrameSource } from '../../../core/media/index.ts';

/** What a drawing thread is to draw. */
export interface DrawingOrder {
  readonly scene: string;
  readonly seed: number;
  /** The first so many frames. */
  readonly frames: number;
}

export interface DrawnFrame {
  readonly index: number;
  readonly time: number;
  readonly data: Uint8Array;
}

/** Frames that are drawn while an earlier one is looked at. */
const ahead = 4;

/** A scene that is drawn by a thread of its own, a few frames ahead: the same bytes as `worldSource`. */
export function drawnAhead(order: DrawingOrder): FrameSource {
  const { info } = openWorld(order.scene, order.seed, { frames: order.frames, picture: false });
  const worker = new Worker(new URL('./drawing-worker.js', import.meta.url), { workerData: order });
  const ready: DrawnFrame[] = [];
  worker.on('message', (drawn: DrawnFrame) => ready.push(drawn));
  const close = async () => {
    await worker.terminate();
  };
  return {
    info,
    dropped: 0,
    async *[Symbol.asyncIterator]() {
      for (let i = 0; i < ahead; i++) worker.postMessage('draw');
      for (let index = 0; index < order.frames; index++) {
        while (ready.length === 0) await once(worker, 'message');
        worker.postMessage('draw');
        yield new Frame({ width: info.width, height: info.height, ...ready.shift()! });
      }
    },
    close,
  };
}
