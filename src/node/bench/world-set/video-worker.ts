import { parentPort, workerData } from 'node:worker_threads';
import { toError } from '../../../core/base/index.ts';
import type { WorldSetSettings, WorldVideo } from './contract.ts';
import { makeVideo } from './make-video.ts';

/** What a thread works for. */
export interface WorkerOrder {
  readonly dir: string;
  readonly settings: WorldSetSettings;
}
/** One video to make. */
export interface VideoOrder {
  readonly video: WorldVideo;
  readonly index: number;
}
/** What became of it. */
export type VideoReply =
  | { readonly index: number; readonly questions: number }
  | { readonly index: number; readonly error: string };

// A thread that makes videos, one for each message.
const { dir, settings }: WorkerOrder = workerData;
const port = parentPort!;
port.on('message', async ({ video, index }: VideoOrder) => {
  const reply: VideoReply = await makeVideo(dir, settings, video, index).then(
    (questions) => ({ index, questions }),
    (thrown: unknown) => ({ index, error: toError(thrown).message }),
  );
  port.postMessage(reply);
});
