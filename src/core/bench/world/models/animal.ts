import { Matrix4, Vector3 } from 'three';
import { rotationX, rotationY, sin } from '../exact-maths.ts';
import { body, named, posable } from './assemble.ts';
import { aimBone, bendLimb, footAt } from './bones.ts';
import type { Mesh, Model, ModelOptions, PosableModel } from './contract.ts';
import { lathe } from './mesh/lathe.ts';
import { limb } from './mesh/limb.ts';
import type { Point } from './mesh/mesh-builder.ts';
import { moved, stretched, turned } from './mesh/moved.ts';
import { sphere } from './mesh/sphere.ts';
import { mergeMeshes } from './mesh/transform-mesh.ts';
import { tube } from './mesh/tube.ts';
import { paint, paints } from './paints.ts';

export interface AnimalPose {
  /** Trot: 1 is a step with each foot. Distance walked / the model's `stride` keeps the feet where they stand. */
  readonly phase: number;
  /** Length of the steps, 0 standing .. 1. */
  readonly stride: number;
  /** Downwards, radians: to sniff or graze. */
  readonly headNod: number;
  /** To the left, radians. */
  readonly headTurn: number;
  /** To the left, radians. */
  readonly tailTurn: number;
  /** Metres that the body goes down (unscaled): to crouch, to lie. */
  readonly crouch: number;
}

export type AnimalKind = 'dog' | 'cat' | 'horse';

/** Metres at scale 1. */
interface Build {
  readonly hip: number;
  readonly span: number;
  readonly girth: number;
  readonly upper: number;
  readonly lower: number;
  readonly thick: number;
  readonly neck: Point;
  readonly head: number;
  readonly snout: number;
  readonly ear: readonly [height: number, width: number];
  readonly tail: readonly Point[];
  readonly step: number;
}

const builds: Readonly<Record<AnimalKind, Build>> = {
  dog: {
    hip: 0.42,
    span: 0.42,
    girth: 0.12,
    upper: 0.2,
    lower: 0.22,
    thick: 0.034,
    neck: [0, 0.15, 0.12],
    head: 0.078,
    snout: 0.11,
    ear: [0.075, 0.026],
    tail: [
      [0, 0, 0],
      [0, 0.05, -0.08],
      [0, 0.13, -0.13],
      [0, 0.2, -0.13],
    ],
    step: 0.36,
  },
  cat: {
    hip: 0.22,
    span: 0.25,
    girth: 0.068,
    upper: 0.105,
    lower: 0.115,
    thick: 0.02,
    neck: [0, 0.06, 0.06],
    head: 0.052,
    snout: 0.035,
    ear: [0.045, 0.02],
    tail: [
      [0, 0, 0],
      [0, 0.015, -0.07],
      [0, 0.07, -0.14],
      [0, 0.15, -0.15],
      [0, 0.2, -0.12],
    ],
    step: 0.24,
  },
  horse: {
    hip: 1.08,
    span: 1.05,
    girth: 0.29,
    upper: 0.52,
    lower: 0.56,
    thick: 0.075,
    neck: [0, 0.56, 0.42],
    head: 0.13,
    snout: 0.36,
    ear: [0.12, 0.035],
    tail: [
      [0, 0, 0],
      [0, -0.02, -0.12],
      [0, -0.3, -0.2],
      [0, -0.62, -0.18],
    ],
    step: 1.1,
  },
};

export const dog = (options: ModelOptions = {}) => animal('dog', { color: 'brown', ...options });
export const cat = (options: ModelOptions = {}) => animal('cat', { color: 'gray', ...options });
export const horse = (options: ModelOptions = {}) => animal('horse', { color: 'brown', ...options });

/** Four-legged animal; `accent` gives it patches, and a horse its mane and tail. Faces +z. */
function animal(
  kind: AnimalKind,
  { color = 'brown', accent, scale = 1, random }: ModelOptions,
): PosableModel<AnimalPose> {
  const build = builds[kind];
  const model = animalParts(kind, build, color, accent, random);
  return posable<AnimalPose>(model, scale, (pose) => poseAnimal(build, pose));
}

