import { Matrix4 } from 'three';
import { rotationX, rotationZ } from '../exact-maths.ts';
import { body, named, posable } from './assemble.ts';
import type { Mesh, Model, ModelOptions, ModelPart, PosableModel } from './contract.ts';
import { blockAt } from './mesh/block-at.ts';
import { lathe } from './mesh/lathe.ts';
import { moved, turned } from './mesh/moved.ts';
import { mergeMeshes } from './mesh/transform-mesh.ts';
import { paint } from './paints.ts';

export interface TrainPose {
  /** Metres driven forward (+z). */
  readonly driven: number;
}

const wheelRadius = 0.016;
const alongZ = (mesh: Mesh) => turned(mesh, rotationX(Math.PI / 2));
const sideways = (mesh: Mesh) => turned(mesh, rotationZ(Math.PI / 2));

/** Toy engine with boiler, chimney and cab, 21 cm long; wagons are models of their own, 20 cm apart. Faces +z. */
export function engine({
  color = 'red',
  accent = 'black',
  scale = 1,
  random,
}: ModelOptions = {}): PosableModel<TrainPose> {
  const coat = paint(color, 0.3, {}, random);
  const dark = paint(accent, 0.5);
  const boiler = moved(
    alongZ(
      lathe([
        [0, -0.06],
        [0.026, -0.06],
        [0.028, -0.055],
        [0.028, 0.06],
        [0.024, 0.064],
        [0, 0.064],
      ]),
    ),
    0,
    0.058,
    0.025,
  );
  const nose = moved(
    alongZ(
      lathe(
        [
          [0, 0.0],
          [0.021, 0.0],
          [0.021, 0.008],
          [0.014, 0.012],
          [0, 0.012],
        ],
        { segments: 20 },
      ),
    ),
    0,
    0.058,
    0.088,
  );
  const chimney = lathe(
    [
      [0, 0.075],
      [0.009, 0.075],
      [0.009, 0.105],
      [0.014, 0.118],
      [0.014, 0.122],
      [0.009, 0.122],
      [0.009, 0.116],
      [0, 0.116],
    ],
    { segments: 18 },
  );
  const cab = mergeMeshes([
    blockAt([0.064, 0.04, 0.06], [0, 0.03, -0.063], 0.003),
    ...[-0.029, 0.029].flatMap((x) =>
      [-0.089, -0.037].map((z) => blockAt([0.006, 0.045, 0.008], [x, 0.068, z], 0.001)),
    ),
    blockAt([0.074, 0.008, 0.074], [0, 0.111, -0.063], 0.003),
  ]);
  const base = mergeMeshes([
    blockAt([0.054, 0.012, 0.2], [0, 0.02, 0], 0.003),
    blockAt([0.06, 0.012, 0.012], [0, 0.014, 0.102], 0.004),
  ]);
  return onWheels(
    {
      noun: 'engine',
      wider: ['locomotive', 'train', 'toy', 'vehicle', 'thing'],
      shapes: [],
      colors: [color],
      size: [0.074, 0.122, 0.215],
      parts: [
        body('boiler', boiler, coat),
        body('cab', cab, coat),
        named('chimney', moved(chimney, 0, 0, 0.062), dark),
        body('nose', nose, paint('yellow', 0.3)),
        body('base', base, dark),
      ],
    },
    [0.07, 0.02, -0.06],
    scale,
  );
}

/** Open toy wagon, 16 cm long, with a load of colour `accent` if given. */
export function wagon({ color = 'blue', accent, scale = 1, random }: ModelOptions = {}): PosableModel<TrainPose> {
  const coat = paint(color, 0.4, {}, random);
  const sides = mergeMeshes([
    blockAt([0.066, 0.008, 0.16], [0, 0.03, 0], 0.002),
    ...[-0.03, 0.03].map((x) => blockAt([0.006, 0.04, 0.16], [x, 0.034, 0], 0.002)),
    ...[-0.077, 0.077].map((z) => blockAt([0.06, 0.04, 0.006], [0, 0.034, z], 0.002)),
  ]);
  const load = accent ? [named('load', blockAt([0.05, 0.045, 0.14], [0, 0.036, 0], 0.012), paint(accent, 0.9))] : [];
  const base = mergeMeshes([
    blockAt([0.05, 0.01, 0.15], [0, 0.021, 0], 0.002),
    blockAt([0.012, 0.006, 0.05], [0, 0.022, 0.09], 0.002),
  ]);
  return onWheels(
    {
      noun: 'wagon',
      wider: ['train', 'toy', 'vehicle', 'thing'],
      shapes: ['wide'],
      colors: [color],
      size: [0.072, 0.074, 0.18],
      parts: [body('body', sides, coat), body('base', base, paint('black', 0.6)), ...load],
    },
    [0.052, -0.052],
    scale,
  );
}

/** Adds a pair of wheels an axle. */
function onWheels(model: Model, axles: readonly number[], scale: number): PosableModel<TrainPose> {
  const disc = sideways(
    lathe(
      [
        [0, -0.0035],
        [wheelRadius * 0.9, -0.0035],
        [wheelRadius, -0.002],
        [wheelRadius, 0.002],
        [wheelRadius * 0.9, 0.0035],
        [0, 0.0035],
      ],
      { segments: 18 },
    ),
  );
  const spoke = blockAt([0.009, wheelRadius * 1.5, 0.004], [0, -wheelRadius * 0.75, 0], 0.001);
  const pair = mergeMeshes([-0.027, 0.027].flatMap((x) => [moved(disc, x, 0, 0)]));
  const spokes = mergeMeshes([-0.027, 0.027].map((x) => moved(spoke, x, 0, 0)));
  const wheels: ModelPart[] = axles.flatMap((_, i) => [
    named('wheels', pair, paint('black', 0.5), `axle ${i}`),
    named('wheels', spokes, paint('gray', 0.4), `axle ${i}`),
  ]);
  const still = model.parts.map(() => new Matrix4());
  return posable<TrainPose>({ ...model, parts: [...model.parts, ...wheels] }, scale, ({ driven = 0 }) => [
    ...still,
    ...axles.flatMap((z) => {
      const matrix = new Matrix4().makeTranslation(0, wheelRadius, z).multiply(rotationX(driven / scale / wheelRadius));
      return [matrix, matrix];
    }),
  ]);
}
