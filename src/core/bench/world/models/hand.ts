import { Matrix4, Vector3 } from 'three';
import { rotationAbout, rotationX, rotationY } from '../exact-maths.ts';
import { named, posable } from './assemble.ts';
import type { Mesh, Model, ModelOptions, PosableModel } from './contract.ts';
import { limb } from './mesh/limb.ts';
import type { Point } from './mesh/mesh-builder.ts';
import { moved, turned } from './mesh/moved.ts';
import { roundedBox } from './mesh/rounded-box.ts';
import { mergeMeshes } from './mesh/transform-mesh.ts';
import { paint } from './paints.ts';

export interface HandPose {
  /** 0 open .. 1 fist. */
  readonly grip: number;
}

/** A forearm with its hand, as of somebody outside the picture: the palm's middle is at the origin, the arm towards -z. */
export function hand({ color = 'blue', scale = 1, random }: ModelOptions = {}): PosableModel<HandPose> {
  const skin = paint('pink', 0.6, { color: [0.87, 0.66, 0.53] }, random);
  const away = (mesh: Mesh) => turned(mesh, rotationX(Math.PI / 2));
  const palm = moved(roundedBox(0.085, 0.035, 0.1, 0.016), 0, 0, -0.01);
  const wrist = moved(away(limb(0.08, 0.03, 0.03)), 0, 0, -0.05);
  const sleeve = moved(away(limb(0.6, 0.043, 0.047)), 0, 0, -0.13);
  const finger = turned(limb(0.065, 0.0098, 0.0085, 10), rotationX(-Math.PI / 2));
  const spots: readonly Point[] = [
    [-0.032, 0, 0.04],
    [-0.011, 0, 0.046],
    [0.011, 0, 0.044],
    [0.032, 0, 0.036],
  ];
  const model: Model = {
    noun: 'hand',
    wider: ['thing'],
    shapes: [],
    colors: [],
    size: [0.12, 0.06, 0.9],
    parts: [
      named('palm', mergeMeshes([palm, wrist]), skin),
      named('sleeve', sleeve, paint(color, 0.9, {}, random)),
      ...spots.map((_, i) => named('finger', finger, skin, `finger ${i}`)),
      named('thumb', finger, skin),
    ],
  };
  return posable<HandPose>(model, scale, ({ grip = 0.3 }) => [
    new Matrix4(),
    new Matrix4(),
    ...spots.map(([x, y, z]) => new Matrix4().makeTranslation(x, y, z).multiply(rotationX(grip * 1.5))),
    new Matrix4()
      .makeTranslation(0.045, -0.005, 0)
      .multiply(rotationY(0.9 - grip * 0.9))
      .multiply(rotationAbout(new Vector3(1, 0, 0), grip * 1.1)),
  ]);
}
