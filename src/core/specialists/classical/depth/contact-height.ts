import type { Mask } from '../../../masks/mask.ts';

/**
 * Depth 0 (near) .. 1 (far) from where a thing meets the ground: on a plane seen from above, the lower its foot in
 * the picture, the nearer it stands.
 */
export function contactDepth({ bbox: [, y, , h], height }: Mask): number {
  return 1 - Math.min(1, (y + h) / height);
}

/** Low for a foot in the upper part of the picture (it may hang or fly) and for one that the lower edge cuts off. */
export function contactConfidence(mask: Mask): number {
  const depth = contactDepth(mask);
  if (depth < 0.01) return 0.3;
  return depth > 0.6 ? 0.2 : 0.4;
}
