import { type Html, html } from '../../../core/pipelines/report-page/html.ts';
import type { EvalReport } from '../eval/index.ts';

/** A score, 0..1. */
export const scoreText = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

/** A mean with its interval beside it. */
export const intervalText = ({ mean, low, high }: EvalReport['j']): Html =>
  mean === null ? html`–` : html`${scoreText(mean)} <small>${scoreText(low)} – ${scoreText(high)}</small>`;

/** A difference of scores, with its sign. */
export const signedText = (value: number): string => {
  const text = Math.abs(value).toFixed(3);
  return text === '0.000' ? text : `${value < 0 ? '−' : '+'}${text}`;
};

/** A p-value: never 0. */
export const pText = (p: number): string => (p < 0.001 ? '< 0.001' : p.toFixed(3));

/** Milliseconds. */
export const msText = (ms: number): string => ms.toFixed(ms < 100 ? 1 : 0);

/** Calls: queries that were answered together have shares of them. */
export const callsText = (calls: number): string =>
  calls.toFixed(Math.abs(calls - Math.round(calls)) < 1e-6 || calls >= 100 ? 0 : 1);
