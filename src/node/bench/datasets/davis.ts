import { toError } from '../../../core/base/index.ts';
import { voidLabel } from '../../../core/bench/index.ts';
import { maskFromLabels } from '../../../core/masks/index.ts';
import { readWholeFile } from '../../media/index.ts';
import type { DataSetReader, Sample } from './contract.ts';
import { DataFolder } from './data-folder.ts';
import { claimedMask, readLabelFrame } from './label-picture.ts';

/**
 * DAVIS 2016 and 2017 (Perazzi et al., Pont-Tuset et al.): one sample an object. They have no questions: `query` is empty
 * unless the folder's `queries.json` (`{ "SEQUENCE/OBJECT": "text" }`) gives one.
 */
export const davis2017 = davisReader('davis2017', '2017');
export const davis2016 = davisReader('davis2016', '2016');

function davisReader(name: string, year: string): DataSetReader {
  return {
    name,
    summary: `DAVIS ${year}: JPEGImages/480p/SEQ, Annotations/480p/SEQ, ImageSets/${year}/SPLIT.txt`,
    splits: ['val', 'train'],
    async read(root, options = {}) {
      const folder = DataFolder.open(root, options);
      const { split = 'val' } = options;
      const samples: Sample[] = [];
      for (const sequence of await sequencesOf(folder, `ImageSets/${year}/${split}.txt`))
        samples.push(...(await samplesOf(folder, sequence, year === '2016')));
      return { name, samples, problems: folder.problems };
    },
  };
}

async function sequencesOf(folder: DataFolder, path: string): Promise<string[]> {
  const file = folder.file(path);
  if (file === null) return [];
  const words = (await readWholeFile(file))
    .toString('utf8')
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...new Set(words.map((word) => /480p\/([^/]+)\//.exec(word)?.[1] ?? word))].filter(
    (word) => !word.includes('.'),
  );
}

async function samplesOf(folder: DataFolder, sequence: string, asOne: boolean): Promise<Sample[]> {
  const [frames, truth] = [`JPEGImages/480p/${sequence}`, `Annotations/480p/${sequence}`];
  const names = (await folder.names(frames)).filter((name) => name.endsWith('.jpg')).map((name) => name.slice(0, -4));
  const paths = names.map((name) => folder.inside(`${frames}/${name}.jpg`)!);
  const objects = names.length === 0 ? [] : await objectsOf(folder, `${truth}/${names[0]}.png`, asOne);
  return objects.map((object) => ({
    id: `${sequence}/${object}`,
    query: '',
    media: { type: 'frames', names, paths, fps: 24 },
    tags: { object },
    truth: {
      frames: names.map((_, i) => i).filter((i) => folder.has(`${truth}/${names[i]}.png`)),
      read: async (i) => frameTruth(folder.inside(`${truth}/${names[i]}.png`)!, object, asOne),
    },
  }));
}

/** The objects of a sequence's first annotation, the void one left out; none (and a problem) where it cannot be read. */
async function objectsOf(folder: DataFolder, path: string, asOne: boolean): Promise<number[]> {
  const file = folder.file(path);
  if (file === null) return [];
  try {
    const { labels } = await readLabelFrame(file);
    if (asOne) return [1];
    const greatest = labels.reduce((most, label) => (label === voidLabel ? most : Math.max(most, label)), 0);
    return Array.from({ length: greatest }, (_, i) => i + 1);
  } catch (thrown) {
    folder.note(path, toError(thrown).message);
    return [];
  }
}

/** DAVIS 2016 has one thing, drawn as 255; in 2017 that value is nobody's. */
async function frameTruth(path: string, object: number, asOne: boolean) {
  if (asOne) return { mask: await claimedMask(path) };
  const { labels, size } = await readLabelFrame(path);
  return { mask: maskFromLabels(labels, size, object), ignored: maskFromLabels(labels, size, voidLabel) };
}
