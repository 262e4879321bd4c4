import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect } from 'vitest';
import type { LabelFrame } from '../../src/core/bench/index.ts';
import { decodeIndexedPng } from '../../src/node/media/index.ts';

/** Reference inputs and what the published code computed from them; its README says where each comes from. */
export const root = '../shared/golden';
export const present = existsSync(root);

/** Values compared that rest on a file, by path below `root`. */
const compared = new Map<string, number>();
const parsed = new Map<string, unknown>();
/** Files read since `begin`: what is compared now rests on them. */
const open = new Set<string>();

/** Forgets which files were read, so that what follows is not counted for them. Each test begins so. */
export const begin = (): void => open.clear();
beforeEach(begin);

/** Where a file lies; what is compared from now on counts for it. */
export function uses(path: string): string {
  open.add(path);
  return join(root, path);
}

// biome-ignore lint/suspicious/noExplicitAny: each golden file has a form of its own
export function json(path: string): any {
  uses(path);
  if (!parsed.has(path)) parsed.set(path, JSON.parse(readFileSync(join(root, path), 'utf8')));
  return parsed.get(path);
}

/** Palette indices of a PNG. */
export function labelFrame(path: string): LabelFrame {
  const { labels, width, height } = decodeIndexedPng(readFileSync(uses(path)));
  return { labels, size: [height, width] };
}

/** All label pictures of a folder, by name. */
export const labelFrames = (path: string): LabelFrame[] =>
  readdirSync(join(root, path))
    .sort()
    .map((name) => labelFrame(`${path}/${name}`));

/** Compares numbers, or lists of them one by one, to a relative difference (absolute below 0.001). */
export function near(actual: unknown, expected: number | 'NaN' | readonly (number | 'NaN')[], relative = 1e-9): void {
  const [values, wanted] = [[actual].flat() as number[], [expected].flat() as (number | 'NaN')[]];
  expect(values).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) {
    if (value === 'NaN') expect(values[i]).toBeNaN();
    else expect(Math.abs(values[i]! - value)).toBeLessThanOrEqual(relative * Math.max(1e-3, Math.abs(value)));
  }
  count(wanted.length);
}

/** Compares exactly; a list counts as so many values. */
export function same(actual: unknown, expected: unknown): void {
  expect(actual).toEqual(expected);
  count(Array.isArray(expected) ? expected.length : 1);
}

function count(values: number): void {
  for (const path of open) compared.set(path, (compared.get(path) ?? 0) + values);
}

/** Every file below `root` with the number of values compared that rest on it. */
export function ledger(): { path: string; values: number }[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
    .sort()
    .map((path) => ({ path, values: compared.get(path) ?? 0 }));
}

/** The same as lines for people; pictures of one folder share a line. */
export function ledgerText(): string {
  const lines = new Map<string, number[]>();
  for (const { path, values } of ledger()) {
    const line = path.replace(/[^/]*(\.(?:png|jpg))$/, '*$1');
    lines.set(line, [...(lines.get(line) ?? []), values]);
  }
  return [...lines]
    .map(([line, values]) => {
      const [least, most] = [Math.min(...values), Math.max(...values)];
      const figure = least === most ? `${least}` : `${least} to ${most}`;
      return values.length === 1 && !line.startsWith('*') && !line.includes('/*')
        ? `${line}: ${figure} values compared`
        : `${line}: ${values.length} files, ${figure} values compared for each`;
    })
    .join('\n');
}
