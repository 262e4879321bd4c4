import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import {
  boundaryF,
  meanJAndF,
  type ReVosScores,
  regionSimilarity,
  reVosExpression,
  reVosFrame,
  roundDecimals,
  sumMasks,
} from '../../src/core/bench/index.ts';
import { emptyMask, maskFromBitmap, maskFromCoco, unionAll } from '../../src/core/masks/index.ts';
import { readerOf, type Sample } from '../../src/node/bench/datasets/index.ts';
import { folderProtocol } from '../../src/node/bench/folder-protocols/index.ts';
import { begin, json, labelFrame, near, root, same, uses } from './ledger.ts';

const inputs = ['expected.json', 'meta_expressions_valid_.json', 'mask_dict.json', 'mask_dict_foreground.json'];
const metrics = ['J', 'F', 'A', 'R'] as const;

/** VISA's evaluations of ReVOS, MeViS and Ref-DAVIS17. */
export function reVosGoldens(): void {
  describe.each(['preds_01', 'preds_255'])('ReVOS, %s', (kind) => {
    test('frames and expressions', async () => {
      const { samples } = await readerOf('revos').read(`${root}/revos`, { needMedia: false });
      for (const sample of samples) await compareExpression(sample, kind);
    });

    test('the folder protocol gives the reference its table', async () => {
      for (const name of inputs) uses(`revos/${name}`);
      const { results } = json('revos/expected.json').pred_sets[kind];
      const { totals } = await folderProtocol('revos').score(`${root}/revos`, `${root}/revos/${kind}/Annotations`);
      for (const part of ['referring', 'reason', 'overall'])
        for (const [metric, value] of Object.entries<number>(results[part])) near(totals[`${part} ${metric}`], value);
    });
  });

  test('ReVOS: pixels of everything that some expression means', () => {
    const { videos } = json('revos/meta_expressions_valid_.json');
    const masks = json('revos/mask_dict.json');
    for (const [video, { masks_rle, foreground_ratio }] of Object.entries<ForegroundGolden>(
      json('revos/mask_dict_foreground.json'),
    )) {
      const { expressions, height, width } = videos[video];
      const ids = Object.values<{ anno_id: number[] }>(expressions).flatMap(({ anno_id }) => anno_id);
      for (const [i, rle] of masks_rle.entries()) {
        const present = ids.flatMap((id) => (masks[id][i] === null ? [] : [maskFromCoco(masks[id][i])]));
        const union = unionAll(present, [height, width]);
        same([...union.runs], [...(rle === null ? emptyMask([height, width]) : maskFromCoco(rle)).runs]);
        near(union.area / (height * width), foreground_ratio[i]!);
      }
    }
  });

  test.each(['preds_01', 'preds_255'])('MeViS by the folder protocol, %s', async (kind) => {
    const { results, raw_preds_01 } = json('revos/expected.json').mevis;
    const dir = mkdtempSync(join(tmpdir(), 'mevis-'));
    mkdirSync(join(dir, 'valid_u'));
    copyFileSync(uses('revos/meta_expressions_mevis.json'), join(dir, 'valid_u/meta_expressions.json'));
    copyFileSync(uses('revos/mask_dict.json'), join(dir, 'valid_u/mask_dict.json'));
    const { totals, rows } = await folderProtocol('mevis').score(dir, `${root}/revos/${kind}/Annotations`);
    rmSync(dir, { recursive: true });
    same(totals, results[kind]);
    for (const { name, scores } of rows) {
      const { J, F } = raw_preds_01[name.replace(/\/(\d+)$/, '_$1')];
      near([scores.J, scores.F], [J, F]);
    }
    same(rows.length, Object.keys(raw_preds_01).length);
  });

  test("Ref-DAVIS17 by VISA's rule: annotations are numbered by video and by expression as text", () => {
    const { raw, results, anno_id } = json('revos/expected.json').refdavis;
    const all: Pick<ReVosScores, 'J' | 'F'>[] = [];
    let annotation = 0;
    const videos = Object.entries<RefDavisVideo>(json('revos/refdavis/meta_expressions.json').videos);
    for (const [video, { frames, expressions }] of videos.sort(([a], [b]) => (a < b ? -1 : 1)))
      for (const id of Object.keys(expressions).sort()) {
        begin();
        for (const name of ['expected.json', 'refdavis/meta_expressions.json']) uses(`revos/${name}`);
        same(annotation, anno_id[video][id]);
        const scores = frames.map((frame, i) => {
          const gt = maskFromCoco(json('revos/refdavis/mask_dict.json')[annotation][i]);
          const { labels, size } = labelFrame(`revos/refdavis/Annotations/${video}/${id}/${frame}.png`);
          const pred = maskFromBitmap(labels, size);
          return { J: regionSimilarity(gt, pred), F: boundaryF(gt, pred), A: 0, R: 0 };
        });
        const { J, F } = reVosExpression(scores);
        near([J, F], [raw[`${video}_${id}`].J, raw[`${video}_${id}`].F]);
        all.push({ J, F });
        annotation++;
      }
    same(meanJAndF(all), results);
  });
}

/** Frame by frame, then the mean and what the reference's table prints; one lacks a frame and one video all: these are 0. */
async function compareExpression({ id, truth, media }: Sample, kind: string): Promise<void> {
  begin();
  for (const name of inputs) uses(`revos/${name}`);
  const key = id.replace(/\/(\d+)$/, '_$1');
  const { per_frame, raw, csv_rows } = json('revos/expected.json').pred_sets[kind];
  const names = media.type === 'frames' ? media.names : [];
  const paths = names.map((name) => `revos/${kind}/Annotations/${id}/${name}.png`);
  const there = paths.filter((path) => existsSync(join(root, path)));
  const scores: ReVosScores[] = [];
  for (const [i, path] of there.entries()) {
    const { mask, parts = [], foreground } = await truth!.read(i);
    const { labels: counts, size } = labelFrame(path);
    if (there.length < paths.length) continue;
    const gt = sumMasks(parts, mask.size);
    scores.push(reVosFrame({ gt, pred: { size, counts }, foreground: sumMasks([foreground!], mask.size) }));
    same([mask.area, foreground!.area], [per_frame[key].gt_pixels[i], per_frame[key].fg_pixels[i]]);
  }
  const mean = reVosExpression(scores);
  const row = csv_rows.find(({ videxp }: { videxp: string }) => videxp === key);
  for (const metric of metrics) {
    if (scores.length > 0)
      near(
        scores.map((score) => score[metric]),
        per_frame[key][metric],
      );
    near(mean[metric], raw[key][metric]);
    same(roundDecimals(100 * mean[metric], 2), Number(row[metric]));
  }
}

interface ForegroundGolden {
  masks_rle: ({ size: [number, number]; counts: string } | null)[];
  foreground_ratio: number[];
}

interface RefDavisVideo {
  frames: string[];
  expressions: Record<string, unknown>;
}
