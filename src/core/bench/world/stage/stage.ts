import type { Random } from '../../../base/random.ts';
import type { Model } from '../models/contract.ts';
import type { CameraPose, LightRig, Scenery } from '../render/contract.ts';
import { Facts } from './facts.ts';
import { type Pose, poseAt } from './pose.ts';
import { Thing } from './thing.ts';

/** Two things that are one for a while: the second is taken for a piece of the first. */
export interface Joining {
  readonly whole: number;
  readonly piece: number;
  readonly from: number;
  readonly to: number;
}

export interface AddOptions {
  /** About the vertical, radians. @default 0 */
  readonly yaw?: number;
  readonly scale?: number;
  /** Forwards, radians. @default 0, or a half turn for what stands on its head */
  readonly pitch?: number;
  /** What it stands on from the start; its y is the top of that where `y` is left out. */
  readonly on?: Thing;
  readonly y?: number;
  /** It rolls: pitch turns it about its middle. */
  readonly rolls?: boolean;
  /** It stands on its head: a cup that can cover things. */
  readonly upsideDown?: boolean;
}

/** A scene in the making: things, what they do, what holds between them, where it is seen from. */
export class Stage {
  readonly random: Random;
  readonly things: Thing[] = [];
  readonly facts = new Facts();
  readonly joinings: Joining[] = [];
  scenery: Scenery = [];
  exposure = 1;
  camera: (seconds: number) => CameraPose;
  /** Seconds at which the picture is cut to another camera. */
  cuts: readonly number[] = [];
  lights: LightRig;

  constructor(random: Random, camera: CameraPose, lights: LightRig) {
    this.random = random;
    this.camera = () => camera;
    this.lights = lights;
  }

  /** Puts a thing at x, z. */
  add(model: Model, x: number, z: number, options: AddOptions = {}): Thing {
    const { yaw = 0, scale = 1, on, rolls = false, upsideDown = false, pitch = upsideDown ? Math.PI : 0 } = options;
    const y = options.y ?? (on === undefined ? 0 : topOf(on, 0));
    const pivot = rolls || upsideDown ? model.size[1] / 2 : 0;
    const pose = { ...poseAt(x, y, z, yaw), scale, pitch };
    const thing = new Thing(this.things.length + 1, model, pose, pivot);
    this.things.push(thing);
    if (on !== undefined) this.facts.begin('on', thing.id, on.id, Number.NEGATIVE_INFINITY);
    return thing;
  }

  thing(id: number): Thing {
    return this.things[id - 1]!;
  }

  /** A value near another one, by the seed. */
  near(value: number, by: number): number {
    return value + this.random.between(-by, by);
  }
}

/** Height of a thing's top. */
export function topOf(thing: Thing, seconds: number): number {
  const pose: Pose = thing.pose(seconds);
  return pose.y + thing.model.size[1] * pose.scale;
}
