import { z } from 'zod';
import type { SizeHw } from '../../../core/base/geometry.ts';
import { InputError, toError } from '../../../core/base/index.ts';
import { unionAll } from '../../../core/masks/index.ts';
import { readWholeFile } from '../../media/index.ts';
import { imagesSchema, type Segmentation, segmentationParts, segmentationSchema } from './coco-run-lengths.ts';
import type { DataSetReader, FrameTruth, Sample } from './contract.ts';
import { DataFolder } from './data-folder.ts';
import { readPickle } from './pickle.ts';

const instancesSchema = z.object({
  images: imagesSchema,
  annotations: z.array(z.object({ id: z.number(), image_id: z.number(), segmentation: segmentationSchema })),
});
const refsSchema = z.array(
  z.object({
    ref_id: z.number(),
    ann_id: z.number(),
    image_id: z.number(),
    split: z.string(),
    sentences: z.array(z.object({ sent_id: z.number(), sent: z.string() })),
  }),
);
type Ref = z.infer<typeof refsSchema>[number];

/** RefCOCO and RefCOCO+ by UNC, RefCOCOg by UMD or Google (Kazemzadeh et al. 2014, Mao et al. 2016); a sample is one sentence. */
export const refCoco = refReader('refcoco', ['val', 'testA', 'testB', 'train'], ['unc']);
export const refCocoPlus = refReader('refcoco+', ['val', 'testA', 'testB', 'train'], ['unc']);
export const refCocoG = refReader('refcocog', ['val', 'test', 'train'], ['umd', 'google']);

function refReader(name: string, splits: string[], authors: string[]): DataSetReader {
  return {
    name,
    summary: `${name}: ${name}/instances.json, ${name}/refs(${authors.join('|')}).p or .json, images/mscoco/images/train2014`,
    splits,
    async read(root, options = {}) {
      const folder = DataFolder.open(root, options);
      const { split = splits[0]! } = options;
      const instances = await folder.index(`${name}/instances.json`, instancesSchema);
      const images = new Map(instances.images.map((image) => [image.id, image]));
      const annotations = new Map(instances.annotations.map((annotation) => [annotation.id, annotation]));
      const samples: Sample[] = [];
      for (const ref of await readRefs(folder, name, authors)) {
        if (!isOfSplit(ref.split, split)) continue;
        const [image, annotation] = [images.get(ref.image_id), annotations.get(ref.ann_id)];
        if (image === undefined || annotation === undefined) {
          folder.note(`${name}/instances.json`, `ref ${ref.ref_id} names an image or annotation that is not there`);
          continue;
        }
        const path = folder.media(`images/mscoco/images/train2014/${image.file_name}`);
        if (path === null) continue;
        const size = [image.height, image.width] as const;
        samples.push(...sentencesOf(ref, path, async () => refTruth(annotation.segmentation, size)));
      }
      return { name, samples, problems: folder.problems };
    },
  };
}

function sentencesOf(ref: Ref, path: string, read: () => Promise<FrameTruth>): Sample[] {
  return ref.sentences.map(({ sent, sent_id }) => ({
    id: `${ref.ref_id}/${sent_id}`,
    query: sent.trim().toLowerCase(),
    media: { type: 'image', path },
    tags: { ref_id: ref.ref_id, image_id: ref.image_id },
    truth: { frames: [0], read },
  }));
}

/** `testA` are all refs whose split has an "A" in it, `test` all that have "test"; the others by their name. */
function isOfSplit(of: string, wanted: string): boolean {
  if (wanted === 'testA' || wanted === 'testB') return of.includes(wanted.slice(-1));
  return wanted === 'test' ? of.includes('test') : of === wanted;
}

async function readRefs(folder: DataFolder, name: string, authors: readonly string[]): Promise<Ref[]> {
  for (const author of authors) {
    for (const ending of ['p', 'json']) {
      const path = `${name}/refs(${author}).${ending}`;
      if (!folder.has(path)) continue;
      if (ending === 'json') return folder.index(path, refsSchema);
      return parseRefs(path, await readWholeFile(folder.inside(path)!));
    }
  }
  throw new InputError(`${folder.root}: ${name}/refs(${authors[0]}).p is missing`, {
    remedy: 'Give the folder that holds the data set (docs/bench.md has the layouts).',
  });
}

function parseRefs(path: string, bytes: Uint8Array): Ref[] {
  try {
    return refsSchema.parse(readPickle(bytes));
  } catch (thrown) {
    throw new InputError(`${path}: ${toError(thrown).message}`, {
      cause: thrown,
      remedy: 'Fetch the file again, or convert it to JSON with the same structure.',
    });
  }
}

/** Polygons apart and together; the reference counts pixels of more than one polygon in its own way. */
function refTruth(segmentation: Segmentation, size: SizeHw): FrameTruth {
  const parts = segmentationParts(segmentation, size);
  return { mask: unionAll(parts, size), parts };
}
