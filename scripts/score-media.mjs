// npm run score -- DIR [--kinds a,b] [--ids a,b] [--json FILE] [--out DIR]
// Asks every query of DIR/media.json and scores the masks against its ground truth. See docs/bench.md.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  isOfKinds,
  namelessKinds,
  readMediaSet,
  scoreQuery,
  scoreTable,
  summarize,
} from '../dist/node/bench/media-set/index.js';
import { createSegmenter, overlayImageSink } from '../dist/node/index.js';
import { readFlags } from './flags.mjs';

const { values, positionals } = readFlags(import.meta.url, {
  allowPositionals: true,
  options: {
    kinds: { type: 'string' },
    ids: { type: 'string' },
    json: { type: 'string' },
    out: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
});

const dir = positionals[0];
if (dir === undefined) {
  console.error('usage: npm run score -- DIR [--kinds a,b] [--ids a,b] [--json FILE] [--out DIR]');
  process.exit(2);
}
if (!existsSync(join(dir, 'media.json'))) {
  console.log(`${dir} holds no media.json: nothing to score`);
  process.exit(0);
}

try {
  await score(dir);
} catch (error) {
  console.error(error.message);
  process.exit(error.code === 'bad-input' ? 2 : 1);
}

async function score(folder) {
  const kinds = values.kinds?.split(',') ?? namelessKinds;
  const ids = values.ids?.split(',');
  const set = await readMediaSet(folder);
  const segmenter = await createSegmenter();
  const scores = [];
  for (const item of set.items.filter(({ id }) => ids === undefined || ids.includes(id))) {
    for (const query of item.queries.filter(
      (q) => values.kinds === undefined || q.kind.every((k) => kinds.includes(k)),
    )) {
      const answerer = values.out === undefined ? segmenter : drawing(segmenter, item, query);
      const result = await scoreQuery(answerer, folder, item, query, { score: isOfKinds(query, kinds) });
      scores.push(result);
      if (!values.quiet) console.error(`${result.j?.toFixed(3) ?? '  -  '}  ${item.id}: ${query.text}`);
    }
  }
  await segmenter.close();
  const summary = summarize(scores, kinds);
  console.log(scoreTable(scores, summary, kinds));
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify({ summary, scores }, null, 1)}\n`);
}

/** The same segmenter; every tenth answered frame is also written as an overlay. */
function drawing(segmenter, item, query) {
  const name = `${item.id} ${query.text}`.replace(/[^a-z0-9]+/gi, '-').slice(0, 80);
  const draw = async ({ frame, objects, index }) => {
    if (index % 10 !== 0) return;
    await mkdir(values.out, { recursive: true });
    const sink = overlayImageSink(join(values.out, `${name}-${String(index).padStart(5, '0')}.jpg`), {
      legend: query.text,
    });
    await sink.write(frame, objects);
    await sink.close();
  };
  return {
    image: async (path, text) => {
      const answer = await segmenter.image(path, text);
      await draw(answer);
      return answer;
    },
    video: (path, text) => {
      const run = segmenter.video(path, text);
      return {
        ready: () => run.ready(),
        async *[Symbol.asyncIterator]() {
          for await (const answer of run) {
            await draw(answer);
            yield answer;
          }
        },
      };
    },
  };
}
