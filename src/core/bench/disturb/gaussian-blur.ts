import type { PictureChange, PictureStream } from './contract.ts';

const passes = 3;

/**
 * Blurs with a standard deviation of `sd` px along each axis: three passes of an extended box, which has the exact
 * variance (Gwosdek, Grewenig, Bruhn and Weickert, Theoretical foundations of Gaussian convolution by extended box
 * filtering, 2011). Beyond the border the pixels of the border go on.
 */
export function gaussianBlur(sd: number, { width, height }: PictureStream): PictureChange {
  const box = extendedBox((sd * sd) / passes);
  const across = new Float32Array(width * height * 3);
  const lines: Lines = [new Float64Array(Math.max(width, height)), new Float64Array(Math.max(width, height))];
  return (data) => {
    for (let y = 0; y < height; y++)
      for (let c = 0; c < 3; c++) blurLine(data, across, y * width * 3 + c, 3, width, box, lines);
    for (let x = 0; x < width * 3; x++) blurLine(across, data, x, width * 3, height, box, lines);
  };
}

type Lines = readonly [Float64Array, Float64Array];

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

function blurLine(
  source: Uint8Array | Float32Array,
  out: Uint8Array | Float32Array,
  from: number,
  step: number,
  count: number,
  box: ExtendedBox,
  lines: Lines,
): void {
  const [first, second] = lines;
  for (let i = 0; i < count; i++) first[i] = source[from + i * step]!;
  boxPass(first, second, count, box);
  boxPass(second, first, count, box);
  boxPass(first, second, count, box);
  const bytes = out instanceof Uint8Array;
  // A byte array cuts off: half a step makes that rounding.
  for (let i = 0; i < count; i++) out[from + i * step] = bytes ? second[i]! + 0.5 : second[i]!;
}

function boxPass(line: Float64Array, out: Float64Array, count: number, { reach, edge }: ExtendedBox): void {
  const last = count - 1;
  const total = 2 * reach + 1 + 2 * edge;
  let sum = 0;
  for (let k = -reach; k <= reach; k++) sum += line[k < 0 ? 0 : k > last ? last : k]!;
  for (let i = 0; i < count; i++) {
    const before = line[Math.max(0, i - reach - 1)]!;
    const after = line[Math.min(last, i + reach + 1)]!;
    out[i] = (sum + edge * (before + after)) / total;
    sum += after - line[Math.max(0, i - reach)]!;
  }
}
