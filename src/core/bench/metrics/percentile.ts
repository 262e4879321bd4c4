/**
 * The least of the values that at least this share of them do not exceed (nearest rank); NaN without a value.
 * @param share 0..1: 0.5 is the (lower) median
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
