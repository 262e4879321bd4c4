import sharp from 'sharp';
import { maskFromRuns, maskToCoco } from '../../src/core/masks/index.ts';
import { encodeIndexedPng } from '../../src/node/media/index.ts';
import { refCocoMiniature } from './refcoco-miniature.ts';
import { twinWorldMiniature } from './twin-world-miniature.ts';

/** A valid data set of a few files, and predictions for it where a folder protocol of the same name can score them. */
export interface Miniature {
  /** Name of its reader. */
  readonly reader: string;
  readonly split?: string;
  /** Bytes by path below the data set's folder. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Bytes by path below the folder of predictions. */
  readonly predictions?: Readonly<Record<string, Uint8Array>>;
  /** Name of the protocol and the folder of the data set that it takes for the truth. */
  readonly protocol?: { readonly name: string; readonly gt: string };
}

const [width, height] = [6, 4];
const dot = maskToCoco(maskFromRuns([height, width], [5, 3, 16]));
const text = (value: string) => new TextEncoder().encode(value);
const json = (value: unknown) => text(JSON.stringify(value));
const frames = ['00000', '00001'];

/** One valid data set for every reader. */
export async function miniatures(): Promise<Miniature[]> {
  const rgb = { width, height, channels: 3, background: '#804020' } as const;
  const jpg = new Uint8Array(await sharp({ create: rgb }).jpeg().toBuffer());
  const colours = new Uint8Array(
    await sharp({ create: { ...rgb, background: '#070000' } })
      .png()
      .toBuffer(),
  );
  const png = encodeIndexedPng({
    labels: Uint8Array.from({ length: 24 }, (_, i) => [0, 1, 2, 255][i % 4]!),
    width,
    height,
  });
  const answer = encodeIndexedPng({ labels: Uint8Array.from({ length: 24 }, (_, i) => i & 1), width, height });
  const videoFiles = (dir: string, bytes: Uint8Array, ending: string) =>
    Object.fromEntries(frames.map((frame) => [`${dir}/${frame}.${ending}`, bytes]));
  const expression = { exp: 'the ball', obj_id: [1], anno_id: [0], type_id: 0, category: 'spatial', level: 2 };
  const meta = (more: object) =>
    json({ videos: { v: { height, width, frames, expressions: { 0: { ...expression, ...more }, 1: expression } } } });
  const masks = json({ 0: [dot, null] });
  const predictions = { ...videoFiles('v/0', answer, 'png'), ...videoFiles('v/1', answer, 'png') };
  const image = { id: 7, file_name: 'a.jpg', height, width };
  const polygon = [[1, 1, 4, 1, 4, 3, 1, 3]];
  const pictures = { jpg, png, height, width };
  const davis = (name: string, year: string): Miniature => ({
    reader: name,
    files: {
      [`ImageSets/${year}/val.txt`]: text('v\n'),
      ...videoFiles('JPEGImages/480p/v', jpg, 'jpg'),
      ...videoFiles('Annotations/480p/v', png, 'png'),
    },
    predictions: videoFiles('v', answer, 'png'),
    protocol: { name: year === '2017' ? 'davis-unsupervised' : 'davis', gt: 'Annotations/480p' },
  });
  return [
    {
      reader: 'reasonseg',
      files: {
        'val/a.jpg': jpg,
        'val/a.json': json({
          text: ['the round thing'],
          is_sentence: false,
          shapes: [
            { label: 'target', points: [[1, 1], [4, 1], [4, 3]] }, // biome-ignore format: points
            { label: 'ignore', points: [[2, 2], [3, 2]] }, // biome-ignore format: points
          ],
        }),
      },
      predictions: { 'a.png': png },
      protocol: { name: 'reasonseg', gt: '.' },
    },
    {
      reader: 'llmseg40k',
      files: {
        'LLMSeg-40K/validation.json': json({
          'a.jpg': {
            from_dataset: 'coco',
            qa_pairs: [
              { question: 'which?', rle_seg: dot },
              { question: 'where?', segmentation_path: 'masks/a.png' },
            ],
          },
        }),
        'coco/train2017/a.jpg': jpg,
        'masks/a.png': png,
      },
      predictions: { 'a.jpg/0.png': png, 'a.jpg/1.png': png },
      protocol: { name: 'llmseg40k', gt: '.' },
    },
    refCocoMiniature('refcoco', 'unc', true, pictures),
    refCocoMiniature('refcoco+', 'unc', false, pictures),
    refCocoMiniature('refcocog', 'umd', true, pictures),
    {
      reader: 'revos',
      files: {
        'meta_expressions_valid_.json': meta({}),
        'mask_dict.json': masks,
        'mask_dict_foreground.json': json({ v: { masks_rle: [dot, dot] } }),
        ...videoFiles('JPEGImages/v', jpg, 'jpg'),
      },
      predictions,
      protocol: { name: 'revos', gt: '.' },
    },
    {
      reader: 'mevis',
      files: {
        'valid_u/meta_expressions.json': meta({}),
        'valid_u/mask_dict.json': masks,
        ...videoFiles('valid_u/JPEGImages/v', jpg, 'jpg'),
      },
      predictions,
      protocol: { name: 'mevis', gt: '.' },
    },
    {
      reader: 'ref-youtube-vos',
      split: 'train',
      files: {
        'meta_expressions/train/meta_expressions.json': meta({ obj_id: '1' }),
        ...videoFiles('train/JPEGImages/v', jpg, 'jpg'),
        ...videoFiles('train/Annotations/v', png, 'png'),
      },
    },
    {
      reader: 'ref-davis17',
      files: {
        'meta_expressions/valid/meta_expressions.json': meta({ obj_id: '1' }),
        ...videoFiles('valid/JPEGImages/v', jpg, 'jpg'),
        ...videoFiles('valid/Annotations/v', png, 'png'),
      },
      predictions,
      protocol: { name: 'ref-davis17', gt: '.' },
    },
    davis('davis2017', '2017'),
    davis('davis2016', '2016'),
    {
      reader: 'jit',
      files: {
        'meta_expressions.json': meta({}),
        'mask_dict.json': masks,
        ...videoFiles('JPEGImages/v', jpg, 'jpg'),
      },
      predictions,
      protocol: { name: 'jit', gt: '.' },
    },
    twinWorldMiniature(jpg),
    {
      reader: 'coco',
      files: {
        'annotations/instances_val2017.json': json({
          images: [image],
          categories: [{ id: 1, name: 'cup' }],
          annotations: [
            { image_id: 7, category_id: 1, segmentation: polygon },
            { image_id: 7, category_id: 1, segmentation: dot },
          ],
        }),
        'val2017/a.jpg': jpg,
      },
    },
    {
      reader: 'coco-panoptic',
      files: {
        'annotations/panoptic_val2017.json': json({
          images: [image],
          categories: [{ id: 1, name: 'cup' }],
          annotations: [{ image_id: 7, file_name: 'a.png', segments_info: [{ id: 7, category_id: 1 }] }],
        }),
        'annotations/panoptic_val2017/a.png': colours,
        'val2017/a.jpg': jpg,
      },
    },
    {
      reader: 'folder',
      files: {
        'media.json': json({
          items: [
            {
              ...{ id: 'clip', type: 'video', file: 'clip.mp4', width, height, frames: 2 },
              objects: [{ id: 1, name: 'left' }],
              gt: { dir: 'gt', frames: [{ frame: 0, annotated: [1] }] },
              queries: [{ text: 'left', kind: ['spatial'], level: 1, answer: [1] }],
            },
            {
              ...{ id: 'still', type: 'image', file: 'a.jpg', width, height },
              objects: [{ id: 1, name: 'left' }],
              gt: { file: 'gt/00000.png' },
              queries: [{ text: 'left', kind: ['attribute'], answer_by_frame: { 0: [1] } }],
            },
          ],
        }),
        'clip.mp4': jpg,
        'a.jpg': jpg,
        'gt/00000.png': png,
      },
    },
  ];
}
