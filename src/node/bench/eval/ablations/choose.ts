import { InputError } from '../../../../core/base/index.ts';
import type { EvalSettings } from '../contract.ts';
import { combineChanges } from './combine.ts';
import type { Ablation, ChosenAblation } from './contract.ts';
import { ablations, ablationsText, formOf, rangeOf } from './list.ts';

/**
 * Reads `name` and `name=value`; lists with commas may be among them.
 * @returns in the order of the list of ablations, so that the same set always has the same texts
 * @throws InputError for a name or value that there is not, and for a name that comes twice
 */
export function chooseAblations(texts: readonly string[]): readonly ChosenAblation[] {
  const items = texts.flatMap((text) => text.split(',')).map((text) => text.trim());
  const chosen = items.map(chooseOne);
  const twice = chosen.find(({ ablation }, i) => chosen.findIndex((other) => other.ablation === ablation) !== i);
  if (twice !== undefined) throw new InputError(`the ablation ${twice.ablation.name} is given twice`);
  return chosen.sort((a, b) => ablations.indexOf(a.ablation) - ablations.indexOf(b.ablation));
}

/**
 * All that a sweep tries, one at a time: each ablation with each of its values, or only those of `only` (a name alone
 * stands for all values). Where nobody looks at pictures, those that change pictures are left out.
 * @throws InputError as `chooseAblations` and `requireFit`, for what `only` names
 */
export function sweepAblations(
  perception: EvalSettings['perception'],
  only?: readonly string[],
): readonly ChosenAblation[] {
  const named = only?.flatMap((text) => text.split(',')).map((text) => text.trim());
  const chosen =
    named === undefined
      ? ablations.filter(({ needsPictures }) => perception === 'builtin' || !needsPictures).flatMap(valuesOf)
      : named.flatMap((text) => {
          const whole = ablations.find(({ name }) => name === text);
          return whole === undefined ? [chooseOne(text)] : valuesOf(whole);
        });
  requireFit(chosen, { perception, everyFrame: false });
  return chosen;
}

/** An ablation with each value that a sweep tries. */
function valuesOf({ name, values }: Ablation): readonly ChosenAblation[] {
  if (values === undefined) return [chooseOne(name)];
  return values.sweep.map((value) => chooseOne(`${name}=${valueText(values, value)}`));
}

/** @throws InputError where pictures are to be changed and nobody looks at them, or masks to be written would not fit */
export function requireFit(
  chosen: readonly ChosenAblation[],
  { perception, everyFrame }: Pick<EvalSettings, 'perception' | 'everyFrame'>,
): void {
  const blind = chosen.filter(({ ablation }) => ablation.needsPictures === true).map(({ text }) => text);
  if (perception !== 'builtin' && blind.length > 0)
    throw new InputError(`${blind.join(', ')} would change nothing: --perception ${perception} looks at no pictures`, {
      remedy: 'Use --perception builtin.',
    });
  const { every, shakePx } = combineChanges(chosen);
  if (everyFrame && (every !== undefined || shakePx !== undefined))
    throw new InputError('with speed and shake masks are none of the frames and pixels that the data set has', {
      remedy: 'Leave out --masks.',
    });
}

function chooseOne(text: string): ChosenAblation {
  const [name = '', ...rest] = text.split('=');
  const ablation = ablations.find((one) => one.name === name);
  if (ablation === undefined) throw new InputError(`there is no ablation "${name}"`, { remedy: remedy() });
  const { values } = ablation;
  if (values === undefined) {
    if (rest.length > 0) throw new InputError(`the ablation ${name} takes no value: "${text}"`, { remedy: remedy() });
    return { ablation, value: 0, text: name };
  }
  const value = numberOf(values, rest.join('='));
  if (value === null)
    throw new InputError(
      `${formOf(ablation)} needs ${values.whole ? 'a whole number' : 'a number'} from ${rangeOf(values)}: "${text}"`,
      { remedy: remedy() },
    );
  return { ablation, value, text: `${name}=${valueText(values, value)}` };
}

type Values = NonNullable<Ablation['values']>;

function numberOf({ from, to, whole, infinite }: Values, text: string): number | null {
  if (infinite !== undefined && text === infinite) return Number.POSITIVE_INFINITY;
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value < from || value > to) return null;
  return whole === true && !Number.isInteger(value) ? null : value;
}

const valueText = ({ infinite }: Values, value: number): string =>
  value === Number.POSITIVE_INFINITY ? infinite! : String(value);

const remedy = () => `There are:\n${ablationsText()}`;
