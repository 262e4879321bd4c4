import type { Matrix4 } from 'three';
import type { Random } from '../../../base/random.ts';
import type { Color, Shape } from '../../../specialists/contract.ts';

/** Red, green, blue in sRGB, 0..1. */
export type Rgb = readonly [number, number, number];

/** Triangles, counter-clockwise seen from outside. Metres; a closed surface, since back faces are never drawn. */
export interface Mesh {
  /** x, y, z of each vertex. */
  readonly positions: Float32Array;
  /** Unit normal of each vertex. */
  readonly normals: Float32Array;
  /** u, v of each vertex; needed only by patterns laid on by `uv`. */
  readonly uvs?: Float32Array;
  /** Three vertices a triangle. */
  readonly indices: Uint32Array;
}

export type PatternKind =
  | 'stripes'
  | 'checks'
  | 'dots'
  | 'grain'
  | 'wood'
  | 'planks'
  | 'tiles'
  | 'brick'
  | 'grass'
  | 'fabric'
  | 'asphalt'
  | 'marble';

/** A second colour on a surface. */
export interface Pattern {
  readonly kind: PatternKind;
  /** Second colour: the other stripe, the joint between tiles, the dark of the grain. */
  readonly color: Rgb;
  /** Length of one period: metres in the mesh's own space, or a share of the uv square with `uv`. */
  readonly scale: number;
  /** Lays the pattern by the mesh's uvs instead of its x, y, z. @default false */
  readonly uv?: boolean;
  /** Turns stripes, planks and wood by a quarter. @default false */
  readonly turned?: boolean;
  /** Keeps stripes level also where the surface does: v is the height. For vessels. @default false */
  readonly upright?: boolean;
}

export interface Material {
  readonly color: Rgb;
  /** What people call the colour. */
  readonly colorName: Color;
  /** 0 polished .. 1 matt. */
  readonly roughness: number;
  readonly pattern?: Pattern;
  /** Light of its own, as a multiple of its colour (lamps, screens). @default 0 */
  readonly glow?: number;
}

/** One piece of a model, moved as a whole. */
export interface ModelPart {
  /** Such as `handle`; the same name may occur often (`wheel`). */
  readonly name: string;
  readonly mesh: Mesh;
  readonly material: Material;
  /** Pivot in the model's space, at rest. */
  readonly origin?: readonly [number, number, number];
  /** People have a word for it and could ask for it: it gets its own id in the truth. */
  readonly label: boolean;
  /** Parts with the same name and group are one nameable thing (`left arm`: upper arm, forearm); absent: each for itself. */
  readonly group?: string;
}

/** A thing as a list of parts. Model space: metres, y up, stands on y = 0 around x = z = 0, faces +z. */
export interface Model {
  readonly noun: string;
  /** Wider names, nearest first: `container`, `thing to drink from`. */
  readonly wider: readonly string[];
  readonly shapes: readonly Shape[];
  /** Colours that people would name the whole by, main one first. */
  readonly colors: readonly Color[];
  /** Width (x), height (y), depth (z) at rest. */
  readonly size: readonly [number, number, number];
  readonly parts: readonly ModelPart[];
  /** Metres that a walk of phase 0..1, a step with each foot, goes at full steps; absent for what does not walk. */
  readonly stride?: number;
  /** Part space -> model space at rest, one a part; absent: all identity. */
  readonly rest?: readonly Matrix4[];
}

/** A model whose parts move against each other. */
export interface PosableModel<Parameters> extends Model {
  /** Part space -> model space, one matrix a part. Left out: the value at rest. */
  pose(parameters: Partial<Parameters>): readonly Matrix4[];
}

/** What every model can be told. */
export interface ModelOptions {
  /** Main colour. */
  readonly color?: Color;
  /** Second colour: stripes, lid, shade ... */
  readonly accent?: Color;
  /** Factor on all lengths. @default 1 */
  readonly scale?: number;
  /** Small choices: tint, proportions. @default none: always the same */
  readonly random?: Random;
}
