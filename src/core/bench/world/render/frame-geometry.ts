import { Matrix4, Vector3 } from 'three';
import { ballAround } from './bounding-ball.ts';
import type { CameraPose, LightRig, Placement, ViewState } from './contract.ts';
import { cameraAxes, focalLength, pixelProjection, throughMatrix } from './pixel-projection.ts';
import { samples } from './samples.ts';
import { smoothSurfaces } from './smooth-surfaces.ts';

/** A placement at the times of the samples. */
export interface MovingPlacement {
  readonly placement: Placement;
  /** Mesh space -> world; all the same where it stands still. */
  readonly matrices: readonly Matrix4[];
  /** Mesh space -> homogeneous pixels; all the same where nothing moves in the picture. */
  readonly rows: readonly Float64Array[];
  readonly still: boolean;
  /** Goes more than two pixels while the shutter is open. */
  readonly fast: boolean;
  /** Uniform scale of the matrix. */
  readonly scale: number;
  /** Id of its first triangle, from 1. */
  readonly firstId: number;
}

/** Everything of a picture, at the samples' times between a view and the next one. */
export class FrameGeometry {
  readonly placements: readonly MovingPlacement[];
  readonly cameras: readonly CameraPose[];
  /** Index of the placement of each triangle id. */
  readonly owner: Uint16Array;
  /** Number of the smooth surface of each triangle id; 0 for none. */
  readonly surface: Uint32Array;
  /** 1 for the triangle ids of fast placements. */
  readonly fast: Uint8Array;
  readonly lights: LightRig;
  readonly exposure: number;

  /** @param before the picture before, whose tables are taken over where they are the same */
  constructor(
    view: ViewState,
    next: ViewState | undefined,
    width: number,
    height: number,
    before: FrameGeometry | undefined,
  ) {
    this.lights = view.lights;
    this.exposure = view.exposure ?? 1;
    const cameraStill = next === undefined || nearlySame(view.camera, next.camera, height);
    this.cameras = samples.map(({ time }) => (cameraStill ? view.camera : between(view.camera, next.camera, time)));
    const projections = (cameraStill ? [this.cameras[0]!] : this.cameras).map((c) => pixelProjection(c, width, height));
    let firstId = 1;
    this.placements = view.placements.map((placement, index) => {
      const later = partnerOf(placement, index, next);
      const moves = later !== undefined && !placement.matrix.equals(later.matrix);
      const still = cameraStill && !moves;
      const matrices = samples.map(({ time }) =>
        moves ? mixed(placement.matrix, later.matrix, time) : placement.matrix,
      );
      const one = still ? throughMatrix(projections[0]!, placement.matrix, new Float64Array(12)) : undefined;
      const rows = samples.map(
        (_, k) => one ?? throughMatrix(projections[cameraStill ? 0 : k]!, matrices[k]!, new Float64Array(12)),
      );
      const fast = !still && way(placement, rows) > 2;
      const moving = { placement, matrices, rows, still, fast, scale: scaleOf(placement.matrix), firstId };
      firstId += placement.mesh.indices.length / 3;
      return moving;
    });
    const known = before !== undefined && sameMeshes(before.placements, this.placements) ? before : undefined;
    this.owner = known?.owner ?? new Uint16Array(firstId);
    this.surface = known?.surface ?? new Uint32Array(firstId);
    if (known === undefined) this.#nameTriangles();
    this.fast = new Uint8Array(firstId);
    for (const p of this.placements)
      if (p.fast) this.fast.fill(1, p.firstId, p.firstId + p.placement.mesh.indices.length / 3);
  }

  #nameTriangles(): void {
    let surfaces = 1;
    this.placements.forEach(({ firstId, placement: { mesh } }, index) => {
      const { of, count } = smoothSurfaces(mesh);
      this.owner.fill(index, firstId, firstId + of.length);
      for (let t = 0; t < of.length; t++) this.surface[firstId + t] = surfaces + of[t]!;
      surfaces += count;
    });
  }
}

/** The same part in the next view: usually at the same place of its list. */
function partnerOf({ thing, part }: Placement, index: number, next: ViewState | undefined): Placement | undefined {
  if (next === undefined) return undefined;
  const guess = next.placements[index];
  if (guess?.thing === thing && guess.part === part) return guess;
  return next.placements.find((p) => p.thing === thing && p.part === part);
}

/** Pixels that the middle of a placement goes from the first to the last sample. */
function way({ mesh }: Placement, rows: readonly Float64Array[]): number {
  const { x, y, z } = ballAround(mesh).center;
  const at = (r: Float64Array) => {
    const w = Math.max(0.05, r[8]! * x + r[9]! * y + r[10]! * z + r[11]!);
    return [(r[0]! * x + r[1]! * y + r[2]! * z + r[3]!) / w, (r[4]! * x + r[5]! * y + r[6]! * z + r[7]!) / w] as const;
  };
  const [a, b] = [at(rows[2]!), at(rows[1]!)];
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
}

/** Uniform scale of a placement's matrix. */
export function scaleOf({ elements: m }: Matrix4): number {
  return Math.sqrt(m[0]! * m[0]! + m[1]! * m[1]! + m[2]! * m[2]!);
}

/** Small turns: the elements may be mixed. */
function mixed(a: Matrix4, b: Matrix4, t: number): Matrix4 {
  const out = new Matrix4();
  for (let i = 0; i < 16; i++) out.elements[i] = a.elements[i]! + t * (b.elements[i]! - a.elements[i]!);
  return out;
}

export function sameMeshes(a: readonly MovingPlacement[], b: readonly MovingPlacement[]): boolean {
  return a.length === b.length && a.every(({ placement }, i) => placement.mesh === b[i]!.placement.mesh);
}

export function sameCamera(a: CameraPose, b: CameraPose): boolean {
  return (
    a.position.equals(b.position) && a.target.equals(b.target) && a.fovY === b.fovY && (a.roll ?? 0) === (b.roll ?? 0)
  );
}

/** Turns so little that the picture moves by less than a third of a pixel: nobody could see its blur. */
function nearlySame(a: CameraPose, b: CameraPose, height: number): boolean {
  if (sameCamera(a, b)) return true;
  if (!a.position.equals(b.position) || a.fovY !== b.fovY || (a.roll ?? 0) !== (b.roll ?? 0)) return false;
  const [, , from] = cameraAxes(a);
  const [, , to] = cameraAxes(b);
  // Farther from the middle of the picture it is up to a third more.
  return from.distanceTo(to) * focalLength(a, height) * 1.33 < 1 / 3;
}

function between(a: CameraPose, b: CameraPose, t: number): CameraPose {
  const mix = (x: number, y: number) => x + t * (y - x);
  return {
    position: new Vector3().lerpVectors(a.position, b.position, t),
    target: new Vector3().lerpVectors(a.target, b.target, t),
    fovY: mix(a.fovY, b.fovY),
    roll: mix(a.roll ?? 0, b.roll ?? 0),
  };
}
