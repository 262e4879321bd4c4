const steps = 4096;

/** Linear light of an sRGB value (IEC 61966-2-1), both 0..1; from + - * / and sqrt alone. */
export function toLinear(value: number): number {
  if (value <= 0.04045) return value / 12.92;
  const x = (value + 0.055) / 1.055;
  // x^2.4 = x^2 (x^2)^(1/5)
  return x * x * fifthRoot(x * x);
}

/** sRGB value 0..255, not rounded, of linear light 0..1; by table over the square root, off by less than 0.05. */
export function encoded(linear: number): number {
  return table[(Math.sqrt(linear <= 0 ? 0 : linear >= 1 ? 1 : linear) * steps + 0.5) | 0]!;
}

const table = Float32Array.from({ length: steps + 1 }, (_, i) => 255 * toSrgb((i / steps) ** 2));

function toSrgb(linear: number): number {
  if (linear <= 0.0031308) return 12.92 * linear;
  // x^(1/2.4) = (x^(1/12))^5 and x^(1/12) = sqrt(sqrt(cube root))
  const r = Math.sqrt(Math.sqrt(root(linear, 3)));
  return 1.055 * r * r * r * r * r - 0.055;
}

function fifthRoot(x: number): number {
  return root(x, 5);
}

/** Newton's method from above: the same steps for every x in 0..1. */
function root(x: number, n: number): number {
  let r = 1;
  for (let i = 0; i < 60; i++) {
    let power = 1;
    for (let k = 1; k < n; k++) power *= r;
    r -= (r - x / power) / n;
  }
  return r;
}
