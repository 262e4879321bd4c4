/** Gaussian, sigma 1.3, cut at 3 px: weights of distance 0, 1, 2, 3 (sum over both sides is 1). */
const [w0, w1, w2, w3] = gaussian(1.3);

/**
 * Blurs one plane with a Gaussian of sigma 1.3 (separable, edges repeated); `out` may not be `plane`.
 * `line` is scratch of at least `width + 6` values.
 */
export function blurPlane(
  plane: Float32Array,
  width: number,
  height: number,
  out: Float32Array,
  line = new Float32Array(width + 6),
): Float32Array {
  for (let y = 0; y < height; y++) {
    blurColumns(plane, width, height, y, line);
    blurRow(line, width, out, y * width);
  }
  return out;
}

/** Vertical pass for one row, with three repeated values at either end of `line`. */
function blurColumns(plane: Float32Array, width: number, height: number, y: number, line: Float32Array): void {
  const row = (dy: number) => Math.max(0, Math.min(height - 1, y + dy)) * width;
  const [r0, a1, b1, a2, b2, a3, b3] = [row(0), row(-1), row(1), row(-2), row(2), row(-3), row(3)];
  for (let x = 0; x < width; x++) {
    line[x + 3] =
      w0 * plane[r0 + x]! +
      w1 * (plane[a1 + x]! + plane[b1 + x]!) +
      w2 * (plane[a2 + x]! + plane[b2 + x]!) +
      w3 * (plane[a3 + x]! + plane[b3 + x]!);
  }
  line.fill(line[3]!, 0, 3);
  line.fill(line[width + 2]!, width + 3, width + 6);
}

function blurRow(line: Float32Array, width: number, out: Float32Array, at: number): void {
  for (let x = 0; x < width; x++) {
    out[at + x] =
      w0 * line[x + 3]! +
      w1 * (line[x + 2]! + line[x + 4]!) +
      w2 * (line[x + 1]! + line[x + 5]!) +
      w3 * (line[x]! + line[x + 6]!);
  }
}

function gaussian(sigma: number): [number, number, number, number] {
  const raw = [0, 1, 2, 3].map((d) => Math.exp((-d * d) / (2 * sigma * sigma)));
  const sum = raw[0]! + 2 * (raw[1]! + raw[2]! + raw[3]!);
  return raw.map((v) => v / sum) as [number, number, number, number];
}
