import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ciou, giou, type IouCounts, iouCounts, lisaScores } from '../../src/core/bench/index.ts';
import {
  fillPoly,
  intersectMasks,
  type Mask,
  maskFromLabels,
  maskFromRuns,
  subtractMask,
} from '../../src/core/masks/index.ts';
import { type FrameTruth, readerOf, readPickle, type Sample } from '../../src/node/bench/datasets/index.ts';
import { folderProtocol } from '../../src/node/bench/folder-protocols/index.ts';
import { imageSize } from '../../src/node/media/index.ts';
import { begin, json, labelFrame, near, present, root, same, uses } from './ledger.ts';

const runsOf = (mask: Mask) => [...mask.runs];

/** LISA's validate() on ReasonSeg and RefCOCO, from the data sets' own files. */
export function lisaGoldens(): void {
  test('ReasonSeg: masks from polygons, intersections and unions, totals', async () => {
    const { samples } = await readerOf('reasonseg').read(`${root}/reasonseg`, { split: 'val' });
    const golden = json('reasonseg/expected.json');
    same(samples.length, golden.samples.length);
    const counts = new Map<string, IouCounts>();
    for (const [i, expected] of golden.samples.entries())
      counts.set(expected.name, await compareReasonSeg(samples[i]!, expected));
    for (const [split, expected] of Object.entries<Record<string, number>>(golden.results)) {
      const chosen: { name: string }[] = golden.samples.filter(
        ({ is_sentence }: { is_sentence: boolean }) => split === 'overall' || is_sentence === (split === 'long'),
      );
      compareIou(
        chosen.map(({ name }) => counts.get(name)!),
        expected,
      );
    }
  });

  test('ReasonSeg: the folder protocol says the same', async () => {
    const { overall, short, long } = json('reasonseg/expected.json').results;
    const { totals } = await folderProtocol('reasonseg').score(`${root}/reasonseg`, `${root}/reasonseg/pred`);
    near([totals.gIoU, totals.cIoU], [overall.giou_exact, overall.ciou_exact], 1e-12);
    near([totals['gIoU (LISA float32)'], totals['cIoU (LISA float32)']], [overall.giou, overall.ciou], 1e-6);
    near([totals['gIoU short'], totals['gIoU long']], [short.giou_exact, long.giou_exact], 1e-12);
  });

  test('several masks a picture', () => {
    const { images, ...expected } = json('reasonseg/expected.json').multi_mask;
    const pairs = images.flatMap(({ size, gt, pred }: { size: [number, number]; gt: number[][]; pred: number[][] }) =>
      gt.map((runs, i) => iouCounts(maskFromRuns(size, runs), maskFromRuns(size, pred[i]!))),
    );
    compareIou(pairs, expected);
  });

  test.each<PolygonGolden>(present ? json('reasonseg/polygons.json').polygons : [])(
    'polygon as OpenCV fills it: $desc',
    ({ size, points, int_points, fill, area_fill }) => {
      json('reasonseg/polygons.json');
      // + 0 takes the sign off a zero.
      const whole = points.map(([x, y]) => [Math.trunc(x) + 0, Math.trunc(y) + 0] as const);
      same(whole, int_points);
      const mask = fillPoly([whole], size);
      same(runsOf(mask), fill);
      same(mask.area, area_fill);
    },
  );

  test.each(['p', 'protocol2.p'])('RefCOCO: the pickle refs(unc).%s holds what the JSON holds', (ending) => {
    const folder = 'refer/refer_seg/refcoco';
    const plain = json(`${folder}/refs(unc).json`);
    const pickle = readPickle(readFileSync(uses(`${folder}/refs(unc).${ending}`)));
    same(JSON.parse(JSON.stringify(pickle)), plain);
  });

  test.each(['val', 'testA', 'testB'])('RefCOCO: %s', async (split) => {
    const golden = json('refer/expected.json').splits[split];
    for (const name of ['instances.json', 'refs(unc).p']) uses(`refer/refer_seg/refcoco/${name}`);
    const { samples } = await readerOf('refcoco').read(`${root}/refer/refer_seg`, { split });
    same(samples.length, golden.n_expressions);
    const exact: IouCounts[] = [];
    for (const item of golden.items)
      exact.push(await compareSentence(samples.find(({ id }) => id === `${item.ref_id}/${item.sent_id}`)!, item));
    compareIou(golden.items, golden);
    const { giou_exact, ciou_exact } = golden.binary_union_of_parts;
    near([giou(exact), ciou(exact)], [giou_exact, ciou_exact], 1e-12);
  });

  test('RefCOCO: pictures of the list', async () => {
    for (const { file_name, height, width } of json('refer/refer_seg/refcoco/instances.json').images) {
      const path = uses(`refer/refer_seg/images/mscoco/images/train2014/${file_name}`);
      same(await imageSize(readFileSync(path), path), { width, height });
    }
  });
}

