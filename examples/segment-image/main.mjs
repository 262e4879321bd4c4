// Ask a picture: masks, and why each object was kept.
import { createSegmenter, encodeRle } from 'twinseg';

const [source = 'world:tabletop:7', query = 'the blue mug'] = process.argv.slice(2);
const segmenter = await createSegmenter();
const answer = await segmenter.image(source, query);

console.log(`understood: ${answer.plans[0].paraphrase}`);
for (const warning of answer.warnings) console.log(`note: ${warning}`);
for (const { id, score, bbox, mask } of answer.objects) {
  console.log(
    `#${id}  score ${score.toFixed(2)}  box ${bbox}  ${mask.area} px  rle ${encodeRle(mask).slice(0, 40)}...`,
  );
}
for (const { op, text, kept, dropped } of answer.answers[0].explanation) {
  console.log(
    `${op}(${text}): kept ${kept.map(({ id, because }) => `#${id} (${because})`).join(', ') || 'none'}; dropped ${dropped.length}`,
  );
}
answer.frame.close();
await segmenter.close();
