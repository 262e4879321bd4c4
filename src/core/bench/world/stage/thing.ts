import type { Matrix4 } from 'three';
import type { Color } from '../../../specialists/contract.ts';
import type { Material, Model } from '../models/contract.ts';
import { type Pose, poseMatrix } from './pose.ts';
import { type Grip, reachOf, reachShare } from './reach.ts';
import { Timeline } from './timeline.ts';

/** Other colours from a moment on. */
export interface Paint {
  readonly from: number;
  readonly colors: readonly Color[];
  /** Material of a part from then on; undefined keeps the model's own. */
  material(part: number): Material | undefined;
}

/** A thing on stage: a model that goes its own way through time. */
export class Thing {
  /** From 1, in the order in which things were added. */
  readonly id: number;
  readonly model: Model;
  /** Height above the foot about which it tips over; its radius for what rolls. */
  readonly pivot: number;
  readonly way: Timeline<Pose>;
  /** Values of the model's own joints by name. */
  readonly joints = new Map<string, Timeline<number>>();
  readonly paints: Paint[] = [];
  /** What it has in its hands, and when. */
  readonly grips: Grip[] = [];
  /** It is there between these seconds. */
  from = Number.NEGATIVE_INFINITY;
  to = Number.POSITIVE_INFINITY;

  constructor(id: number, model: Model, pose: Pose, pivot: number) {
    this.id = id;
    this.model = model;
    this.pivot = pivot;
    this.way = new Timeline(pose);
  }

  pose(seconds: number): Pose {
    return this.way.at(seconds);
  }

  exists(seconds: number): boolean {
    return seconds >= this.from && seconds < this.to;
  }

  /** Model space -> world. */
  matrix(seconds: number): Matrix4 {
    return poseMatrix(this.pose(seconds), this.pivot);
  }

  /** Part space -> model space, one a part; undefined where parts do not move. */
  partMatrices(seconds: number): readonly Matrix4[] | undefined {
    const { model } = this;
    const still = this.joints.size === 0 && this.grips.length === 0;
    if (!('pose' in model) || typeof model.pose !== 'function' || still) return model.rest;
    const values = Object.fromEntries([...this.joints].map(([name, value]) => [name, value.at(seconds)]));
    return model.pose({ ...values, ...reachOf(this, seconds) }) as readonly Matrix4[];
  }

  /** Changes whenever parts move against each other. */
  jointKey(seconds: number): string {
    const grips = this.grips.some((grip) => reachShare(grip, seconds) > 0) ? seconds : '';
    return `${[...this.joints.values()].map((value) => value.at(seconds)).join()} ${grips}`;
  }

  joint(name: string, initial = 0): Timeline<number> {
    const joint = this.joints.get(name) ?? new Timeline(initial);
    this.joints.set(name, joint);
    return joint;
  }

  paint(seconds: number): Paint | undefined {
    return this.paints.findLast(({ from }) => from <= seconds + 1e-9);
  }

  colors(seconds: number): readonly Color[] {
    return this.paint(seconds)?.colors ?? this.model.colors;
  }

  /** Whether it lies on its side. */
  isTipped(seconds: number): boolean {
    const { pitch, roll } = this.pose(seconds);
    return this.pivot === 0 && (Math.abs(pitch) > 0.9 || Math.abs(roll) > 0.9);
  }
}
