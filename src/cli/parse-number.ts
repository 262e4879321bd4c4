import { InvalidArgumentError } from 'commander';

/** Parser of a whole number option within limits. */
export function wholeNumber(low: number, high = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < low || value > high) {
      throw new InvalidArgumentError(
        `expected a whole number from ${low}${high < Number.MAX_SAFE_INTEGER ? ` to ${high}` : ''}.`,
      );
    }
    return value;
  };
}

/** Parser of `WIDTHxHEIGHT`, such as 640x360. */
export function pixelSize(text: string): [width: number, height: number] {
  const match = /^(\d{1,5})x(\d{1,5})$/.exec(text);
  if (match === null) throw new InvalidArgumentError('expected WIDTHxHEIGHT, such as 640x360.');
  return [Number(match[1]), Number(match[2])];
}

/** Parser of a number above 0. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value <= 0) throw new InvalidArgumentError('expected a number above 0.');
  return value;
}
