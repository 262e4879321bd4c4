const shift = 2 ** 26;

/** One number for an ordered pair of track ids. */
export const pairId = (a: number, b: number): number => a * shift + b;

/** One number for a pair of track ids in whichever order. */
export const unorderedPairId = (a: number, b: number): number => pairId(Math.min(a, b), Math.max(a, b));

/** The ids of a pair. */
export const idsOf = (key: number): readonly [a: number, b: number] => [Math.floor(key / shift), key % shift];
