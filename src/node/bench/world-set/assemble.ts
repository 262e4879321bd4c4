import { createWriteStream } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { frameNames, goldFileSchema, maskFileSchema, type WorldSetSettings, type WorldVideo } from './contract.ts';

/**
 * The two files of the JiT-style layout (docs/bench.md) out of those of the videos, read one after the other so that
 * memory does not grow with the set: `meta_expressions.json` and `mask_dict.json`. @returns the number of questions
 */
export async function assemble(
  dir: string,
  settings: WorldSetSettings,
  videos: readonly WorldVideo[],
): Promise<number> {
  let count = 0;
  await writeStream(join(dir, 'meta_expressions.json'), metaOf(dir, settings, videos));
  await writeStream(
    join(dir, 'mask_dict.json'),
    maskDictOf(dir, videos, () => count++),
  );
  return count;
}

async function* metaOf(dir: string, { width, height, fps }: WorldSetSettings, videos: readonly WorldVideo[]) {
  yield '{"videos":{';
  let at = 0;
  for (const [i, { name, frames }] of videos.entries()) {
    const { questions } = goldFileSchema.parse(await readJson(join(dir, 'gold', `${name}.json`)));
    const expressions = Object.fromEntries(
      questions.map(({ text, answers, absent, kind, level }, k) => {
        const ids = [...new Set(answers.flatMap((span) => span.ids))].sort((a, b) => a - b);
        const exp = { exp: text, obj_id: ids, anno_id: [String(at + k)], type_id: absent ? 2 : 1 };
        return [String(k), { ...exp, category: kind, level }];
      }),
    );
    at += questions.length;
    const video = { width, height, fps, frames: frameNames(frames), expressions };
    yield `${i === 0 ? '' : ','}\n${JSON.stringify(name)}:${JSON.stringify(video)}`;
  }
  yield '\n}}\n';
}

async function* maskDictOf(dir: string, videos: readonly WorldVideo[], next: () => number) {
  yield '{';
  for (const { name } of videos) {
    const { masks } = maskFileSchema.parse(await readJson(join(dir, 'masks', `${name}.json`)));
    for (const list of masks) {
      const id = next();
      yield `${id === 0 ? '' : ','}\n"${id}":${JSON.stringify(list)}`;
    }
  }
  yield '\n}\n';
}

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

async function writeStream(path: string, text: AsyncIterable<string>): Promise<void> {
  const part = `${path}.part`;
  await pipeline(Readable.from(text), createWriteStream(part));
  await rename(part, path);
}
