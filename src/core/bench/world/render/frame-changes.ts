import { type FrameGeometry, type MovingPlacement, sameCamera, sameMeshes } from './frame-geometry.ts';

/** What is not as it was in the picture before. */
export interface FrameChanges {
  /** Other triangles: nothing of the picture before is of use. */
  readonly scene: boolean;
  /** Another camera: everything is elsewhere in the picture. */
  readonly camera: boolean;
  /** Other light. */
  readonly light: boolean;
  /** Indices of the placements that are elsewhere in space, move otherwise, or look otherwise. */
  readonly placements: readonly number[];
}

export function changesSince(before: FrameGeometry | undefined, now: FrameGeometry): FrameChanges {
  if (before === undefined || !sameMeshes(before.placements, now.placements))
    return { scene: true, camera: true, light: true, placements: [] };
  const placements: number[] = [];
  now.placements.forEach((placement, i) => {
    if (!samePlacement(before.placements[i]!, placement)) placements.push(i);
  });
  return {
    scene: false,
    camera: !now.cameras.every((camera, k) => sameCamera(camera, before.cameras[k]!)),
    light: before.lights !== now.lights || before.exposure !== now.exposure,
    placements,
  };
}

function samePlacement(a: MovingPlacement, b: MovingPlacement): boolean {
  const [p, q] = [a.placement, b.placement];
  return (
    p.material === q.material &&
    p.castsShadow === q.castsShadow &&
    a.matrices.every((matrix, k) => matrix.equals(b.matrices[k]!))
  );
}
