import type { Matrix4, Vector3 } from 'three';
import type { Material, Mesh, Rgb } from '../models/contract.ts';

/** One mesh at one place. Matrices are rigid motions with a uniform scale. */
export interface Placement {
  /** Id >= 1 of the thing it belongs to; 0: floor, wall, all that is no thing. At most 65535. */
  readonly thing: number;
  /** Index in the model's parts, at most 254. */
  readonly part: number;
  readonly mesh: Mesh;
  readonly material: Material;
  /** Mesh space -> world. */
  readonly matrix: Matrix4;
  /** False for walls and ceilings that the sun shall pass. @default true */
  readonly castsShadow?: boolean;
}

/** Perspective camera; metres, y up. */
export interface CameraPose {
  readonly position: Vector3;
  readonly target: Vector3;
  /** Whole vertical field of view, degrees. */
  readonly fovY: number;
  /** Turn about the line of sight, radians. @default 0 */
  readonly roll?: number;
}

/** All the light there is. Colours in sRGB, 0..1; strengths are factors on the linear colour. */
export interface LightRig {
  readonly sun: {
    /** From the scene towards the sun (any length). */
    readonly direction: Vector3;
    readonly color: Rgb;
    /** @default 1 */
    readonly strength?: number;
    /** Width of the light as a share of its distance: 0 hard shadows, 0.05 a big lamp, 0.15 an overcast window. */
    readonly softness: number;
  };
  readonly ambient: {
    /** Light from above. */
    readonly sky: Rgb;
    /** Light from below. */
    readonly ground: Rgb;
    /** @default 1 */
    readonly strength?: number;
  };
  /** What is seen where there is no surface. @default from the ambient light */
  readonly backdrop?: { readonly horizon: Rgb; readonly zenith: Rgb /** 0..1 @default 0 */; readonly clouds?: number };
  /** Shadows are made for this ball of space: the smaller, the sharper. @default around all things */
  readonly shadows?: { readonly center: Vector3; readonly radius: number };
}

/** Floor, walls and other big things that stand still; thing 0. */
export type Scenery = readonly Placement[];

/** All that one picture is made from. */
export interface ViewState {
  readonly camera: CameraPose;
  readonly lights: LightRig;
  readonly placements: readonly Placement[];
  /** Factor on the light. @default 1 */
  readonly exposure?: number;
}

/** What lies under each pixel's centre. The arrays belong to the rasteriser and hold until its next call. */
export interface Layers {
  /** Thing's id; 0 for scenery and sky. */
  readonly things: Uint16Array;
  /** Part of the thing; 255 where nothing is. */
  readonly parts: Uint8Array;
  /** Metres along the line of sight of the camera (not along the ray); Infinity where nothing is. */
  readonly depth: Float32Array;
}

export interface DrawOptions {
  /** Seed of the sensor's noise; another one for each frame. */
  readonly frame: number;
  /** Standard deviation of the noise, in grey levels of 255. @default 1.2 */
  readonly noise?: number;
}
