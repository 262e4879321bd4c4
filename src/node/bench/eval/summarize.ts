import { bootstrapInterval, type Cell, cellMeans } from '../../../core/bench/index.ts';
import type { EvalSettings, SampleResult } from './contract.ts';
import { type LossSource, lossSources } from './loss-sources.ts';

/** The figures of one evaluation; nothing in it depends on how long anything took. */
export interface EvalReport {
  readonly settings: EvalSettings;
  readonly samples: number;
  readonly scored: number;
  readonly unscored: readonly { readonly id: string; readonly reason: string }[];
  readonly j: FigureWithInterval;
  readonly f: FigureWithInterval;
  /** Mean of J and F. */
  readonly jf: number | null;
  /** By kind and level, where the data set has them. */
  readonly cells: readonly CellFigures[];
  /** The ten largest sources of loss. */
  readonly losses: readonly LossSource[];
  /** Specialist calls made, and what running everything always would have made, once a picture or video. */
  readonly calls: Readonly<Record<string, number>>;
  readonly alwaysOnCalls: number;
}

export interface FigureWithInterval {
  readonly mean: number | null;
  /** 95 % bootstrap interval over media. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface CellFigures {
  readonly kind: string;
  readonly level: number;
  readonly j: FigureWithInterval;
  readonly f: FigureWithInterval;
  readonly scored: number;
  readonly unscored: number;
}

/** A result, and the key of the picture or video that it is about. */
export type MediaResult = SampleResult & { readonly media: string };

/** @param results in the order of the data set */
export function summarize(settings: EvalSettings, results: readonly MediaResult[]): EvalReport {
  const scored = results.filter(({ j }) => j !== null);
  const [j, f] = [figureOf(scored, 'j'), figureOf(scored, 'f')];
  const celled = results.filter(({ kind, level }) => kind !== undefined && level !== undefined);
  return {
    settings,
    samples: results.length,
    scored: scored.length,
    unscored: results.flatMap(({ id, unscored }) => (unscored === undefined ? [] : [{ id, reason: unscored }])),
    j,
    f,
    jf: j.mean === null || f.mean === null ? null : (j.mean + f.mean) / 2,
    cells: cellsOf(celled).map((cell) => cellFigures(cell, celled)),
    losses: lossSources(results),
    calls: sumCalls(results),
    alwaysOnCalls: sumAlwaysOn(results),
  };
}

const cellsOf = (results: readonly SampleResult[]): Cell[] =>
  cellMeans(results.map(({ kind, level, j }) => ({ kind: kind!, level: level!, score: j })));

function cellFigures({ kind, level, scored, unscored }: Cell, results: readonly MediaResult[]): CellFigures {
  const members = results.filter((result) => result.kind === kind && result.level === level && result.j !== null);
  return { kind, level, j: figureOf(members, 'j'), f: figureOf(members, 'f'), scored, unscored };
}

/** Samples of one picture or video are drawn together: they are not independent of each other. */
function figureOf(results: readonly MediaResult[], key: 'j' | 'f'): FigureWithInterval {
  if (results.length === 0) return { mean: null, low: null, high: null };
  const clusters = new Map<string, number[]>();
  for (const result of results) {
    const cluster = clusters.get(result.media);
    if (cluster) cluster.push(result[key]!);
    else clusters.set(result.media, [result[key]!]);
  }
  const mean = results.reduce((sum, result) => sum + result[key]!, 0) / results.length;
  return { mean, ...bootstrapInterval([...clusters.values()]) };
}

/** The queries of one picture or video were answered in one run: what it would have made is made once, not for each. */
function sumAlwaysOn(results: readonly MediaResult[]): number {
  const byMedia = new Map<string, number>();
  for (const { media, alwaysOnCalls } of results) byMedia.set(media, Math.max(byMedia.get(media) ?? 0, alwaysOnCalls));
  return [...byMedia.values()].reduce((sum, calls) => sum + calls, 0);
}

function sumCalls(results: readonly SampleResult[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { calls } of results) for (const [id, count] of Object.entries(calls)) sums[id] = (sums[id] ?? 0) + count;
  return Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
}
