import type { PictureChange } from './contract.ts';

/** Multiplies every value by `factor`, 0..1. */
export function darken(factor: number): PictureChange {
  const table = Uint8Array.from({ length: 256 }, (_, value) => Math.round(value * factor));
  return (data) => {
    for (let i = 0; i < data.length; i++) data[i] = table[data[i]!]!;
  };
}
