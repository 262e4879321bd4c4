// Ask a stream: the answer for a frame is there before the next frame is read.
import { createSegmenter } from 'twinseg';

const [source = 'world:crossing:7', query = 'the ball that is moving'] = process.argv.slice(2);
const segmenter = await createSegmenter();
const run = segmenter.video(source, query);

for await (const { index, time, objects, answers, trace } of run) {
  if (!answers[0].changed) continue;
  const ids = objects.map(({ id }) => `#${id}`).join(' ') || 'nothing';
  console.log(`frame ${index} (${time.toFixed(2)} s): ${ids}, ${trace.ms.toFixed(1)} ms`);
}
console.log(run.summary().usage);
await segmenter.close();
