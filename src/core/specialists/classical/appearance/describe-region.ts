import type { Mask } from '../../../masks/mask.ts';
import type { Frame } from '../../../media/frame.ts';
import type { Appearance } from '../../contract.ts';
import { appearanceVector } from './appearance-vector.ts';
import { regionBrightness, regionColors } from './region-colors.ts';
import { regionOutline } from './region-outline.ts';
import type { RegionSampler } from './region-samples.ts';
import { shapeWordsOf } from './shape-words.ts';
import { textureWordsOf } from './texture-words.ts';

/** How a region of a frame looks; null for an empty mask or one of another size than the frame. */
export function describeRegion(frame: Frame, mask: Mask, sampler: RegionSampler): Appearance | null {
  if (mask.isEmpty || mask.height !== frame.height || mask.width !== frame.width) return null;
  const samples = sampler.take(frame, mask);
  if (samples.count === 0) return null;
  const outline = regionOutline(mask);
  return {
    colors: regionColors(samples),
    brightness: regionBrightness(samples),
    shapes: shapeWordsOf(mask, outline),
    textures: textureWordsOf(samples),
    vector: appearanceVector(samples),
    length: outline.longSide,
  };
}
