import { cos, sin } from '../../exact-maths.ts';
import type { Mesh } from '../contract.ts';
import { lathe, type ProfilePoint } from './lathe.ts';

/** Ball around the origin; `rings` from pole to pole, twice as many around. */
export function sphere(radius: number, rings = 14): Mesh {
  const profile = Array.from({ length: rings + 1 }, (_, i): ProfilePoint => {
    if (i === 0 || i === rings) return [0, i === 0 ? -radius : radius];
    const angle = (Math.PI * i) / rings;
    return [radius * sin(angle), -radius * cos(angle)];
  });
  return lathe(profile, { segments: 2 * rings, crease: -1 });
}
