import type { Appearance, Color } from '../specialists/contract.ts';
import type { Words } from './program-frame.ts';

/** Below this a smoothed probability is forgotten. */
const negligible = 0.02;
/** Limits at which a program's answer changes (docs/program-api.md). */
const limits = [0.15, 0.3, 0.4, 0.5];
/** Changes up to this much are not sent to programs again. */
const tolerance = 0.03;

/** Words of an appearance, before smoothing. */
export function wordsOf(look: Appearance): Words {
  return {
    colors: look.colors.map(([color, share]) => [color, share]),
    shapes: { ...look.shapes },
    textures: { ...look.textures },
    bright: look.brightness,
  };
}

/** Old words moved towards new ones by weight `k`; what is not named any more fades out. */
export function blendWords(old: Words, fresh: Words, k: number): Words {
  const colors = blendPairs(old.colors ?? [], fresh.colors ?? [], k);
  return {
    ...(old.labels === undefined ? {} : { labels: old.labels }),
    colors: colors as [Color, number][],
    shapes: blendRecord(old.shapes ?? {}, fresh.shapes ?? {}, k),
    textures: blendRecord(old.textures ?? {}, fresh.textures ?? {}, k),
    bright: blend(old.bright, fresh.bright, k),
  };
}

const blend = (old: number | undefined, fresh: number | undefined, k: number): number =>
  old === undefined ? (fresh ?? 0) : old + k * ((fresh ?? old) - old);

/** Pairs of name and probability, largest first; a name missing on one side counts as 0 there. */
export function blendPairs<Name extends string>(
  old: readonly (readonly [Name, number])[],
  fresh: readonly (readonly [Name, number])[],
  k: number,
): [Name, number][] {
  if (old.length === 0) return sortPairs(fresh.map(([name, p]) => [name, p]));
  const mixed = new Map<Name, number>(old.map(([name, p]) => [name, (1 - k) * p]));
  for (const [name, p] of fresh) mixed.set(name, (mixed.get(name) ?? 0) + k * p);
  return sortPairs([...mixed].filter(([, p]) => p >= negligible));
}

const sortPairs = <Name extends string>(pairs: [Name, number][]): [Name, number][] =>
  pairs.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

export function blendRecord(
  old: Readonly<Record<string, number>>,
  fresh: Readonly<Record<string, number>>,
  k: number,
): Record<string, number> {
  const mixed: Record<string, number> = {};
  for (const name of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
    const value = name in old ? (1 - k) * old[name]! + k * (fresh[name] ?? 0) : fresh[name]!;
    if (value >= negligible) mixed[name] = value;
  }
  return mixed;
}

/** Rounded to 3 digits, as programs get them. */
export function roundWords(words: Words): Words {
  const round = (p: number) => Math.round(p * 1000) / 1000;
  const record = (r: Record<string, number>) => Object.fromEntries(Object.entries(r).map(([k, p]) => [k, round(p)]));
  return {
    ...(words.labels && { labels: words.labels.map(([n, p]): [string, number] => [n, round(p)]) }),
    ...(words.colors && { colors: words.colors.map(([n, p]): [Color, number] => [n, round(p)]) }),
    ...(words.shapes && { shapes: record(words.shapes) }),
    ...(words.textures && { textures: record(words.textures) }),
    ...(words.states && { states: record(words.states) }),
    ...(words.bright !== undefined && { bright: round(words.bright) }),
  };
}

/** True if a program could answer differently: another order of colours, a limit crossed, a value off by > 0.03. */
export function wordsDiffer(a: Words, b: Words): boolean {
  return (
    pairsDiffer(a.labels, b.labels) ||
    a.colors?.[0]?.[0] !== b.colors?.[0]?.[0] ||
    pairsDiffer(a.colors, b.colors) ||
    recordsDiffer(a.shapes, b.shapes) ||
    recordsDiffer(a.textures, b.textures) ||
    recordsDiffer(a.states, b.states) ||
    valuesDiffer(a.bright, b.bright)
  );
}

function pairsDiffer(a: Words['labels'], b: Words['labels']): boolean {
  if (a === undefined || b === undefined) return a !== b;
  return a !== b && recordsDiffer(Object.fromEntries(a), Object.fromEntries(b));
}

function recordsDiffer(a: Record<string, number> | undefined, b: Record<string, number> | undefined): boolean {
  if (a === undefined || b === undefined) return a !== b;
  if (a === b) return false;
  for (const name of Object.keys(a)) if (valuesDiffer(a[name], b[name] ?? 0)) return true;
  for (const name of Object.keys(b)) if (!(name in a) && valuesDiffer(0, b[name])) return true;
  return false;
}

function valuesDiffer(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return a !== b;
  return Math.abs(a - b) > tolerance || limits.some((limit) => a >= limit !== b >= limit);
}
