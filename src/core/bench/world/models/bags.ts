import { cos, sin } from '../exact-maths.ts';
import { body, named, scaled } from './assemble.ts';
import type { Model, ModelOptions } from './contract.ts';
import { blockAt } from './mesh/block-at.ts';
import { lathe } from './mesh/lathe.ts';
import type { Point } from './mesh/mesh-builder.ts';
import { moved, stretched } from './mesh/moved.ts';
import { roundedBox } from './mesh/rounded-box.ts';
import { mergeMeshes } from './mesh/transform-mesh.ts';
import { tube } from './mesh/tube.ts';
import { paint } from './paints.ts';

/** Hand bag with two straps, 32 cm wide. */
export function bag({ color = 'brown', accent, scale = 1, random }: ModelOptions = {}): Model {
  const leather = paint(color, 0.6, {}, random);
  const strap = (z: number) => {
    const points = Array.from({ length: 11 }, (_, i): Point => {
      const angle = (Math.PI * i) / 10;
      return [0.085 * cos(angle), 0.2 + 0.14 * sin(angle), z];
    });
    return tube(points, 0.006, 8);
  };
  const sides = stretched(roundedBox(0.32, 0.23, 0.13, 0.035), 1, 1, 1);
  return scaled(
    {
      noun: 'bag',
      wider: ['container', 'thing to carry things in', 'thing'],
      shapes: [],
      colors: accent ? [color, accent] : [color],
      size: [0.32, 0.345, 0.13],
      parts: [
        body('body', moved(sides, 0, 0.115, 0), leather),
        named('strap', mergeMeshes([strap(0.035), strap(-0.035)]), paint(accent ?? color, 0.6, {}, random)),
        named('pocket', blockAt([0.2, 0.11, 0.02], [0, 0.04, 0.065], 0.009), paint(accent ?? color, 0.6, {}, random)),
      ],
    },
    scale,
  );
}

/** Open basket of wicker, 36 cm wide, with a handle over its top. */
export function basket({ color = 'brown', scale = 1, random }: ModelOptions = {}): Model {
  const wicker = paint(
    color,
    0.9,
    { color: [0.6, 0.42, 0.22], pattern: { kind: 'checks', color: [0.4, 0.26, 0.12], scale: 0.03 } },
    random,
  );
  const wall = lathe([
    [0, 0.004],
    [0.13, 0],
    [0.14, 0.006],
    [0.178, 0.15],
    [0.184, 0.158],
    [0.18, 0.166],
    [0.17, 0.158],
    [0.132, 0.012],
    [0, 0.01],
  ]);
  const arch = Array.from({ length: 15 }, (_, i): Point => {
    const angle = (Math.PI * i) / 14;
    return [0.176 * cos(angle), 0.15 + 0.16 * sin(angle), 0];
  });
  return scaled(
    {
      noun: 'basket',
      wider: ['container', 'thing to carry things in', 'thing'],
      shapes: ['round'],
      colors: [color],
      size: [0.368, 0.32, 0.368],
      parts: [body('body', wall, wicker), named('handle', tube(arch, 0.008, 8), wicker)],
    },
    scale,
  );
}
