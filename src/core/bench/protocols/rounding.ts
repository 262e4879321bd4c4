/** Python's `round(value, digits)`: to the nearest decimal of the exact binary value, halves to the even neighbour. */
export function roundDecimals(value: number, digits: number): number {
  if (!Number.isFinite(value)) return value;
  const rounded = Number(value.toFixed(digits));
  if (!isExactHalf(value, digits)) return rounded;
  const unit = 10 ** -digits;
  const down = Math.floor(value / unit);
  return Number(((down % 2 === 0 ? down : down + 1) * unit).toFixed(digits));
}

/** A tie needs a value that is a multiple of 2^-(digits + 1), and its double rounds up by half a unit. */
function isExactHalf(value: number, digits: number): boolean {
  const steps = value * 2 ** (digits + 1);
  return Number.isInteger(steps) && Math.abs((value * 10 ** digits) % 1) === 0.5;
}
