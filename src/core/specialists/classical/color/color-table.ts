import { basicColors } from '../../contract.ts';
import { colorMembership } from './color-names.ts';
import { createLabImage, rgbToLab } from './lab.ts';

/** Names of every RGB colour at 5 bits a channel; cell = (r >> 3) << 10 | (g >> 3) << 5 | (b >> 3). */
export interface ColorTable {
  /** Index in `basicColors` of the name that fits best. */
  readonly first: Uint8Array;
  /** Index of the second best name (any other where there is none). */
  readonly second: Uint8Array;
  /** Share of the best name, 0..1; the second has the rest. */
  readonly firstShare: Float32Array;
}

let table: ColorTable | undefined;

/** The shared table, made at the first call (about 10 ms). */
export function colorTable(): ColorTable {
  table ??= buildTable();
  return table;
}

export const cellOfRgb = (red: number, green: number, blue: number): number =>
  ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);

/**
 * Shares of the eleven names (order of `basicColors`, sum 1, all 0 for no pixels) over interleaved RGB pixels;
 * `indices` picks pixels, all of them if absent.
 */
export function colorShares(rgb: Uint8Array, indices?: ArrayLike<number>): Float32Array {
  const { first, second, firstShare } = colorTable();
  const shares = new Float32Array(basicColors.length);
  const count = indices?.length ?? rgb.length / 3;
  for (let k = 0; k < count; k++) {
    const p = 3 * (indices?.[k] ?? k);
    const cell = cellOfRgb(rgb[p]!, rgb[p + 1]!, rgb[p + 2]!);
    const share = firstShare[cell]! / count;
    shares[first[cell]!]! += share;
    shares[second[cell]!]! += 1 / count - share;
  }
  return shares;
}

function buildTable(): ColorTable {
  const cells = 32 ** 3;
  const lab = rgbToLab(cellCenters(cells), createLabImage(cells, 1));
  const made = { first: new Uint8Array(cells), second: new Uint8Array(cells), firstShare: new Float32Array(cells) };
  const shares = new Float32Array(basicColors.length);
  for (let i = 0; i < cells; i++) {
    const [best, next] = topTwo(colorMembership(lab.l[i]!, lab.a[i]!, lab.b[i]!, shares));
    made.first[i] = best;
    made.second[i] = next;
    made.firstShare[i] = shares[best]! / (shares[best]! + shares[next]!);
  }
  return made;
}

function cellCenters(cells: number): Uint8Array {
  const rgb = new Uint8Array(3 * cells);
  for (let i = 0; i < cells; i++) rgb.set([center(i >> 10), center((i >> 5) & 31), center(i & 31)], 3 * i);
  return rgb;
}

/** Stretched so that the ends are black and full. */
const center = (step: number): number => Math.round((step * 255) / 31);

function topTwo(shares: Float32Array): readonly [best: number, next: number] {
  let best = 0;
  for (let i = 1; i < shares.length; i++) if (shares[i]! > shares[best]!) best = i;
  let next = best === 0 ? 1 : 0;
  for (let i = 0; i < shares.length; i++) if (i !== best && shares[i]! > shares[next]!) next = i;
  return [best, next];
}
