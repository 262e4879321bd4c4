import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import {
  ciou,
  type DavisObject,
  davisSemiSupervised,
  davisStatistics,
  davisTotals,
  davisUnsupervised,
  giou,
  type IouCounts,
  iouCounts,
  type LabelFrame,
  lisaScores,
  meanJAndF,
  type ReVosScores,
  type ReVosType,
  reVosExpression,
  reVosFrame,
  reVosTotals,
  roundDecimals,
  type SummedFrame,
  sumMasks,
} from '../src/core/bench/index.ts';
import { type Mask, maskFromCoco, maskFromRuns, masksFromLabels } from '../src/core/masks/index.ts';
import { decodeIndexedPng } from '../src/node/media/indexed-png.ts';

const root = '../shared/golden';
const present = existsSync(`${root}/README.md`);
const json = (path: string) => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'));

/** Values compared, by golden file: printed at the end, so that a test that compares nothing is seen. */
const compared = new Map<string, number>();
function near(file: string, actual: number | undefined, expected: number | 'NaN', relative = 1e-9): void {
  compared.set(file, (compared.get(file) ?? 0) + 1);
  if (expected === 'NaN') expect(actual).toBeNaN();
  else expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(relative * Math.max(1e-3, Math.abs(expected)));
}
function same(file: string, actual: unknown, expected: unknown): void {
  compared.set(file, (compared.get(file) ?? 0) + 1);
  expect(actual).toEqual(expected);
}

function labelFrame(path: string): LabelFrame {
  const { labels, width, height } = decodeIndexedPng(readFileSync(`${root}/${path}`));
  return { labels, size: [height, width] };
}
const folder = (path: string) =>
  readdirSync(`${root}/${path}`)
    .sort()
    .map((name) => labelFrame(`${path}/${name}`));

describe.skipIf(!present)('metrics meet the reference code (needs the folder of goldens)', () => {
  afterAll(() => {
    console.log([...compared].map(([file, count]) => `${file}: ${count} values compared`).join('\n'));
  });

  describe.each(['davis/expected.json', 'davis/expected_synth.json'])('%s', (file) => {
    const cases = present ? json(file).cases : [];
    test.each<DavisCase>(cases)('$task', (golden: DavisCase) => {
      const { task } = golden;
      const all: DavisObject[] = [];
      for (const expected of golden.sequences) {
        const at = (dir: string) => folder(`davis/${dir.replace('<sequence>', expected.sequence)}`);
        const sequence = { name: expected.sequence, gt: at(golden.gt_dir), pred: at(golden.pred_dir) };
        const objects = task === 'unsupervised' ? davisUnsupervised(sequence) : davisSemiSupervised(sequence);
        same(file, objects.length, expected.objects.length);
        for (const [i, object] of objects.entries()) {
          const wanted = expected.objects[i];
          same(file, object.row, wanted.row);
          if (expected.assignment !== undefined)
            same(
              file,
              [object.predLabel, object.gtLabel],
              [expected.assignment[i].pred_label, expected.assignment[i].gt_label],
            );
          for (const [name, values, statistics] of [
            ['J', object.j, object.J],
            ['F', object.f, object.F],
          ] as const) {
            same(file, values, wanted[name].per_frame);
            for (const key of ['mean', 'recall', 'decay'] as const) near(file, statistics[key], wanted[name][key]);
          }
        }
        all.push(...objects);
      }
      const totals = davisTotals(all);
      for (const [key, value] of Object.entries(golden.global))
        near(file, totals[key as keyof typeof totals], value as number);
    });
  });

  test('davis/micro.json: statistics of series, more than 256 frames too', () => {
    for (const { values, mean, recall, decay } of json('davis/micro.json').db_statistics) {
      const actual = davisStatistics(values.map((value: number | 'NaN') => (value === 'NaN' ? Number.NaN : value)));
      near('davis/micro.json', actual.mean, mean);
      near('davis/micro.json', actual.recall, recall);
      near('davis/micro.json', actual.decay, decay);
    }
  });

  test('davis/expected_synth.json: what the reference refuses', () => {
    for (const { sequence, pred_dir } of json('davis/expected_synth.json').errors) {
      const run = () =>
        davisSemiSupervised({
          name: sequence,
          gt: folder(`davis/synth/${sequence}/gt`),
          pred: folder(`davis/${pred_dir}`),
        });
      same('davis/expected_synth.json', /has label \d+/.test(message(run)), true);
    }
  });

  test('reasonseg/expected.json', () => {
    const file = 'reasonseg/expected.json';
    const golden = json(file);
    const counts = new Map<string, IouCounts>();
    for (const { name, intersection, union, iou } of golden.samples) {
      const [gt, pred] = [`gt/${name}.png`, `pred/${name}.png`].map((path) => labelFrame(`reasonseg/${path}`));
      const truth = masksFromLabels(gt!.labels, gt!.size);
      const guess = masksFromLabels(pred!.labels, pred!.size).get(255) ?? maskFromRuns(gt!.size, [gt!.labels.length]);
      const pair = iouCounts(truth.get(1) ?? maskFromRuns(gt!.size, [gt!.labels.length]), guess, truth.get(255));
      same(file, [pair.intersection, pair.union], [intersection[1], union[1]]);
      near(file, giou([pair]), iou, 1e-12);
      counts.set(name, pair);
    }
    for (const [split, expected] of Object.entries<Record<string, number>>(golden.results)) {
      const chosen = golden.samples.filter(
        (s: { is_sentence: boolean }) => split === 'overall' || s.is_sentence === (split === 'long'),
      );
      compareIou(
        file,
        chosen.map((s: { name: string }) => counts.get(s.name)!),
        expected,
      );
    }
  });

  test.each(['val', 'testA', 'testB'])('refer/expected.json: %s', (split) => {
    const file = 'refer/expected.json';
    const golden = json(file).splits[split];
    const pairs = golden.items.map((item: { intersection: number; union: number }) => item as IouCounts);
    compareIou(file, pairs, golden);
    const exact = golden.items.map(
      ({ size, gt_binary, pred }: { size: [number, number]; gt_binary: number[]; pred: number[] }) =>
        iouCounts(maskFromRuns(size, gt_binary), maskFromRuns(size, pred)),
    );
    near(file, giou(exact), golden.binary_union_of_parts.giou_exact, 1e-12);
    near(file, ciou(exact), golden.binary_union_of_parts.ciou_exact, 1e-12);
  });

  describe('revos/expected.json', () => {
    const file = 'revos/expected.json';
    const golden = present ? json(file) : {};
    const meta = present ? json('revos/meta_expressions_valid_.json').videos : {};
    test.each(['preds_01', 'preds_255'])('%s', (kind) => {
      const expected = golden.pred_sets[kind];
      const scored: { type: ReVosType; scores: ReVosScores }[] = [];
      for (const [video, info] of Object.entries<VideoMeta>(meta)) {
        for (const [id, expression] of Object.entries(info.expressions)) {
          const key = `${video}_${id}`;
          const frames = framesOf(info, `revos/${kind}/Annotations/${video}/${id}`, expression.anno_id, video);
          const scores = (frames ?? []).map((frame) => reVosFrame(frame));
          const perFrame = expected.per_frame[key];
          if (perFrame !== undefined) {
            for (const metric of ['J', 'F', 'A', 'R'] as const)
              for (const [i, value] of perFrame[metric].entries()) near(file, scores[i]?.[metric], value);
          }
          const mean = reVosExpression(scores);
          for (const metric of ['J', 'F', 'A', 'R'] as const) near(file, mean[metric], expected.raw[key][metric]);
          scored.push({ type: expression.type_id, scores: mean });
        }
      }
      const totals = reVosTotals(scored);
      for (const part of ['referring', 'reason', 'overall'] as const)
        for (const [metric, value] of Object.entries(expected.results[part]))
          near(file, totals[part][metric as keyof ReVosScores], value as number);
    });

    test('MeViS and Ref-DAVIS17 totals', () => {
      const values = Object.values<ReVosScores>(golden.mevis.raw_preds_01);
      same(file, meanJAndF(values), golden.mevis.results.preds_01);
      same(file, meanJAndF(Object.values(golden.refdavis.raw)), golden.refdavis.results);
    });
  });
});

