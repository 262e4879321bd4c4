import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toError } from '../../../core/base/index.ts';
import { ciou, giou, type IouCounts, iouCounts, lisaScores, noTargetAccuracy } from '../../../core/bench/index.ts';
import { emptyMask, type Mask } from '../../../core/masks/index.ts';
import { claimedMask, readerOf, type Sample } from '../datasets/index.ts';
import type { FolderProtocol, ProtocolReport } from './contract.ts';

/** gIoU and cIoU of one PNG a sample; what is not 0 is claimed. A missing file is an empty answer, and is said. */
export const reasonSegProtocol = pictureProtocol('reasonseg', 'PRED/NAME.png', ({ id }) => `${basename(id)}.png`);
export const refCocoProtocols = ['refcoco', 'refcoco+', 'refcocog'].map((name) =>
  pictureProtocol(name, 'PRED/REF_ID/SENT_ID.png', ({ id }) => `${id}.png`),
);
export const llmSegProtocol = pictureProtocol('llmseg40k', 'PRED/NAME/QUESTION.png', ({ id }) => `${id}.png`);

function pictureProtocol(name: string, where: string, fileOf: (sample: Sample) => string): FolderProtocol {
  return {
    name,
    summary: `${name}: gIoU and cIoU, exact and by LISA's float32 arithmetic; --gt is the data set, predictions are ${where}`,
    async score(gt, pred, options = {}) {
      const { samples, problems } = await readerOf(name).read(gt, { ...options, needMedia: name === 'reasonseg' });
      const scored = await scoreAll(samples, pred, fileOf);
      return { protocol: name, ...totalsOf(scored, samples), problems };
    },
  };
}

interface Scored {
  readonly name: string;
  readonly counts?: IouCounts;
  readonly masks?: { gt: Mask; pred: Mask };
  readonly reason?: string;
}

async function scoreAll(
  samples: readonly Sample[],
  pred: string,
  fileOf: (sample: Sample) => string,
): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const sample of samples) scored.push(await scoreOne(sample, pred, fileOf(sample)));
  return scored;
}

async function scoreOne({ id, truth }: Sample, dir: string, file: string): Promise<Scored> {
  if (truth === null) return { name: id, reason: 'it has no truth' };
  try {
    const { mask, ignored } = await truth.read(0);
    const path = join(dir, file);
    const missing = !existsSync(path);
    const pred = missing ? emptyMask(mask.size) : await claimedMask(path);
    return {
      name: id,
      counts: iouCounts(mask, pred, ignored),
      masks: { gt: mask, pred },
      ...(missing ? { reason: `${file} is missing: counted as empty` } : {}),
    };
  } catch (thrown) {
    return { name: id, reason: toError(thrown).message };
  }
}

function totalsOf(
  scored: readonly Scored[],
  samples: readonly Sample[],
): Omit<ProtocolReport, 'protocol' | 'problems'> {
  const pairs = scored.flatMap(({ counts }) => (counts === undefined ? [] : [counts]));
  const lisa = lisaScores(pairs);
  const none = noTargetAccuracy(scored.flatMap(({ masks }) => (masks === undefined ? [] : [masks])));
  return {
    totals: {
      gIoU: giou(pairs),
      cIoU: ciou(pairs),
      'gIoU (LISA float32)': lisa.giou,
      'cIoU (LISA float32)': lisa.ciou,
      ...(none.samples === 0 ? {} : { 'N-acc.': none.accuracy }),
      ...bySentence(scored, samples),
    },
    unit: 'share',
    rows: scored.flatMap(({ name, counts }) =>
      counts === undefined ? [] : [{ name, scores: { IoU: giou([counts]) } }],
    ),
    unscored: scored.flatMap(({ name, reason }) => (reason === undefined ? [] : [{ name, reason }])),
  };
}

/** Long and short queries apart, where the data set tells them apart. */
function bySentence(scored: readonly Scored[], samples: readonly Sample[]): Record<string, number> {
  const split = (long: boolean) =>
    scored.flatMap(({ counts }, i) => (counts !== undefined && samples[i]!.tags.is_sentence === long ? [counts] : []));
  const [short, long] = [split(false), split(true)];
  if (short.length === 0 || long.length === 0) return {};
  return { 'gIoU short': giou(short), 'cIoU short': ciou(short), 'gIoU long': giou(long), 'cIoU long': ciou(long) };
}
