import { cos, sin } from '../../exact-maths.ts';
import type { Mesh } from '../contract.ts';
import { lathe, type ProfilePoint } from './lathe.ts';

/** A rounded limb that hangs down from the origin to (0, -length, 0), `top` and `bottom` being the radii of its ends. */
export function limb(length: number, top: number, bottom: number, segments = 14): Mesh {
  const quarter = [0, 1, 2, 3, 4].map((i) => (Math.PI / 8) * i);
  const profile: ProfilePoint[] = [
    ...quarter.map((a): ProfilePoint => [a === 0 ? 0 : bottom * sin(a), -length - bottom * cos(a)]),
    ...quarter.map((a, i): ProfilePoint => [i === 4 ? 0 : top * cos(a), top * sin(a)]),
  ];
  return lathe(profile, { segments, crease: -1 });
}
