import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { TwinsegError } from '../../../core/base/index.ts';
import type { WorldSetSettings, WorldVideo } from './contract.ts';
import type { VideoOrder, VideoReply, WorkerOrder } from './video-worker.ts';

/** Makes videos on `jobs` threads, each when a thread is free. @throws TwinsegError when one cannot be made */
export async function makeOnThreads(
  dir: string,
  settings: WorldSetSettings,
  videos: readonly { readonly video: WorldVideo; readonly index: number }[],
  options: { readonly jobs: number; readonly done: () => void; readonly signal?: AbortSignal },
): Promise<void> {
  const open = [...videos];
  const workerData: WorkerOrder = { dir, settings };
  const workers = Array.from(
    { length: Math.min(options.jobs, open.length) },
    () => new Worker(new URL('./video-worker.js', import.meta.url), { workerData }),
  );
  try {
    await Promise.all(workers.map((worker) => work(worker, open, options)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function work(
  worker: Worker,
  open: { readonly video: WorldVideo; readonly index: number }[],
  { done, signal }: { readonly done: () => void; readonly signal?: AbortSignal },
): Promise<void> {
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    signal?.throwIfAborted();
    const order: VideoOrder = next;
    worker.postMessage(order);
    const [reply] = (await once(worker, 'message', signal === undefined ? {} : { signal })) as [VideoReply];
    if ('error' in reply) throw new TwinsegError('internal', `${next.video.name} could not be made: ${reply.error}`);
    done();
  }
}
