import { seededRandom } from '../../../base/random.ts';

const side = 256;
const grid = makeGrid();

function makeGrid(): Float32Array {
  const random = seededRandom(20240517);
  return Float32Array.from({ length: side * side }, () => random.next() * 2 - 1);
}

/** Smooth random field in -1..1 over the plane: value noise on a grid of 256 x 256 that repeats. */
export function valueNoise(x: number, y: number): number {
  const fx = Math.floor(x);
  const fy = Math.floor(y);
  let u = x - fx;
  let v = y - fy;
  u = u * u * (3 - 2 * u);
  v = v * v * (3 - 2 * v);
  const x0 = fx & (side - 1);
  const x1 = (fx + 1) & (side - 1);
  const y0 = (fy & (side - 1)) * side;
  const y1 = ((fy + 1) & (side - 1)) * side;
  const top = grid[y0 + x0]! * (1 - u) + grid[y0 + x1]! * u;
  const bottom = grid[y1 + x0]! * (1 - u) + grid[y1 + x1]! * u;
  return top * (1 - v) + bottom * v;
}

/** Random number in -1..1 of a cell of the plane. */
export function cellNoise(x: number, y: number): number {
  return grid[((Math.floor(y) * 57) & (side - 1)) * side + ((Math.floor(x) * 113 + 31) & (side - 1))]!;
}
