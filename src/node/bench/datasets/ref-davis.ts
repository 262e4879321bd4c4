import type { DataSetReader } from './contract.ts';
import { DataFolder } from './data-folder.ts';
import { expressionsSchema, samplesOfVideos } from './expressions.ts';
import { labelTruth } from './ref-youtube-vos.ts';

/** Texts of one object: two annotators, each after the first frame and after the whole video. */
const textsPerObject = 4;

/**
 * Ref-DAVIS17 (Khoreva et al. 2018), converted as ReferFormer does: expression 4 (object - 1) + annotator. The tag
 * `annotator` 0..3 tells the four runs that the usual protocol averages.
 */
export const refDavis: DataSetReader = {
  name: 'ref-davis17',
  summary: 'Ref-DAVIS17: meta_expressions/SPLIT/meta_expressions.json, SPLIT/JPEGImages, SPLIT/Annotations',
  splits: ['valid', 'train'],
  async read(root, options = {}) {
    const folder = DataFolder.open(root, options);
    const { split = 'valid' } = options;
    const { videos } = await folder.index(`meta_expressions/${split}/meta_expressions.json`, expressionsSchema);
    const place = { frames: `${split}/JPEGImages`, fps: 24 };
    const samples = samplesOfVideos(folder, Object.entries(videos), place, ({ video, info, id, expression }) => {
      const object = Number(expression.obj_id ?? Math.floor(Number(id) / textsPerObject) + 1);
      return {
        tags: { annotator: Number(id) % textsPerObject, object },
        truth: labelTruth(folder, `${split}/Annotations/${video}`, info.frames, object),
      };
    });
    return { name: 'ref-davis17', samples, problems: folder.problems };
  },
};
