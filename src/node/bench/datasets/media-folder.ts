import { join } from 'node:path';
import { expectedAnswers } from '../media-set/expected-answers.ts';
import { readMediaSet } from '../media-set/read-media-set.ts';
import { truthMask } from '../media-set/truth-frames.ts';
import type { DataSetReader, Sample } from './contract.ts';

/** Any folder of pictures and videos with questions: `media.json` (docs/bench.md has its form). */
export const mediaFolder: DataSetReader = {
  name: 'folder',
  summary: 'a folder of media with media.json: items, ground truth as palette PNGs, queries',
  splits: ['all'],
  async read(root) {
    const { items } = await readMediaSet(root);
    const samples = items.flatMap((item) =>
      item.queries.map((query, i): Sample => {
        const expected = expectedAnswers(item, query);
        return {
          id: `${item.id}/${i}`,
          query: query.text,
          media: { type: item.type, path: join(root, item.file) },
          ...(query.kind[0] === undefined ? {} : { kind: query.kind[0] }),
          ...(query.level === undefined ? {} : { level: query.level }),
          tags: { kinds: query.kind.join(' ') },
          truth:
            expected.size === 0
              ? null
              : {
                  frames: [...expected.keys()],
                  read: async (frame) => ({ mask: await truthMask(root, item, frame, expected.get(frame) ?? []) }),
                },
        };
      }),
    );
    return { name: 'folder', samples, problems: [] };
  },
};
