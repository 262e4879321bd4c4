import type { PictureChange, PictureStream } from './contract.ts';

/** Passes along each axis. */
const passes = 3;

/**
 * Blurs with a standard deviation of `sd` px along each axis: three passes of an extended box, which has the exact
 * variance (Gwosdek, Grewenig, Bruhn and Weickert, Theoretical foundations of Gaussian convolution by extended box
 * filtering, 2011). Beyond the border the pixels of the border go on.
 */
export function gaussianBlur(sd: number, { width, height }: PictureStream): PictureChange {
  const box = extendedBox((sd * sd) / passes);
  const row = width * 3;
  const sums = new Float64Array(row);
  let [from, to] = [new Float32Array(row * height), new Float32Array(row * height)];
  return (data) => {
    from.set(data);
    for (let i = 0; i < passes; i++) {
      passAcross(from, to, row, box);
      [from, to] = [to, from];
    }
    for (let i = 0; i < passes; i++) {
      passDown(from, to, sums, height, box);
      [from, to] = [to, from];
    }
    // A byte array cuts off: half a step makes that rounding.
    for (let i = 0; i < data.length; i++) data[i] = from[i]! + 0.5;
  };
}

/** Weight 1 from -reach to reach, `edge` one pixel further out on both sides. */
interface ExtendedBox {
  readonly reach: number;
  readonly edge: number;
}

/** The box of this variance: sum of k^2 of its weights over their sum, solved for `edge`. */
function extendedBox(variance: number): ExtendedBox {
  const reach = Math.floor(0.5 * Math.sqrt(12 * variance + 1) - 0.5);
  const whole = 2 * reach + 1;
  const edge = (whole * (variance - (reach * (reach + 1)) / 3)) / (2 * ((reach + 1) ** 2 - variance));
  return { reach, edge };
}

/** Along each row, the three channels one after the other. */
function passAcross(from: Float32Array, to: Float32Array, row: number, { reach, edge }: ExtendedBox): void {
  const scale = 1 / (2 * reach + 1 + 2 * edge);
  for (let line = 0; line < 3 * (from.length / row); line++) {
    const first = Math.floor(line / 3) * row + (line % 3);
    const last = first + row - 3;
    let sum = (reach + 1) * from[first]!;
    for (let k = 1; k <= reach; k++) sum += from[Math.min(last, first + 3 * k)]!;
    for (let i = first; i <= last; i += 3) {
      const after = from[Math.min(last, i + 3 * reach + 3)]!;
      to[i] = (sum + edge * (from[Math.max(first, i - 3 * reach - 3)]! + after)) * scale;
      sum += after - from[Math.max(first, i - 3 * reach)]!;
    }
  }
}

/** Down all columns at once, since rows lie together in memory. */
function passDown(
  from: Float32Array,
  to: Float32Array,
  sums: Float64Array,
  height: number,
  { reach, edge }: ExtendedBox,
): void {
  const row = sums.length;
  const scale = 1 / (2 * reach + 1 + 2 * edge);
  const rowAt = (y: number) => Math.min(height - 1, Math.max(0, y)) * row;
  sums.fill(0);
  for (let k = -reach; k <= reach; k++) for (let x = 0, at = rowAt(k); x < row; x++) sums[x]! += from[at + x]!;
  for (let y = 0; y < height; y++) {
    const [at, before, after, out] = [y * row, rowAt(y - reach - 1), rowAt(y + reach + 1), rowAt(y - reach)];
    for (let x = 0; x < row; x++) {
      const comes = from[after + x]!;
      to[at + x] = (sums[x]! + edge * (from[before + x]! + comes)) * scale;
      sums[x]! += comes - from[out + x]!;
    }
  }
}
