import { Matrix4, Vector3 } from 'three';
import type { Random } from '../../../base/random.ts';
import type { Color } from '../../../specialists/contract.ts';
import type { Material, Model, Pattern, Rgb } from '../models/contract.ts';
import { blockAt } from '../models/mesh/block-at.ts';
import { paint } from '../models/paints.ts';
import type { CameraPose, LightRig, Placement, Scenery } from '../render/contract.ts';
import { placeModel } from '../render/place.ts';
import { poseAt, poseMatrix } from '../stage/pose.ts';
import { Stage } from '../stage/stage.ts';

type Size = readonly [number, number, number];

/** A block of scenery whose underside's middle is at `foot`. */
export function block(size: Size, foot: Size, material: Material): Placement {
  return { thing: 0, part: 0, mesh: blockAt([...size], [...foot], 0), material, matrix: new Matrix4() };
}

/** A surface of any tint; `near` is what people would call it. */
export function surface(near: Color, color: Rgb, pattern?: Pattern, roughness = 0.8): Material {
  return paint(near, roughness, { color, ...(pattern === undefined ? {} : { pattern }) });
}

export interface RoomOptions {
  readonly wall: Material;
  readonly floor: Material;
  /** z of the back wall. @default -2 */
  readonly back?: number;
  /** Half width. @default 6 */
  readonly side?: number;
}

/** Floor, back wall with a skirting board, both sides. */
export function room({ wall, floor, back = -2, side = 6 }: RoomOptions): Scenery {
  const depth = 14;
  return [
    block([2 * side, 0.1, depth], [0, -0.1, back + depth / 2], floor),
    block([2 * side, 4, 0.1], [0, 0, back - 0.05], wall),
    block([2 * side, 0.09, 0.02], [0, 0, back + 0.01], paint('white', 0.5)),
    ...[-side, side].map((x) => block([0.1, 4, depth], [x, 0, back + depth / 2], wall)),
  ];
}

/** Grass as far as one sees. */
export const meadow = (color: Rgb = [0.36, 0.5, 0.24]): Scenery => [
  block(
    [120, 0.1, 120],
    [0, -0.1, -30],
    surface('green', color, { kind: 'grass', color: [0.27, 0.42, 0.18], scale: 0.6 }, 1),
  ),
];

/** Grass a little below the ground, so that what lies on the ground is drawn and not the grass. */
export const lowMeadow = (): Scenery =>
  meadow().map((ground) => ({ ...ground, matrix: new Matrix4().makeTranslation(0, -0.05, 0) }));

/** Pavements along x: one up to z = back, one from z = front on. */
export function pavements(back: number, front: number): Scenery {
  const stones = surface('gray', [0.62, 0.61, 0.58], { kind: 'tiles', color: [0.52, 0.51, 0.49], scale: 0.6 }, 0.9);
  return [back - 3, front + 3].map((z) => block([120, 0.2, 6], [0, -0.1, z], stones));
}

/** A street along x: far pavement up to z = back, road, near pavement. */
export function street(back: number, front: number): Scenery {
  const asphalt = surface('gray', [0.36, 0.37, 0.39], { kind: 'asphalt', color: [0.3, 0.31, 0.33], scale: 0.05 }, 0.95);
  const line = paint('white', 0.8);
  const middle = (back + front) / 2;
  const dashes = Array.from({ length: 15 }, (_, i) => block([1.6, 0.012, 0.12], [-28 + i * 4, -0.01, middle], line));
  return [
    block([120, 0.1, front - back], [0, -0.1, middle], asphalt),
    ...pavements(back, front),
    ...dashes,
    ...lowMeadow(),
  ];
}

/** Looks from a place at another one. */
export const lookFrom = ([x, y, z]: Size, [tx, ty, tz]: Size, fovY = 40): CameraPose => ({
  position: new Vector3(x, y, z),
  target: new Vector3(tx, ty, tz),
  fovY,
});

/** Soft light of a room from the upper left. */
export const roomLight = (): LightRig => ({
  sun: { direction: new Vector3(-0.55, 1.1, 0.75), color: [1, 0.96, 0.9], strength: 1, softness: 0.1 },
  ambient: { sky: [0.9, 0.93, 1], ground: [0.6, 0.55, 0.5], strength: 0.75 },
});

/** A day outside with some clouds. */
export const dayLight = (): LightRig => ({
  sun: { direction: new Vector3(-0.6, 1.2, 0.8), color: [1, 0.97, 0.9], strength: 1.1, softness: 0.04 },
  ambient: { sky: [0.75, 0.85, 1], ground: [0.5, 0.5, 0.45], strength: 0.75 },
  backdrop: { horizon: [0.8, 0.87, 0.94], zenith: [0.42, 0.62, 0.9], clouds: 0.4 },
});

export const creamWall = (): Material => surface('white', [0.86, 0.84, 0.78]);
export const grayWall = (): Material => surface('gray', [0.74, 0.77, 0.8]);
export const blueWall = (): Material => surface('blue', [0.66, 0.75, 0.82]);
export const parquet = (): Material =>
  surface('brown', [0.68, 0.52, 0.36], { kind: 'planks', color: [0.56, 0.41, 0.27], scale: 0.14 }, 0.55);
export const stoneFloor = (): Material =>
  surface('gray', [0.7, 0.69, 0.66], { kind: 'tiles', color: [0.58, 0.57, 0.55], scale: 0.4 }, 0.6);
export const carpet = (color: Rgb = [0.62, 0.6, 0.57]): Material =>
  surface(
    'gray',
    color,
    { kind: 'fabric', color: [color[0] * 0.93, color[1] * 0.93, color[2] * 0.93], scale: 0.03 },
    1,
  );

/** The same view from a place that differs by up to 2 % of the distance. */
function moved(camera: CameraPose, random: Random): CameraPose {
  const reach = 0.02 * camera.position.distanceTo(camera.target);
  const shift = () => random.between(-reach, reach);
  return { ...camera, position: camera.position.clone().add(new Vector3(shift(), shift(), shift())) };
}

/** A stage in a room. */
export function indoors(random: Random, camera: CameraPose, set: RoomOptions): Stage {
  const stage = new Stage(random, moved(camera, random), roomLight());
  stage.scenery = room(set);
  return stage;
}

/** A stage on a meadow. */
export function outdoors(random: Random, camera: CameraPose): Stage {
  const stage = new Stage(random, moved(camera, random), dayLight());
  stage.scenery = meadow();
  return stage;
}

/** A model as scenery: it is no thing. */
export const asScenery = (model: Model, x: number, z: number, yaw = 0): Scenery =>
  placeModel(0, model, poseMatrix(poseAt(x, 0, z, yaw), 0));
