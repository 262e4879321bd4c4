import { maskFromBitmap } from '../../masks/index.ts';
import { boundaryF } from '../metrics/boundary-f.ts';
import { regionSimilarity } from '../metrics/region-similarity.ts';
import { roundDecimals } from './rounding.ts';
import type { SummedFrame } from './summed-frame.ts';

/** What is scored of one frame; values of `pred` are those of its picture, 0 and 1 or 0 and 255 (A and R tell them apart). */
export interface ReVosFrame {
  /** The sum of the masks that are meant. */
  readonly gt: SummedFrame;
  readonly pred: SummedFrame;
  /** Pixels of everything that some expression of the video means, 0 or 1. */
  readonly foreground: SummedFrame;
}

/** Scores of one frame, or means over the frames of an expression, 0..1. */
export interface ReVosScores {
  readonly J: number;
  readonly F: number;
  readonly A: number;
  readonly R: number;
}

/** Kind of an expression: 0 referring, 1 reasoning, 2 without an object (left out of every mean). */
export type ReVosType = 0 | 1 | 2;

/**
 * Scores of one frame after VISA's evaluation, its byte arithmetic included: with 0 and 255 in the pictures, as VISA's own
 * writer makes them, each foreground pixel counts as wrong in A and false pixels count 255-fold in R.
 */
export function reVosFrame({ gt, pred, foreground }: ReVosFrame): ReVosScores {
  const { counts: guess } = pred;
  const [truth, claimed] = [maskFromBitmap(gt.counts, gt.size), maskFromBitmap(guess, pred.size)];
  let [same, wrong, meant] = [0, 0, 0];
  for (let i = 0; i < guess.length; i++) {
    if (gt.counts[i] === guess[i]) same++;
    wrong += (((1 - gt.counts[i]!) & 255) * guess[i]!) & 255;
    meant += foreground.counts[i]!;
  }
  return {
    J: regionSimilarity(truth, claimed),
    F: boundaryF(truth, claimed),
    A: same / guess.length,
    R: Math.max(1 - wrong / (meant + 1e-6), 0),
  };
}

/** Means over all frames of an expression; zero throughout where no frame could be scored. */
export function reVosExpression(frames: readonly ReVosScores[]): ReVosScores {
  const mean = (key: keyof ReVosScores) =>
    frames.length === 0 ? 0 : frames.reduce((sum, frame) => sum + frame[key], 0) / frames.length;
  return { J: mean('J'), F: mean('F'), A: mean('A'), R: mean('R') };
}

/** Percent, with JF, the mean of J and F. */
export type ReVosTotals = ReVosScores & { readonly JF: number };

/**
 * The reference's table: each expression's scores in percent, rounded to 2 decimals before anything is averaged; the
 * overall line is the mean of the two kinds, whatever their numbers. A kind without expressions is NaN.
 */
export function reVosTotals(expressions: readonly { readonly type: ReVosType; readonly scores: ReVosScores }[]) {
  const referring = totalsOf(expressions.filter(({ type }) => type === 0));
  const reason = totalsOf(expressions.filter(({ type }) => type === 1));
  const both = (key: keyof ReVosTotals) => (referring[key] + reason[key]) / 2;
  const overall = { J: both('J'), F: both('F'), A: both('A'), R: both('R'), JF: both('JF') };
  return { referring, reason, overall };
}

function totalsOf(expressions: readonly { readonly scores: ReVosScores }[]): ReVosTotals {
  const mean = (key: keyof ReVosScores) =>
    expressions.reduce((sum, { scores }) => sum + roundDecimals(100 * scores[key], 2), 0) / expressions.length;
  const [J, F] = [mean('J'), mean('F')];
  return { J, F, A: mean('A'), R: mean('R'), JF: (J + F) / 2 };
}

/** MeViS and VISA's Ref-DAVIS17: mean over expressions of unrounded J and F, in percent, rounded at the end. */
export function meanJAndF(expressions: readonly Pick<ReVosScores, 'J' | 'F'>[]): {
  J: number;
  F: number;
  'J&F': number;
} {
  const mean = (key: 'J' | 'F') => expressions.reduce((sum, scores) => sum + scores[key], 0) / expressions.length;
  const [j, f] = [100 * mean('J'), 100 * mean('F')];
  return { J: roundDecimals(j, 2), F: roundDecimals(f, 2), 'J&F': roundDecimals((j + f) / 2, 2) };
}