function animalParts(
  kind: AnimalKind,
  build: Build,
  color: NonNullable<ModelOptions['color']>,
  accent: ModelOptions['accent'],
  random: ModelOptions['random'],
): Model {
  const { span, girth, hip, thick, head, neck } = build;
  const pattern =
    accent && kind !== 'horse' ? ({ kind: 'dots', color: paints[accent], scale: girth * 1.6 } as const) : undefined;
  const fur = paint(color, 0.9, { pattern }, random);
  const plain = paint(color, 0.9, {}, random);
  const dark = paint('black', 0.3);
  const hair = kind === 'horse' ? paint(accent ?? 'black', 0.9) : plain;
  const leg = (side: string) => [
    named('leg', limb(build.upper, thick * 1.75, thick), plain, side),
    named('leg', limb(build.lower, thick * 0.98, thick * 0.66), plain, side),
    named(
      'paw',
      stretched(moved(sphere(thick, 7), 0, thick * 0.5, thick * 0.35), 0.95, 0.75, 1.25),
      kind === 'horse' ? dark : plain,
      side,
    ),
  ];
  const names = ['front left leg', 'front right leg', 'rear left leg', 'rear right leg'];
  const tail = tube(
    build.tail,
    build.tail.map(
      (_, i) =>
        (kind === 'horse' ? [0.03, 0.06, 0.07, 0.02] : [1, 0.85, 0.75, 0.6, 0.5].map((r) => r * thick * 0.62))[i]!,
    ),
    8,
  );
  const crown = hip + girth * 0.3 + neck[1] + head * 0.6 + build.ear[0];
  const height = Math.max(crown, ...build.tail.map(([, y]) => hip + girth * 0.55 + y));
  const behind = Math.max(...build.tail.map(([, , z]) => -z));
  return {
    noun: kind,
    wider: kind === 'horse' ? ['animal', 'thing'] : ['pet', 'animal', 'thing'],
    shapes: [],
    colors: accent ? [color, accent] : [color],
    size: [2 * girth, height, span + girth + neck[2] + head + build.snout + behind],
    stride: build.step,
    parts: [
      body('body', trunk(build), fur),
      named('head', headMesh(kind, build), plain),
      body(
        'eyes',
        mergeMeshes([-1, 1].map((side) => moved(sphere(head * 0.15, 6), side * head * 0.55, head * 0.38, head * 0.74))),
        dark,
      ),
      body('nose', noseMesh(build), dark),
      named('tail', tail, hair),
      body('mane', kind === 'horse' ? mane(build) : moved(sphere(thick * 0.5, 4), 0, 0, 0), hair),
      ...names.flatMap(leg),
    ],
  };
}

/** Chest, waist and rump along z, with the hips' height as y = 0, and the neck. */
function trunk({ span, girth, neck }: Build): Mesh {
  const half = span / 2;
  const stations: readonly (readonly [z: number, radius: number, y: number])[] = [
    [-half - girth * 0.75, 0.25, 0.22],
    [-half - girth * 0.55, 0.6, 0.2],
    [-half - girth * 0.1, 0.86, 0.17],
    [-half * 0.5, 0.9, 0.14],
    [0, 0.92, 0.12],
    [half * 0.5, 1, 0.1],
    [half, 1.0, 0.12],
    [half + girth * 0.4, 0.78, 0.2],
    [half + girth * 0.68, 0.4, 0.28],
  ];
  const trunkTube = tube(
    stations.map(([z, , y]) => [0, y * girth, z] as const),
    stations.map(([, r]) => r * girth),
    18,
  );
  const base: Point = [0, girth * 0.45, half + girth * 0.1];
  const middle: Point = [0, girth * 0.45 + neck[1] * 0.55, half + girth * 0.2 + neck[2] * 0.45];
  const top: Point = [0, girth * 0.3 + neck[1], half + girth * 0.1 + neck[2]];
  const neckTube = tube([base, middle, top], [girth * 0.78, girth * 0.56, girth * 0.42], 14);
  return mergeMeshes([stretched(trunkTube, 0.86, 1, 1), neckTube]);
}

