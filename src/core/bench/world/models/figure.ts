import { Matrix4, Vector3 } from 'three';
import type { Random } from '../../../base/random.ts';
import type { Color } from '../../../specialists/contract.ts';
import { cos, rotationX, rotationY, sin } from '../exact-maths.ts';
import { body, named, posable } from './assemble.ts';
import { aimBone, bendLimb, footAt } from './bones.ts';
import type { Model, PosableModel, Rgb } from './contract.ts';
import { blockAt } from './mesh/block-at.ts';
import { lathe } from './mesh/lathe.ts';
import { limb } from './mesh/limb.ts';
import { moved, stretched } from './mesh/moved.ts';
import { sphere } from './mesh/sphere.ts';
import { mergeMeshes } from './mesh/transform-mesh.ts';
import { paint } from './paints.ts';

export interface FigureOptions {
  /** Shirt. @default 'red' */
  readonly color?: Color;
  /** Trousers. @default 'blue' */
  readonly accent?: Color;
  /** @default 'black' */
  readonly hair?: Color;
  readonly noun?: 'person' | 'man' | 'woman' | 'child';
  readonly scale?: number;
  /** Skin and tints. */
  readonly random?: Random;
}

export interface FigurePose {
  /** Walk: 1 is a step with each foot. Distance walked / the model's `stride` keeps the feet where they stand. */
  readonly phase: number;
  /** Length of the steps, 0 standing .. 1. */
  readonly stride: number;
  /** Where the hands go, in model space (metres, scaled); left out: they swing. */
  readonly reachLeft?: Vector3;
  readonly reachRight?: Vector3;
  /** Forward, radians, about the hips. */
  readonly lean: number;
  /** Metres that the hips go down; the knees bend. */
  readonly crouch: number;
  /** To the left, radians. */
  readonly headTurn: number;
  /** Downwards, radians. */
  readonly headNod: number;
}

/** Height at scale 1, m. */
export const figureHeight = 1.74;
/** At scale 1, m. */
const fullStride = 1.2;

const thigh = 0.43;
const shin = 0.42;
const upperArm = 0.29;
const foreArm = 0.27;
const ankle = 0.075;
const hip = 0.1;
const shoulder = 0.2;
const front = new Vector3(0, 0, 1);
const skins: readonly Rgb[] = [
  [0.91, 0.72, 0.6],
  [0.83, 0.62, 0.48],
  [0.62, 0.43, 0.31],
  [0.42, 0.28, 0.2],
];

/** A person of 1.74 m who walks, reaches, bends and looks about; faces +z. */
export function figure(options: FigureOptions = {}): PosableModel<FigurePose> {
  const { scale = 1 } = options;
  return posable<FigurePose>(figureParts(options), scale, (pose) => poseFigure(pose, scale));
}

function figureParts({
  color = 'red',
  accent = 'blue',
  hair = 'black',
  noun = 'person',
  random,
}: FigureOptions): Model {
  const shirt = paint(color, 0.9, {}, random);
  const trousers = paint(accent, 0.9, {}, random);
  const skin = paint('pink', 0.6, { color: random?.pick(skins) ?? skins[0]! });
  const leather = paint('black', 0.4);
  const chest = stretched(
    lathe(
      [
        [0, -0.02],
        [0.115, -0.015],
        [0.135, 0.03],
        [0.13, 0.16],
        [0.15, 0.34],
        [0.158, 0.42],
        [0.14, 0.49],
        [0.085, 0.535],
        [0.05, 0.55],
        [0, 0.555],
      ],
      { segments: 20, crease: -1 },
    ),
    1.22,
    1,
    0.78,
  );
  const pelvis = stretched(
    lathe(
      [
        [0, -0.1],
        [0.08, -0.09],
        [0.135, -0.03],
        [0.142, 0.03],
        [0.135, 0.06],
        [0, 0.06],
      ],
      { segments: 20, crease: 0 },
    ),
    1.2,
    1,
    0.82,
  );
  const skull = mergeMeshes([
    stretched(moved(sphere(0.105, 12), 0, 0.12, 0), 0.88, 1.12, 1),
    moved(sphere(0.018, 6), 0, 0.12, 0.106),
    ...[-0.094, 0.094].map((x) => stretched(moved(sphere(0.03, 6), x / 0.45, 0.125, 0), 0.45, 1, 0.8)),
    moved(limb(0.1, 0.05, 0.055, 12), 0, 0.06, -0.008),
  ]);
  const cap = mergeMeshes([
    stretched(moved(sphere(0.112, 12), 0, 0.145, -0.024), 0.9, 1.05, 0.98),
    ...(noun === 'woman' ? [stretched(moved(sphere(0.1, 10), 0, 0.03, -0.075), 0.95, 1.5, 0.55)] : []),
  ]);
  const eyes = mergeMeshes([-0.036, 0.036].map((x) => moved(sphere(0.011, 6), x, 0.145, 0.09)));
  const palm = mergeMeshes([
    stretched(moved(sphere(0.05, 8), 0, -0.05, 0), 0.55, 1.25, 0.9),
    moved(limb(0.05, 0.014, 0.012, 8), 0, -0.03, 0.035),
  ]);
  const shoe = mergeMeshes([
    blockAt([0.09, 0.07, 0.25], [0, -ankle, 0.055], 0.032),
    blockAt([0.096, 0.022, 0.26], [0, -ankle, 0.055], 0.008),
  ]);
  const arm = (side: string) => [
    named('arm', limb(upperArm, 0.058, 0.044), shirt, `${side} arm`),
    named('arm', limb(foreArm, 0.042, 0.032), color === 'white' ? skin : shirt, `${side} arm`),
    named('hand', palm, skin, `${side} hand`),
  ];
  const leg = (side: string) => [
    named('leg', limb(thigh, 0.088, 0.062), trousers, `${side} leg`),
    named('leg', limb(shin, 0.061, 0.045), trousers, `${side} leg`),
    named('shoe', shoe, leather, `${side} shoe`),
  ];
  return {
    noun,
    wider: noun === 'person' ? ['somebody', 'thing'] : ['person', 'somebody', 'thing'],
    shapes: ['tall', 'elongated'],
    colors: [color, accent],
    size: [0.52, figureHeight, 0.3],
    stride: fullStride,
    parts: [
      named('torso', chest, shirt),
      body('pelvis', pelvis, trousers),
      named('head', skull, skin),
      named('hair', cap, paint(hair, 0.7)),
      body('eyes', eyes, paint('black', 0.2)),
      ...arm('left'),
      ...arm('right'),
      ...leg('left'),
      ...leg('right'),
    ],
  };
}

