import { emptyMask, maskFromLabels } from '../../../core/masks/index.ts';
import type { DataSetReader, SampleTruth } from './contract.ts';
import { DataFolder } from './data-folder.ts';
import { expressionsSchema, samplesOfVideos } from './expressions.ts';
import { readLabelFrame } from './label-picture.ts';

/** Ref-YouTube-VOS (Seo et al. 2020): one object an expression; the truth of `valid` only the server has. */
export const refYoutubeVos: DataSetReader = {
  name: 'ref-youtube-vos',
  summary: 'Ref-YouTube-VOS: meta_expressions/SPLIT/meta_expressions.json, SPLIT/JPEGImages, train/Annotations',
  splits: ['valid', 'train'],
  async read(root, options = {}) {
    const folder = DataFolder.open(root, options);
    const { split = 'valid' } = options;
    const { videos } = await folder.index(`meta_expressions/${split}/meta_expressions.json`, expressionsSchema);
    const hidden = split === 'valid' ? await testVideos(folder) : new Set<string>();
    const open = Object.entries(videos).filter(([video]) => !hidden.has(video));
    const place = { frames: `${split}/JPEGImages`, fps: 6 };
    const samples = samplesOfVideos(folder, open, place, ({ video, info, expression }) => ({
      tags: {},
      truth:
        split === 'train'
          ? labelTruth(folder, `train/Annotations/${video}`, info.frames, Number(expression.obj_id))
          : null,
    }));
    return { name: 'ref-youtube-vos', samples, problems: folder.problems };
  },
};

/** The published valid file lists the test videos too. */
async function testVideos(folder: DataFolder): Promise<Set<string>> {
  const path = 'meta_expressions/test/meta_expressions.json';
  if (!folder.has(path)) return new Set();
  return new Set(Object.keys((await folder.json(path, expressionsSchema))?.videos ?? {}));
}

/** Truth from palette PNGs whose pixel values are object ids; a frame without one is not scored. */
export function labelTruth(folder: DataFolder, dir: string, frames: readonly string[], label: number): SampleTruth {
  const there = frames.map((_, i) => i).filter((i) => folder.has(`${dir}/${frames[i]}.png`));
  return {
    frames: there,
    read: async (i) => {
      const { labels, size } = await readLabelFrame(folder.inside(`${dir}/${frames[i]}.png`)!);
      return { mask: Number.isNaN(label) ? emptyMask(size) : maskFromLabels(labels, size, label) };
    },
  };
}
