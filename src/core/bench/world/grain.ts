import { seededRandom } from '../../base/random.ts';

const side = 256;

/** Smooth random field in [-1, 1] over the plane: value noise on a grid of 256 x 256 that repeats. */
export function valueNoise(seed: number): (x: number, y: number) => number {
  const random = seededRandom(seed);
  const grid = Float32Array.from({ length: side * side }, () => random.next() * 2 - 1);
  const at = (x: number, y: number) => grid[(y & (side - 1)) * side + (x & (side - 1))]!;
  return (x, y) => {
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    const u = ease(x - x0);
    const v = ease(y - y0);
    const top = at(x0, y0) * (1 - u) + at(x0 + 1, y0) * u;
    const bottom = at(x0, y0 + 1) * (1 - u) + at(x0 + 1, y0 + 1) * u;
    return top * (1 - v) + bottom * v;
  };
}

const ease = (t: number) => t * t * (3 - 2 * t);

const tableSize = 65536;

/**
 * Noise of a camera sensor, nearly normal (sum of four uniform numbers, so that only exactly specified arithmetic
 * is used). Adds it to `rgb`, rounds and clamps into `out`; each row starts at another place of the table.
 */
export function sensorNoise(seed: number, deviation: number) {
  const random = seededRandom(seed);
  const four = () => random.next() + random.next() + random.next() + random.next() - 2;
  const table = Float32Array.from({ length: tableSize }, () => four() * 1.732 * deviation + 0.5);
  return (rgb: Float32Array, out: Uint8Array, rowLength: number, frame: number) => {
    const starts = seededRandom((seed ^ Math.imul(frame + 1, 0x9e3779b1)) | 0);
    for (let row = 0; row < rgb.length; row += rowLength) {
      let k = starts.int(0, tableSize - 1);
      for (let i = row; i < row + rowLength; i++) {
        const value = rgb[i]! + table[k++ & (tableSize - 1)]!;
        out[i] = value < 0 ? 0 : Math.min(value, 255);
      }
    }
  };
}
