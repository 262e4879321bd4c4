// The thread that hosts one program. Bundled into worker.generated.ts and started from that text.
import { parentPort, workerData } from 'node:worker_threads';
import { ProgramHost } from './program-host.ts';
import { ThreadTime } from './thread-time.ts';
import type { WorkerReply, WorkerRequest, WorkerStart } from './worker-messages.ts';

const start = workerData as WorkerStart;
const port = parentPort!;

ProgramHost.start(start).then((host) => {
  const reply = (message: WorkerReply): void => port.postMessage(message);
  port.postMessage({ thread: ThreadTime.ownId() });
  reply(host.load(start.source));
  port.on('message', (request: WorkerRequest) => reply('frame' in request ? host.take(request.frame) : host.memory()));
});
