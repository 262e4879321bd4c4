import type { Ablation } from './contract.ts';
import { robustness } from './robustness.ts';
import { specialistAblations } from './specialist-ablations.ts';
import { twinAblations } from './twin-ablations.ts';

/** All ablations, in the order in which several are listed and take effect. */
export const ablations: readonly Ablation[] = [...specialistAblations, ...twinAblations, ...robustness];

/** `window=N`, or the name alone. */
export const formOf = ({ name, values }: Ablation): string => (values === undefined ? name : `${name}=${values.name}`);

/** A line each, for help texts. */
export function ablationsText(): string {
  const width = Math.max(...ablations.map((one) => formOf(one).length)) + 2;
  return ablations.map((one) => `  ${formOf(one).padEnd(width)}${one.summary}${rangeText(one)}`).join('\n');
}

function rangeText({ values }: Ablation): string {
  return values === undefined ? '' : ` [${rangeOf(values)}]`;
}

/** `1 to 12 or unbounded`. */
export function rangeOf({ from, to, infinite }: NonNullable<Ablation['values']>): string {
  return `${from} to ${to}${infinite === undefined ? '' : ` or ${infinite}`}`;
}
