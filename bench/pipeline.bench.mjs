// The whole chain on rendered scenes: frames a second, the share of each stage, and memory over a long stream.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openWorld } from '../dist/core/bench/index.js';
import { createSegmenter } from '../dist/node/index.js';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc');

const questions = [
  ['tabletop', 'the blue mug'],
  ['shelf', 'the second bottle from the left'],
  ['crossing', 'the ball that is moving'],
];

/** Frames of a scene, drawn beforehand and given there and back for as long as asked: drawing is not what is measured. */
function loopedSource(scene, { count, width = 640, height = 360, drawn = 100 }) {
  const world = openWorld(scene, 7, { width, height, frames: drawn });
  const frames = [...world.frames()];
  return {
    info: { ...world.info, frames: count },
    dropped: 0,
    async *[Symbol.asyncIterator]() {
      for (let i = 0; i < count; i++) {
        const round = i % (2 * drawn - 2);
        const frame = frames[round < drawn ? round : 2 * drawn - 2 - round];
        yield new frame.constructor({ width, height, index: i, time: i / 25, data: frame.data.slice() });
      }
    },
    close: async () => {},
  };
}

async function speed(report, scene, query) {
  const segmenter = await createSegmenter();
  const warm = segmenter.video(loopedSource(scene, { count: 12 }), query);
  for await (const _ of warm);
  const run = segmenter.video(loopedSource(scene, { count: 100 }), query);
  let ms = 0;
  let worst = 0;
  let objects = 0;
  let frames = 0;
  for await (const { trace } of run) {
    ms += trace.ms;
    worst = Math.max(worst, trace.ms);
    objects = Math.max(objects, trace.tracks);
    frames++;
  }
  report.note(`${scene}, "${query}", 640x360, up to ${objects} objects`);
  report.row('  frames a second', (frames * 1000) / ms, 'fps', { name: 'video rate', value: 25 });
  report.row('  slowest frame', worst, 'ms', { name: 'mean frame', value: ms / frames });
  for (const [id, total] of Object.entries(run.summary().nodeMs)) {
    report.row(`    ${id} (${((100 * total) / ms).toFixed(0)} %)`, total / frames, 'ms', {
      name: 'whole frame',
      value: ms / frames,
    });
  }
  await segmenter.close();
}

async function memory(report, count) {
  const segmenter = await createSegmenter();
  const run = segmenter.video(loopedSource('crossing', { count, width: 160, height: 90 }), 'the ball that is moving');
  const marks = [];
  for await (const { index } of run) {
    if ((index + 1) % (count / 10) !== 0) continue;
    collectGarbage();
    const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
    marks.push({ frame: index + 1, mb: (heapUsed + arrayBuffers) / 2 ** 20, rss: rss / 2 ** 20 });
  }
  report.note(`memory over ${count} frames (heap and buffers after garbage collection; resident)`);
  for (const { frame, mb, rss } of marks)
    report.note(`    frame ${String(frame).padStart(6)}   ${mb.toFixed(1)} MB   resident ${rss.toFixed(0)} MB`);
  const [early, late] = [marks[1], marks.at(-1)];
  report.row('  last tenth', late.mb, 'MB', { name: 'second tenth', value: early.mb });
  await segmenter.close();
}

export default {
  name: 'pipeline',
  title: 'the whole chain with the built-in specialists',
  async run(report) {
    for (const [scene, query] of questions) await speed(report, scene, query);
    await memory(report, Number(process.env.TWINSEG_BENCH_FRAMES ?? 20_000));
  },
};
