// Several questions about one stream, one of them asked while it runs: the scene is looked at once for all of them.
import { createSegmenter } from 'twinseg';

const segmenter = await createSegmenter();
const run = segmenter.video('world:tabletop:7', ['the red ball', 'the leftmost thing']);

for await (const { index, answers } of run) {
  if (index === 20) await run.addQuery('the blue mug'); // answered from frame 21 on
  if (index === 40) run.removeQuery(0); // the red ball is not asked from frame 41 on
  for (const { query, change } of answers) {
    if (change === undefined) continue;
    const news = [
      ...change.added.map(({ id, because }) => `+#${id} (${because})`),
      ...change.removed.map(({ id }) => `-#${id}`),
    ];
    console.log(`frame ${change.frame}: "${query}" ${news.join(', ')}`);
  }
  if (index === 60) break;
}
for (const { query, frames, first, last, cost } of run.summary().queries) {
  console.log(`"${query}": ${frames} frames (${first}-${last}), its share of the calls:`, cost.calls);
}
await segmenter.close();
