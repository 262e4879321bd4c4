/** Cosine of two vectors of equal length; null where one is missing or they do not fit together. */
export function cosine(a: Float32Array | null | undefined, b: Float32Array | null | undefined): number | null {
  if (!a || !b || a.length !== b.length) return null;
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    dot += a[i]! * b[i]!;
    aa += a[i]! * a[i]!;
    bb += b[i]! * b[i]!;
  }
  return aa === 0 || bb === 0 ? null : dot / Math.sqrt(aa * bb);
}

/** (1 - k) old + k fresh, brought back to length 1. */
export function blendVectors(old: Float32Array | null, fresh: Float32Array, k: number): Float32Array {
  if (old === null || old.length !== fresh.length) return fresh.slice();
  const mixed = old.map((value, i) => (1 - k) * value + k * fresh[i]!);
  const norm = Math.sqrt(mixed.reduce((sum, value) => sum + value * value, 0));
  return norm === 0 ? mixed : mixed.map((value) => value / norm);
}

/** Cosine of appearance from which on two things could pass for one another. */
export const alikeLooks = 0.8;
