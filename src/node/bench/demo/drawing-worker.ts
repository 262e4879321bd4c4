import { parentPort, workerData } from 'node:worker_threads';
import { openWorld } from '../../../core/bench/world/index.ts';
import type { DrawingOrder, DrawnFrame } from './drawn-ahead.ts';

// A thread that draws one scene: a frame for each message it gets.
const { scene, seed, frames }: DrawingOrder = workerData;
const world = openWorld(scene, seed, { frames });
const port = parentPort!;
let next = 0;
port.on('message', () => {
  if (next === frames) return port.close();
  const { index, time, data } = world.frame(next++);
  const drawn: DrawnFrame = { index, time, data };
  port.postMessage(drawn, [data.buffer as ArrayBuffer]);
});
