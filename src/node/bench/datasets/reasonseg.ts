import { z } from 'zod';
import type { SizeHw } from '../../../core/base/geometry.ts';
import { InputError } from '../../../core/base/index.ts';
import { emptyMask, fillPoly, type Mask, subtractMask, unionMasks } from '../../../core/masks/index.ts';
import { imageSize } from '../../media/index.ts';
import { requirePictureSize } from './coco-run-lengths.ts';
import type { DataSetReader, FrameTruth, Sample } from './contract.ts';
import { DataFolder } from './data-folder.ts';

const point = z.tuple([z.number(), z.number()]).rest(z.number());
const annotationSchema = z.object({
  text: z.union([z.array(z.string()).min(1), z.string()]),
  is_sentence: z.boolean(),
  shapes: z.array(z.object({ label: z.string(), points: z.array(point) })).max(10_000),
});
type Annotation = z.infer<typeof annotationSchema>;

/** ReasonSeg (Lai et al. 2024, LISA): `SPLIT/NAME.jpg` with `SPLIT/NAME.json`; only the first text of a picture is asked. */
export const reasonSeg: DataSetReader = {
  name: 'reasonseg',
  summary: 'ReasonSeg: {train,val,test}/NAME.jpg + NAME.json with polygons',
  splits: ['val', 'test', 'train'],
  async read(root, options = {}) {
    const folder = DataFolder.open(root, options);
    const { split = 'val' } = options;
    const samples: Sample[] = [];
    for (const name of await folder.names(split)) {
      if (!name.toLowerCase().endsWith('.jpg')) continue;
      const sample = await readSample(folder, `${split}/${name.slice(0, -4)}`, name);
      if (sample !== null) samples.push(sample);
    }
    return { name: 'reasonseg', samples, problems: folder.problems };
  },
};

async function readSample(folder: DataFolder, stem: string, picture: string): Promise<Sample | null> {
  const annotation = await folder.json(`${stem}.json`, annotationSchema);
  const path = folder.media(`${stem.slice(0, stem.lastIndexOf('/'))}/${picture}`);
  if (annotation === null || path === null) return null;
  const text = typeof annotation.text === 'string' ? annotation.text : annotation.text[0]!;
  return {
    id: stem,
    query: text,
    media: { type: 'image', path },
    tags: { is_sentence: annotation.is_sentence },
    truth: { frames: [0], read: async () => truthOf(annotation, path) },
  };
}

async function truthOf(annotation: Annotation, path: string): Promise<FrameTruth> {
  const { width, height } = await imageSize(path, path);
  requirePictureSize([height, width]);
  return reasonSegMask(annotation, [height, width]);
}

/**
 * LISA's rule: polygons are drawn by falling area, so that a small one cuts into a large one; "flag" is left out,
 * whatever contains "ignore" counts for nobody, anything else is meant; coordinates lose their fractions.
 */
export function reasonSegMask({ shapes }: Pick<Annotation, 'shapes'>, size: SizeHw): { mask: Mask; ignored: Mask } {
  const drawn = shapes
    .filter(({ label }) => label.toLowerCase() !== 'flag')
    .map(({ label, points }) => ({ ignore: label.toLowerCase().includes('ignore'), mask: polygon(points, size) }))
    .reverse()
    .sort((a, b) => b.mask.area - a.mask.area);
  let [mask, ignored] = [emptyMask(size), emptyMask(size)];
  for (const shape of drawn) {
    mask = shape.ignore ? subtractMask(mask, shape.mask) : unionMasks(mask, shape.mask);
    ignored = shape.ignore ? unionMasks(ignored, shape.mask) : subtractMask(ignored, shape.mask);
  }
  return { mask, ignored };
}

function polygon(points: readonly (readonly number[])[], size: SizeHw): Mask {
  const whole = points.map(([x, y]) => [Math.trunc(x!), Math.trunc(y!)] as const);
  if (whole.length === 0) throw new InputError('a polygon has no points');
  return fillPoly([whole], size);
}
