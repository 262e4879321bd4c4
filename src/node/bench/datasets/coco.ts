import { z } from 'zod';
import type { SizeHw } from '../../../core/base/geometry.ts';
import { InputError } from '../../../core/base/index.ts';
import { type Mask, maskFromBitmap, unionAll } from '../../../core/masks/index.ts';
import { decodeImage } from '../../media/index.ts';
import { imagesSchema, segmentationParts, segmentationSchema } from './coco-run-lengths.ts';
import type { DataSetReader, Sample } from './contract.ts';
import { DataFolder } from './data-folder.ts';

const categories = z.array(z.object({ id: z.number(), name: z.string() }));
const instancesSchema = z.object({
  images: imagesSchema,
  categories,
  annotations: z.array(
    z.object({
      image_id: z.number(),
      category_id: z.number(),
      segmentation: segmentationSchema,
    }),
  ),
});
const panopticSchema = z.object({
  images: imagesSchema,
  categories,
  annotations: z.array(
    z.object({
      image_id: z.number(),
      file_name: z.string(),
      segments_info: z.array(z.object({ id: z.number(), category_id: z.number() })),
    }),
  ),
});

/** COCO instances (Lin et al. 2014): a sample is one category in one picture, asked by its name; all of it is meant. */
export const cocoInstances: DataSetReader = {
  name: 'coco',
  summary: 'COCO instances: annotations/instances_SPLIT.json, SPLIT/*.jpg',
  splits: ['val2017', 'train2017'],
  async read(root, options = {}) {
    const folder = DataFolder.open(root, options);
    const { split = 'val2017' } = options;
    const data = await folder.index(`annotations/instances_${split}.json`, instancesSchema);
    const groups = groupBy(data.annotations, ({ image_id, category_id }) => `${image_id}/${category_id}`);
    return collect('coco', folder, data, split, groups, (members, size) => async () => ({
      mask: unionAll(
        members.flatMap(({ segmentation }) => segmentationParts(segmentation, size)),
        size,
      ),
    }));
  },
};

/** COCO panoptic (Kirillov et al. 2019): the same with stuff, from PNGs whose colours number the segments. */
export const cocoPanoptic: DataSetReader = {
  name: 'coco-panoptic',
  summary: 'COCO panoptic: annotations/panoptic_SPLIT.json, annotations/panoptic_SPLIT/*.png, SPLIT/*.jpg',
  splits: ['val2017', 'train2017'],
  async read(root, options = {}) {
    const folder = DataFolder.open(root, options);
    const { split = 'val2017' } = options;
    const data = await folder.index(`annotations/panoptic_${split}.json`, panopticSchema);
    const segments = data.annotations.flatMap(({ image_id, file_name, segments_info }) =>
      segments_info.map(({ id, category_id }) => ({ image_id, category_id, id, file_name })),
    );
    const groups = groupBy(segments, ({ image_id, category_id }) => `${image_id}/${category_id}`);
    return collect('coco-panoptic', folder, data, split, groups, (members, size) => {
      const path = folder.file(`annotations/panoptic_${split}/${members[0]!.file_name}`);
      return path === null
        ? null
        : async () => ({ mask: await segmentsMask(path, new Set(members.map(({ id }) => id)), size) });
    });
  },
};

type Grouped = { image_id: number; category_id: number };

function collect<T extends Grouped>(
  name: string,
  folder: DataFolder,
  data: { images: z.infer<typeof imagesSchema>; categories: z.infer<typeof categories> },
  split: string,
  groups: ReadonlyMap<string, T[]>,
  truthOf: (members: T[], size: SizeHw) => (() => Promise<{ mask: Mask }>) | null,
) {
  const imageOf = new Map(data.images.map((image) => [image.id, image]));
  const nameOf = new Map(data.categories.map((category) => [category.id, category.name]));
  const samples: Sample[] = [];
  for (const [id, members] of groups) {
    const { image_id, category_id } = members[0]!;
    const [image, query] = [imageOf.get(image_id), nameOf.get(category_id)];
    if (image === undefined || query === undefined) {
      folder.note(id, 'its image or category is not listed');
      continue;
    }
    const path = folder.media(`${split}/${image.file_name}`);
    const read = path === null ? null : truthOf(members, [image.height, image.width]);
    if (path === null || read === null) continue;
    samples.push({ id, query, media: { type: 'image', path }, tags: { category_id }, truth: { frames: [0], read } });
  }
  return { name, samples, problems: folder.problems };
}

/** A segment's number is R + 256 G + 65536 B. */
async function segmentsMask(path: string, wanted: ReadonlySet<number>, size: SizeHw): Promise<Mask> {
  const { data, width, height } = await decodeImage(path, path, 100_000_000);
  if (height !== size[0] || width !== size[1])
    throw new InputError(`${path} is ${width} x ${height}, but its picture is ${size[1]} x ${size[0]}`);
  const bits = new Uint8Array(size[0] * size[1]);
  for (let i = 0; i < bits.length; i++) {
    const id = data[3 * i]! + 256 * data[3 * i + 1]! + 65536 * data[3 * i + 2]!;
    if (wanted.has(id)) bits[i] = 1;
  }
  return maskFromBitmap(bits, size);
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