async function compareReasonSeg({ query, truth, tags }: Sample, expected: ReasonSegGolden): Promise<IouCounts> {
  begin();
  json('reasonseg/expected.json');
  for (const ending of ['json', 'jpg']) uses(`reasonseg/val/${expected.name}.${ending}`);
  const { mask, ignored } = await truth!.read(0);
  const [gt, pred] = ['gt', 'pred'].map((kind) => labelFrame(`reasonseg/${kind}/${expected.name}.png`));
  same([query, tags.is_sentence], [expected.val_query, expected.is_sentence]);
  same(mask.size, [expected.height, expected.width]);
  same(runsOf(mask), runsOf(maskFromLabels(gt!.labels, gt!.size, 1)));
  same(runsOf(ignored!), runsOf(maskFromLabels(gt!.labels, gt!.size, 255)));
  same([mask.area, ignored!.area], [expected.gt_pixels.target, expected.gt_pixels.ignore]);
  const pair = iouCounts(mask, maskFromLabels(pred!.labels, pred!.size, 255), ignored);
  same([pair.intersection, pair.union], [expected.intersection[1], expected.union[1]]);
  near(giou([pair]), expected.iou, 1e-12);
  return pair;
}

/** A sentence's masks; the reference's counts leave out pixels of more than one polygon, except from the union. */
async function compareSentence({ query, truth }: Sample, item: SentenceGolden): Promise<IouCounts> {
  const { mask, parts }: FrameTruth = await truth!.read(0);
  const pred = maskFromRuns(item.size, item.pred);
  same(query, item.text);
  same(runsOf(mask), item.gt_binary);
  const twice =
    parts!.length > 1 ? intersectMasks(parts![0]!, parts![1]!) : maskFromRuns(item.size, [item.size[0] * item.size[1]]);
  expect(parts!.length).toBeLessThanOrEqual(2);
  same(runsOf(twice), item.gt_overlap);
  const counts = iouCounts(subtractMask(mask, twice), pred);
  same([counts.intersection, counts.union], [item.intersection, item.union]);
  return iouCounts(mask, pred);
}

/** The reference's float32 figures to 1e-6, the exact ones to 1e-12. */
function compareIou(pairs: readonly IouCounts[], expected: Record<string, number>): void {
  const lisa = lisaScores(pairs);
  near([lisa.giou, lisa.ciou], [expected.giou!, expected.ciou!], 1e-6);
  near([giou(pairs), ciou(pairs)], [expected.giou_exact!, expected.ciou_exact!], 1e-12);
}

interface PolygonGolden {
  size: [number, number];
  points: [number, number][];
  int_points: [number, number][];
  fill: number[];
  area_fill: number;
}

interface ReasonSegGolden {
  name: string;
  height: number;
  width: number;
  is_sentence: boolean;
  val_query: string;
  gt_pixels: { target: number; ignore: number };
  intersection: [number, number];
  union: [number, number];
  iou: number;
}

interface SentenceGolden {
  size: [number, number];
  text: string;
  gt_binary: number[];
  gt_overlap: number[];
  pred: number[];
  intersection: number;
  union: number;
}
