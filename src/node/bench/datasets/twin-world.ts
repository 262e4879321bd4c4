import { InputError, toError } from '../../../core/base/index.ts';
import { emptyMask } from '../../../core/masks/index.ts';
import { readWholeFile } from '../../media/index.ts';
import {
  frameNames,
  goldFileSchema,
  type MaskFile,
  maskFileSchema,
  type WorldSetSettings,
  type WorldVideo,
  worldSetSchema,
} from '../world-set/contract.ts';
import { decodeMask } from './coco-run-lengths.ts';
import type { DataSetReader, Sample, SampleMedia, SampleTruth } from './contract.ts';
import { DataFolder } from './data-folder.ts';

/** What `twinseg world generate` writes: scripted scenes, whose truth is known exactly. */
export const twinWorld: DataSetReader = {
  name: 'twinworld',
  summary: 'TwinWorld: world.json, gold/VIDEO.json, masks/VIDEO.json, JPEGImages/VIDEO; see twinseg world generate',
  splits: ['all'],
  async read(root, options = {}) {
    const folder = DataFolder.open(root, options);
    const { settings, videos } = await folder.index('world.json', worldSetSchema);
    const samples: Sample[] = [];
    for (const video of videos) samples.push(...(await samplesOf(folder, settings, video)));
    return { name: 'twinworld', samples, problems: folder.problems };
  },
};

async function samplesOf(folder: DataFolder, settings: WorldSetSettings, video: WorldVideo): Promise<Sample[]> {
  const gold = await folder.json(`gold/${video.name}.json`, goldFileSchema);
  const path = folder.file(`masks/${video.name}.json`);
  if (gold === null || path === null) return [];
  const media = mediaOf(folder, settings, video);
  const masks = new MaskShard(path);
  return gold.questions.map(({ text, kind, level, form, steps, absent, shifts, implicit, unclear }, i) => ({
    id: `${video.name}/${i}`,
    query: text,
    media,
    kind,
    level,
    tags: { form, absent, shifts, implicit, parts: steps.some(({ op }) => op === 'part') },
    truth: truthOf(masks, i, settings, video, new Set(unclear)),
  }));
}

function mediaOf(
  folder: DataFolder,
  { width, height, fps, pictures }: WorldSetSettings,
  video: WorldVideo,
): SampleMedia {
  const { name, scene, seed, frames } = video;
  const paths = frameNames(frames).map((frame) => `JPEGImages/${name}/${frame}.jpg`);
  const drawn = pictures && paths.every((path) => folder.has(path));
  const files = drawn ? paths.flatMap((path) => folder.inside(path) ?? []) : null;
  return { type: 'world', scene, seed, width, height, fps, frames, paths: files };
}

function truthOf(
  masks: MaskShard,
  question: number,
  { width, height }: WorldSetSettings,
  { frames }: WorldVideo,
  unclear: ReadonlySet<number>,
): SampleTruth {
  return {
    frames: Array.from({ length: frames }, (_, i) => i).filter((i) => !unclear.has(i)),
    read: async (frame) => {
      const written = (await masks.read()).masks[question]?.[frame];
      return { mask: written ? decodeMask(written) : emptyMask([height, width]) };
    },
  };
}

/** The masks of one video, read when the first is asked for and let go of when those of another one are. */
class MaskShard {
  static #latest: { readonly shard: MaskShard; readonly file: Promise<MaskFile> } | null = null;
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** @throws InputError when the file is broken */
  read(): Promise<MaskFile> {
    if (MaskShard.#latest?.shard !== this) MaskShard.#latest = { shard: this, file: this.#parse() };
    return MaskShard.#latest.file;
  }

  async #parse(): Promise<MaskFile> {
    try {
      return maskFileSchema.parse(JSON.parse((await readWholeFile(this.#path)).toString('utf8')));
    } catch (thrown) {
      throw new InputError(`${this.#path} is broken: ${toError(thrown).message}`, {
        remedy: 'Delete it and run twinseg world generate again: it makes what is missing.',
      });
    }
  }
}
