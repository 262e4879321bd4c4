// Several questions about one stream: the scene is looked at once for all of them.
import { createSegmenter } from 'twinseg';

const queries = ['the red ball', 'the second box from the left', 'what is moving'];
const segmenter = await createSegmenter();
const run = segmenter.video('world:tabletop:7', queries);

const frames = queries.map(() => 0);
for await (const { answers } of run) {
  for (const [q, { objects }] of answers.entries()) frames[q] += objects.length > 0 ? 1 : 0;
}
for (const [q, query] of queries.entries()) console.log(`"${query}": answered in ${frames[q]} frames`);
console.log(run.summary().usage.specialistCalls);
await segmenter.close();
