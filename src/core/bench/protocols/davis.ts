import { InputError } from '../../base/errors.ts';
import { emptyMask, type Mask } from '../../masks/index.ts';
import { hungarian } from '../../twin/hungarian.ts';
import { boundaryF } from '../metrics/boundary-f.ts';
import { regionSimilarity } from '../metrics/region-similarity.ts';
import { quarterBounds, type SeriesStatistics, statisticsBetween } from '../metrics/series-statistics.ts';
import { type LabelFrame, masksOf, voidLabel } from './label-frame.ts';

/** A sequence to be scored: truth and prediction, frame by frame in order. */
export interface DavisSequence {
  readonly name: string;
  readonly gt: readonly LabelFrame[];
  readonly pred: readonly LabelFrame[];
}

/** Scores of one object over the evaluated frames. */
export interface DavisObject {
  /** Row in the reference's tables, from 0: the object's number less one, or the order of the matched proposals. */
  readonly row: number;
  readonly gtLabel: number;
  readonly predLabel: number;
  readonly j: readonly number[];
  readonly f: readonly number[];
  readonly J: SeriesStatistics;
  readonly F: SeriesStatistics;
}

/** Means over all objects of all sequences, under the reference's names. */
export type DavisTotals = Readonly<
  Record<'J&F-Mean' | 'J-Mean' | 'J-Recall' | 'J-Decay' | 'F-Mean' | 'F-Recall' | 'F-Decay', number>
>;

/** Most proposals of a sequence that the unsupervised protocol looks at. */
const maxProposals = 20;

/**
 * DAVIS 2017, semi-supervised: object k against label k; as many objects as the greatest label of the first frame says;
 * first and last frame dropped; void pixels are background. After davis2017-evaluation.
 * @throws InputError where frames are missing or a prediction has more labels than there are objects
 */
export function davisSemiSupervised(sequence: DavisSequence): DavisObject[] {
  requireFrames(sequence);
  const [gt, pred] = [sequence.gt.map(masksOf), sequence.pred.map(masksOf)];
  const objects = greatestLabel(gt.slice(0, 1), true);
  const labels = greatestLabel(pred, false);
  if (labels > objects) {
    throw new InputError(`${sequence.name}: the prediction has label ${labels}, the sequence has ${objects} objects`);
  }
  const frames = sequence.gt.map((_, i) => i).slice(1, -1);
  return Array.from({ length: objects }, (_, row) => {
    const label = row + 1;
    const pairs = frames.map((i) => scorePair(gt[i]!.get(label), pred[i]!.get(label), sequence.gt[i]!));
    return objectOf(row, label, label, pairs);
  });
}

/**
 * DAVIS 2017, unsupervised: all frames; void pixels count for nobody; up to 20 proposals are assigned to the objects so
 * that the sum of their mean (J + F) / 2 is greatest. Rows come in the order of the proposals.
 * @throws InputError where frames are missing or there are more than 20 proposals
 */
export function davisUnsupervised(sequence: DavisSequence): DavisObject[] {
  requireFrames(sequence);
  const [gt, pred] = [sequence.gt.map(masksOf), sequence.pred.map(masksOf)];
  const objects = greatestLabel(gt.slice(0, 1), true);
  const proposals = greatestLabel(pred, false);
  if (proposals > maxProposals) {
    throw new InputError(`${sequence.name}: ${proposals} proposals; ${maxProposals} is the limit`);
  }
  const scores = Array.from({ length: maxProposals }, (_, p) =>
    Array.from({ length: objects }, (_, o) =>
      sequence.gt.map((frame, i) => scorePair(gt[i]!.get(o + 1), pred[i]!.get(p + 1), frame, gt[i]!.get(voidLabel))),
    ),
  );
  const cost = scores.flatMap((row) => row.map((pairs) => -meanOf(pairs)));
  const assigned = hungarian(cost, maxProposals, objects);
  return [...assigned]
    .map((object, proposal) => ({ object, proposal }))
    .filter(({ object }) => object >= 0)
    .map(({ object, proposal }, row) => objectOf(row, object + 1, proposal + 1, scores[proposal]![object]!));
}

/** Means over objects (not over sequences). */
export function davisTotals(objects: readonly DavisObject[]): DavisTotals {
  const mean = (pick: (object: DavisObject) => number) =>
    objects.reduce((sum, object) => sum + pick(object), 0) / objects.length;
  const [j, f] = [mean(({ J }) => J.mean), mean(({ F }) => F.mean)];
  return {
    'J&F-Mean': (j + f) / 2,
    'J-Mean': j,
    'J-Recall': mean(({ J }) => J.recall),
    'J-Decay': mean(({ J }) => J.decay),
    'F-Mean': f,
    'F-Recall': mean(({ F }) => F.recall),
    'F-Decay': mean(({ F }) => F.decay),
  };
}

/** Statistics of a series with the reference's quarters, whose indices are bytes: beyond 256 frames the last one wraps. */
export function davisStatistics(scores: readonly number[]): SeriesStatistics {
  return statisticsBetween(
    scores,
    quarterBounds(scores.length).map((bound) => bound & 255),
  );
}

interface Pair {
  readonly j: number;
  readonly f: number;
}

function scorePair(gt: Mask | undefined, pred: Mask | undefined, { size }: LabelFrame, ignored?: Mask): Pair {
  const [truth, guess] = [gt ?? emptyMask(size), pred ?? emptyMask(size)];
  return {
    j: regionSimilarity(truth, guess, ignored),
    f: boundaryF(truth, guess, ignored === undefined ? {} : { void: ignored }),
  };
}

const meanOf = (pairs: readonly Pair[]) => pairs.reduce((sum, { j, f }) => sum + (j + f) / 2, 0) / pairs.length;

function objectOf(row: number, gtLabel: number, predLabel: number, pairs: readonly Pair[]): DavisObject {
  const [j, f] = [pairs.map((pair) => pair.j), pairs.map((pair) => pair.f)];
  return { row, gtLabel, predLabel, j, f, J: davisStatistics(j), F: davisStatistics(f) };
}

function greatestLabel(frames: readonly ReadonlyMap<number, Mask>[], skipVoid: boolean): number {
  const labels = frames.flatMap((frame) => [...frame.keys()]).filter((label) => !skipVoid || label !== voidLabel);
  return Math.max(0, ...labels);
}

function requireFrames({ name, gt, pred }: DavisSequence): void {
  if (gt.length === pred.length) return;
  throw new InputError(`${name}: ${gt.length} frames of truth, ${pred.length} predicted ones`);
}