test('rounding is that of Python', () => {
  const rows: [number, number, number][] = [
    [2.675, 2, 2.67],
    [0.125, 2, 0.12],
    [0.375, 2, 0.38],
    [2.5, 0, 2],
    [-0.125, 2, -0.12],
    [41.775, 2, 41.77],
    [50.905, 2, 50.91],
  ];
  for (const [value, digits, rounded] of rows) expect(roundDecimals(value, digits)).toBe(rounded);
});

interface DavisCase {
  task: string;
  gt_dir: string;
  pred_dir: string;
  // biome-ignore lint/suspicious/noExplicitAny: the golden file's own form
  sequences: any[];
  global: Record<string, number>;
}

interface VideoMeta {
  height: number;
  width: number;
  frames: string[];
  expressions: Record<string, { anno_id: number[]; type_id: ReVosType }>;
}

/** Frames of an expression as the reference reads them; null when the video, or one of its frames, is missing. */
function framesOf(info: VideoMeta, dir: string, annotations: number[], video: string) {
  const paths = info.frames.map((frame) => `${dir}/${frame}.png`);
  if (!paths.every((path) => existsSync(`${root}/${path}`))) return null;
  const masks = json('revos/mask_dict.json');
  const foreground = json('revos/mask_dict_foreground.json')[video].masks_rle;
  const size = [info.height, info.width] as const;
  return paths.map((path, i) => {
    const { labels } = labelFrame(path);
    const meant = annotations.flatMap((id) => (masks[id][i] === null ? [] : [maskFromCoco(masks[id][i])]));
    const pred: SummedFrame = { size, counts: labels };
    return { gt: sumMasks(meant, size), pred, foreground: sumMasks([maskFromCoco(foreground[i]) as Mask], size) };
  });
}

/** The reference's float32 figures to 1e-5, the exact ones to 1e-12. */
function compareIou(file: string, pairs: readonly IouCounts[], expected: Record<string, number>): void {
  const lisa = lisaScores(pairs);
  near(file, lisa.giou, expected.giou!, 1e-6);
  near(file, lisa.ciou, expected.ciou!, 1e-6);
  near(file, giou(pairs), expected.giou_exact!, 1e-12);
  near(file, ciou(pairs), expected.ciou_exact!, 1e-12);
}

function message(run: () => unknown): string {
  try {
    run();
    return '';
  } catch (thrown) {
    return (thrown as Error).message;
  }
}
