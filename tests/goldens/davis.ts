import { describe, expect, test } from 'vitest';
import {
  boundaryF,
  boundaryMap,
  boundaryRadius,
  type DavisObject,
  davisSemiSupervised,
  davisStatistics,
  davisTotals,
  davisUnsupervised,
  regionSimilarity,
} from '../../src/core/bench/index.ts';
import { dilateMask, type Mask, maskFromRuns, maskToText, subtractMask } from '../../src/core/masks/index.ts';
import { begin, json, labelFrames, near, present, same } from './ledger.ts';

/** davis2017-evaluation: sequences from files, pairs of masks, statistics of series. */
export function davisGoldens(): void {
  describe.each(['davis/expected.json', 'davis/expected_synth.json'])('%s', (file) => {
    const cases: DavisCase[] = present ? json(file).cases : [];
    test.each(cases)('$task', (golden) => {
      const all = golden.sequences.flatMap((expected) => {
        begin();
        json(file);
        return compareSequence(golden, expected);
      });
      compareTotals(golden, all);
    });
  });

  test('what the reference refuses is refused', () => {
    for (const { sequence, pred_dir } of json('davis/expected_synth.json').errors) {
      const [gt, pred] = [labelFrames(`davis/synth/${sequence}/gt`), labelFrames(`davis/${pred_dir}`)];
      expect(() => davisSemiSupervised({ name: sequence, gt, pred })).toThrow(/has label \d+/);
      same('refused', 'refused');
    }
  });

  test.each<MicroPair>(present ? json('davis/micro.json').pairs : [])('$desc $size, threshold $bound_th', comparePair);

  test('statistics of series, more than 256 frames too', () => {
    for (const { values, mean, recall, decay } of json('davis/micro.json').db_statistics) {
      const actual = davisStatistics(values.map((value: number | 'NaN') => (value === 'NaN' ? Number.NaN : value)));
      near([actual.mean, actual.recall, actual.decay], [mean, recall, decay]);
    }
  });

  test.each(present ? Object.entries<number[]>(json('davis/micro.json').disk_row_half_widths) : [])(
    'disk of radius %s',
    (radius, halfWidths) => {
      json('davis/micro.json');
      const r = Number(radius);
      const side = 2 * r + 1;
      const centre = maskFromRuns([side, side], [side * r + r, 1, side * r + r]);
      const rows = maskToText(dilateMask(centre, r)).split('\n');
      same(
        rows.map((row) => (row.split('#').length - 2) / 2),
        halfWidths,
      );
    },
  );
}

function compareSequence(golden: DavisCase, expected: DavisCase['sequences'][number]): DavisObject[] {
  const at = (dir: string) => labelFrames(`davis/${dir.replace('<sequence>', expected.sequence)}`);
  const sequence = { name: expected.sequence, gt: at(golden.gt_dir), pred: at(golden.pred_dir) };
  const objects = golden.task === 'unsupervised' ? davisUnsupervised(sequence) : davisSemiSupervised(sequence);
  same(sequence.gt[0]!.size, [expected.height, expected.width]);
  same(boundaryRadius(sequence.gt[0]!.size), expected.bound_pix);
  same(
    sequence.gt.map(({ labels }) => labels.reduce((sum, label) => sum + Number(label === 255), 0)),
    expected.void_pixels_per_frame,
  );
  same(
    objects.map(({ row }) => row),
    expected.objects.map(({ row }) => row),
  );
  for (const { row, pred_label, gt_label } of expected.assignment ?? [])
    same([objects[row]!.predLabel, objects[row]!.gtLabel], [pred_label, gt_label]);
  for (const [i, { J, F, JF_mean }] of expected.objects.entries()) {
    const object = objects[i]!;
    same(object.j, J.per_frame);
    same(object.f, F.per_frame);
    near([object.J.mean, object.J.recall, object.J.decay], [J.mean, J.recall, J.decay]);
    near([object.F.mean, object.F.recall, object.F.decay], [F.mean, F.recall, F.decay]);
    near((object.J.mean + object.F.mean) / 2, JF_mean);
  }
  return objects;
}

/** Means over all objects, and the tables that the reference prints with three decimals. */
function compareTotals(
  { global, sequences, evaluation_method_csv: csv }: DavisCase,
  all: readonly DavisObject[],
): void {
  const totals = davisTotals(all);
  for (const [key, value] of Object.entries(global)) near(totals[key as keyof typeof totals], value);
  const keys = Object.keys(global) as (keyof typeof totals)[];
  same(`${keys.join()}\n${keys.map((key) => totals[key].toFixed(3)).join()}\n`, csv.global);
  const names = sequences.flatMap(({ sequence, objects }) => objects.map((_, i) => `${sequence}_${i + 1}`));
  const rows = all.map(({ J, F }, i) => `${names[i]},${J.mean.toFixed(3)},${F.mean.toFixed(3)}`);
  same(['Sequence,J-Mean,F-Mean', ...rows, ''], csv.per_sequence.split('\n'));
}

/** One pair of masks, with the boundary maps and dilations on the way. */
function comparePair(pair: MicroPair): void {
  json('davis/micro.json');
  const size = pair.size;
  const [gt, pred] = [maskFromRuns(size, pair.gt), maskFromRuns(size, pair.pred)];
  const ignored = pair.void === null ? undefined : maskFromRuns(size, pair.void);
  const counted = (mask: Mask) => (ignored === undefined ? mask : subtractMask(mask, ignored));
  const radius = boundaryRadius(size, pair.bound_th);
  const runsOf = (mask: Mask) => [...mask.runs];
  same(radius, pair.bound_pix);
  same(boundaryF(gt, pred, { boundTh: pair.bound_th, void: ignored }), pair.F);
  same(regionSimilarity(gt, pred, ignored), pair.J);
  same(runsOf(boundaryMap(counted(gt))), pair.gt_boundary);
  same(runsOf(boundaryMap(counted(pred))), pair.pred_boundary);
  same(runsOf(dilateMask(maskFromRuns(size, pair.gt_boundary), radius)), pair.gt_boundary_dilated);
  same(runsOf(dilateMask(maskFromRuns(size, pair.pred_boundary), radius)), pair.pred_boundary_dilated);
}

interface DavisSeries {
  per_frame: number[];
  mean: number | 'NaN';
  recall: number;
  decay: number | 'NaN';
}

interface DavisCase {
  task: string;
  gt_dir: string;
  pred_dir: string;
  sequences: {
    sequence: string;
    height: number;
    width: number;
    bound_pix: number;
    void_pixels_per_frame: number[];
    assignment?: { row: number; pred_label: number; gt_label: number }[];
    objects: { row: number; J: DavisSeries; F: DavisSeries; JF_mean: number }[];
  }[];
  global: Record<string, number>;
  evaluation_method_csv: { global: string; per_sequence: string };
}

interface MicroPair {
  size: [number, number];
  gt: number[];
  pred: number[];
  void: number[] | null;
  bound_th: number;
  bound_pix: number;
  gt_boundary: number[];
  pred_boundary: number[];
  gt_boundary_dilated: number[];
  pred_boundary_dilated: number[];
  J: number;
  F: number;
}
