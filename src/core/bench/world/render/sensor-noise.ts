import { seededRandom } from '../../../base/random.ts';

const tableSize = 65536;
/** Nearly normal with deviation 1: the sum of four uniform numbers, so that only exact arithmetic is used. */
const table = makeTable();

function makeTable(): Float32Array {
  const random = seededRandom(90210);
  const four = () => random.next() + random.next() + random.next() + random.next() - 2;
  return Float32Array.from({ length: tableSize }, () => four() * 1.732);
}

/**
 * Adds a camera's noise to grey levels 0..255, rounds and clamps them into `out`. Each row starts at another place of one
 * table, chosen by `frame`.
 */
export function addSensorNoise(
  levels: Float32Array,
  out: Uint8Array,
  rowLength: number,
  deviation: number,
  frame: number,
): void {
  const starts = seededRandom(Math.imul(frame + 1, 0x9e3779b1));
  for (let row = 0; row < levels.length; row += rowLength) {
    let k = starts.int(0, tableSize - 1);
    for (let i = row; i < row + rowLength; i++) {
      const value = levels[i]! + table[k++ & (tableSize - 1)]! * deviation + 0.5;
      out[i] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  }
}
