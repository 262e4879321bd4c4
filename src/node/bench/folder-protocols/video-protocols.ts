import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toError } from '../../../core/base/index.ts';
import {
  boundaryF,
  meanJAndF,
  type ReVosScores,
  type ReVosType,
  regionSimilarity,
  reVosExpression,
  reVosFrame,
  reVosTotals,
  sumMasks,
} from '../../../core/bench/index.ts';
import { emptyMask } from '../../../core/masks/index.ts';
import { claimedMask, type FrameTruth, readerOf, readLabelFrame, type Sample } from '../datasets/index.ts';
import type { FolderProtocol, ProtocolReport } from './contract.ts';

/** ReVOS by VISA's rules, byte arithmetic and rounding included; a missing frame makes its expression 0. */
export const reVosProtocol: FolderProtocol = {
  name: 'revos',
  summary:
    'ReVOS: J, F, A, R as VISA computes them; --gt is the data set, predictions are PRED/VIDEO/EXP/FRAME.png (0 and 1, or 0 and 255)',
  async score(gt, pred, options = {}) {
    const { samples, problems } = await readerOf('revos').read(gt, { ...options, needMedia: false });
    const scored = await scoreAll(samples, pred, reVosScores, reVosExpression([]));
    const totals = reVosTotals(scored.map(({ sample, scores }) => ({ type: typeOf(sample), scores })));
    const named = Object.entries(totals).flatMap(([part, values]) =>
      Object.entries(values).map(([key, value]) => [`${part} ${key}`, value] as const),
    );
    return { protocol: 'revos', totals: Object.fromEntries(named), unit: 'percent', ...rowsOf(scored), problems };
  },
};

/** J and F over all frames, means over expressions: MeViS, Ref-DAVIS17 as VISA scores it, and sets by kind and level. */
export const expressionProtocols: readonly FolderProtocol[] = ['mevis', 'ref-davis17', 'jit'].map((name) => ({
  name,
  summary: `${name}: J and F a frame, mean over frames and then over expressions; predictions are PRED/VIDEO/EXP/FRAME.png`,
  async score(gt, pred, options = {}) {
    const { samples, problems } = await readerOf(name).read(gt, { ...options, needMedia: false });
    const scored = await scoreAll(
      samples.filter(({ truth }) => truth !== null),
      pred,
      plainScores,
      { ...reVosExpression([]), ...noAandR },
    );
    const totals = meanJAndF(scored.map(({ scores }) => scores));
    return { protocol: name, totals: { ...totals }, unit: 'percent', ...rowsOf(scored), problems };
  },
}));

interface Scored {
  readonly sample: Sample;
  readonly scores: ReVosScores;
  readonly reason?: string;
}

/** Protocols that know J and F only; NaN is left out of the report. */
const noAandR = { A: Number.NaN, R: Number.NaN };

type FrameScorer = (truth: FrameTruth, path: string) => Promise<ReVosScores>;

/** @param none scores of an expression that cannot be scored */
async function scoreAll(
  samples: readonly Sample[],
  pred: string,
  frameScores: FrameScorer,
  none: ReVosScores,
): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const sample of samples) {
    try {
      scored.push({ sample, scores: await scoreOne(sample, pred, frameScores) });
    } catch (thrown) {
      scored.push({ sample, scores: none, reason: toError(thrown).message });
    }
  }
  return scored;
}

async function scoreOne({ id, truth, media }: Sample, pred: string, frameScores: FrameScorer): Promise<ReVosScores> {
  if (truth === null || media.type !== 'frames') throw new Error('it has no truth to score against');
  const paths = truth.frames.map((frame) => join(pred, id, `${media.names[frame]}.png`));
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new Error(`${missing} is missing`);
  const scores: ReVosScores[] = [];
  for (const [i, path] of paths.entries()) scores.push(await frameScores(await truth.read(truth.frames[i]!), path));
  return reVosExpression(scores);
}

async function reVosScores({ mask, parts = [], foreground }: FrameTruth, path: string): Promise<ReVosScores> {
  const { labels: counts, size } = await readLabelFrame(path);
  const all = foreground ?? emptyMask(mask.size);
  return reVosFrame({
    gt: sumMasks(parts, mask.size),
    pred: { counts, size },
    foreground: sumMasks([all], mask.size),
  });
}

async function plainScores({ mask }: FrameTruth, path: string): Promise<ReVosScores> {
  const pred = await claimedMask(path);
  return { J: regionSimilarity(mask, pred), F: boundaryF(mask, pred), ...noAandR };
}

const typeOf = ({ tags }: Sample): ReVosType => (tags.type_id === 0 || tags.type_id === 1 ? tags.type_id : 2);

function rowsOf(scored: readonly Scored[]): Pick<ProtocolReport, 'rows' | 'unscored'> {
  return {
    rows: scored.map(({ sample, scores }) => ({
      name: sample.id,
      scores: Object.fromEntries(Object.entries(scores).filter(([, value]) => !Number.isNaN(value))),
    })),
    unscored: scored.flatMap(({ sample, reason }) => (reason === undefined ? [] : [{ name: sample.id, reason }])),
  };
}
