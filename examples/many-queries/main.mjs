// Several questions about one stream: the scene is looked at once for all of them.
import { createSegmenter } from 'twinseg';

const queries = ['the red ball', 'the second box from the left', 'what is moving'];
const segmenter = await createSegmenter();
const run = segmenter.video('world:tabletop:7', queries);

const frames = queries.map(() => 0);
for await (const { answers } of run) answers.forEach(({ objects }, q) => (frames[q] += objects.length > 0));
queries.forEach((query, q) => console.log(`"${query}": answered in ${frames[q]} frames`));
console.log(run.summary().usage.specialistCalls);
await segmenter.close();
