const shift = 2 ** 26;

/** One number for an ordered pair of track ids. */
export const pairId = (a: number, b: number): number => a * shift + b;

/** The ids of a pair. */
export const idsOf = (key: number): readonly [a: number, b: number] => [Math.floor(key / shift), key % shift];
