import type { Material, Pattern, Rgb } from '../models/contract.ts';
import { type PatternFunction, patternFunction } from './pattern-sampler.ts';
import { toLinear } from './srgb.ts';

/** A material made ready for shading: linear colours. */
export interface Coat {
  readonly color: Rgb;
  readonly pattern: Pattern | undefined;
  /** Writes the pattern at the sampler's place. */
  readonly look: PatternFunction | undefined;
  readonly second: Rgb;
  /** Sharpness of the highlight: its cosine is squared so many times. */
  readonly squarings: number;
  /** Strength of highlight and mirror image. */
  readonly gloss: number;
  readonly glow: number;
}

const known = new WeakMap<Material, Coat>();

export function coatOf(material: Material): Coat {
  const coat = known.get(material) ?? makeCoat(material);
  known.set(material, coat);
  return coat;
}

export function linear([r, g, b]: Rgb, factor = 1): Rgb {
  return [toLinear(r) * factor, toLinear(g) * factor, toLinear(b) * factor];
}

function makeCoat({ color, pattern, roughness, glow = 0 }: Material): Coat {
  const smooth = 1 - roughness;
  return {
    color: linear(color),
    pattern,
    look: pattern && patternFunction(pattern.kind),
    second: pattern ? linear(pattern.color) : [0, 0, 0],
    squarings: Math.round(2 + 6 * smooth),
    gloss: smooth * smooth,
    glow,
  };
}