function poseFigure(pose: Partial<FigurePose>, scale: number): Matrix4[] {
  const { phase = 0, stride = 0, lean = 0, crouch = 0, headTurn = 0, headNod = 0 } = pose;
  const sway = cos(4 * Math.PI * phase);
  const hips = new Vector3(0, 0.925 - 0.02 * stride - 0.012 * stride * sway - crouch, 0);
  const upper = new Matrix4().setPosition(hips).multiply(rotationX(lean + 0.05 * stride));
  const head = upper
    .clone()
    .multiply(new Matrix4().makeTranslation(0, 0.54, 0.004))
    .multiply(rotationY(headTurn))
    .multiply(rotationX(headNod - lean * 0.6));
  // Legs: left is +x when facing +z.
  const legs = [1, -1].flatMap((side) => legBones(side, hips, phase + (side > 0 ? 0 : 0.5), stride));
  const arms = [1, -1].flatMap((side) => {
    const target = (side > 0 ? pose.reachLeft : pose.reachRight)?.clone().divideScalar(scale);
    return armBones(side, upper, target ?? swinging(side, upper, phase, stride));
  });
  const pelvis = new Matrix4().setPosition(hips);
  return [upper, pelvis, head, head, head, ...arms, ...legs];
}

function legBones(side: number, hips: Vector3, phase: number, stride: number): Matrix4[] {
  const { ahead, lifted } = footAt(phase);
  const joint = new Vector3(side * hip, hips.y - 0.04, hips.z);
  const heel = ahead < 0 ? ahead * ahead * 0.07 : 0;
  const foot = new Vector3(side * hip * 0.9, ankle + stride * (lifted * 0.1 + heel), (fullStride / 4) * stride * ahead);
  const [knee, end] = bendLimb(joint, foot, thigh, shin, new Vector3(side * 0.12, 0, 1));
  const toes = stride * (ahead < 0 ? -ahead * 0.55 : -ahead * 0.25 * (lifted > 0 ? 1 : Math.max(0, ahead - 0.7)));
  const shoe = new Matrix4().setPosition(end).multiply(rotationX(toes));
  return [aimBone(joint, knee, front), aimBone(knee, end, front), shoe];
}

/** Where an idle hand hangs: against the leg of its side. */
function swinging(side: number, upper: Matrix4, phase: number, stride: number): Vector3 {
  const angle = 0.55 * stride * sin(2 * Math.PI * phase + (side > 0 ? -Math.PI / 2 : Math.PI / 2));
  const length = upperArm + foreArm - 0.02 - 0.02 * stride;
  return new Vector3(side * (shoulder + 0.05), 0.47 - length * cos(angle), length * sin(angle) + 0.03).applyMatrix4(
    upper,
  );
}

function armBones(side: number, upper: Matrix4, target: Vector3): Matrix4[] {
  const joint = new Vector3(side * shoulder, 0.47, 0).applyMatrix4(upper);
  const pole = new Vector3(side * 0.35, -0.5, -1);
  const [elbow, wrist] = bendLimb(joint, target, upperArm, foreArm, pole);
  const hand = aimBone(wrist, wrist.clone().multiplyScalar(2).sub(elbow), front);
  return [aimBone(joint, elbow, front), aimBone(elbow, wrist, front), hand];
}