/** Skull, snout and ears around the top of the neck. */
function headMesh(kind: AnimalKind, { head, snout, ear: [tall, wide] }: Build): Mesh {
  const skull = stretched(sphere(head, 12), 0.86, 0.92, kind === 'horse' ? 1.15 : 1);
  const reach = head * 0.5 + snout;
  const drop = kind === 'horse' ? -0.62 : -0.28;
  const muzzle = tube(
    [
      [0, 0, head * 0.1],
      [0, drop * reach * 0.5, reach * 0.6],
      [0, drop * reach, reach * (kind === 'horse' ? 0.92 : 1)],
    ],
    [head * 0.74, head * 0.58, head * 0.42],
    12,
  );
  const tip = moved(sphere(head * 0.43, 8), 0, drop * reach, reach * (kind === 'horse' ? 0.92 : 1));
  const ear = (side: number) =>
    turned(
      stretched(
        lathe(
          [
            [0, 0],
            [wide, 0],
            [wide * 0.7, tall * 0.5],
            [0, tall],
          ],
          { segments: 10 },
        ),
        1,
        1,
        0.5,
      ),
      rotationX(-0.15),
      side * head * 0.5,
      head * 0.62,
      -head * 0.1,
    );
  return mergeMeshes([skull, muzzle, tip, ear(1), ear(-1)]);
}

function noseMesh({ head, snout }: Build): Mesh {
  const reach = head * 0.5 + snout;
  const horse = snout > 0.3;
  if (horse)
    return mergeMeshes(
      [-1, 1].map((s) => moved(sphere(head * 0.1, 6), s * head * 0.25, -0.6 * reach, reach * 0.92 + head * 0.32)),
    );
  return moved(sphere(head * 0.17, 8), 0, -0.28 * reach + head * 0.2, reach + head * 0.34);
}

function mane({ neck, girth, span }: Build): Mesh {
  const at = (t: number): Point => [
    0,
    girth * 0.62 + neck[1] * t * 1.08,
    span / 2 + neck[2] * t * 0.92 - girth * 0.38 * (1 - 0.45 * t),
  ];
  return stretched(tube([at(0.05), at(0.35), at(0.7), at(1.05)], [0.03, 0.075, 0.075, 0.04], 8), 0.6, 1, 1);
}

function poseAnimal(build: Build, pose: Partial<AnimalPose>): Matrix4[] {
  const { phase = 0, stride = 0, headNod = 0, headTurn = 0, tailTurn = 0, crouch = 0 } = pose;
  const { span, girth, neck, hip, thick } = build;
  const bob = 0.015 * hip * stride * sin(4 * Math.PI * phase);
  const y = hip * 0.97 - crouch + bob;
  const trunkAt = new Matrix4().makeTranslation(0, y, 0);
  const headAt = new Matrix4()
    .makeTranslation(0, y + girth * 0.32 + neck[1], span / 2 + girth * 0.15 + neck[2])
    .multiply(rotationY(headTurn))
    .multiply(rotationX(headNod));
  const tailAt = new Matrix4()
    .makeTranslation(0, y + girth * 0.55, -span / 2 - girth * 0.55)
    .multiply(rotationY(tailTurn));
  const legs = [
    [1, 1, 0],
    [-1, 1, 0.5],
    [1, -1, 0.5],
    [-1, -1, 0],
  ].flatMap(([side, end, shift]) => {
    const joint = new Vector3(side! * girth * 0.55, y, end! * (span / 2));
    const { ahead, lifted } = footAt(phase + shift!);
    const foot = new Vector3(
      joint.x,
      thick * 0.45 + stride * lifted * hip * 0.13,
      joint.z + (build.step / 4) * stride * ahead,
    );
    const [knee, last] = bendLimb(joint, foot, build.upper, build.lower, new Vector3(0, 0, end! > 0 ? 1 : -1));
    const forward = new Vector3(0, 0, 1);
    const paw = new Matrix4().setPosition(last.clone().setY(last.y - thick * 0.35));
    return [aimBone(joint, knee, forward), aimBone(knee, last, forward), paw];
  });
  return [trunkAt, headAt, headAt, headAt, tailAt, trunkAt, ...legs];
}
