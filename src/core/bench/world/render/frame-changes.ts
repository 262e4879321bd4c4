import { type FrameGeometry, type MovingPlacement, sameCamera, sameMeshes } from './frame-geometry.ts';

/** What is not as it was in the picture before. */
export interface FrameChanges {
  /** Another camera, or other triangles: nothing of the picture before is of use. */
  readonly scene: boolean;
  /** Other light. */
  readonly light: boolean;
  /** Indices of the placements that are elsewhere, move otherwise, or look otherwise. */
  readonly placements: readonly number[];
}

export function changesSince(before: FrameGeometry | undefined, now: FrameGeometry): FrameChanges {
  if (before === undefined || !sameScene(before, now)) return { scene: true, light: true, placements: [] };
  const light = before.lights !== now.lights || before.exposure !== now.exposure;
  const placements: number[] = [];
  now.placements.forEach((placement, i) => {
    if (!samePlacement(before.placements[i]!, placement)) placements.push(i);
  });
  return { scene: false, light, placements };
}

/** Same cameras and the same triangles by the same ids. */
function sameScene(a: FrameGeometry, b: FrameGeometry): boolean {
  return a.cameras.every((camera, k) => sameCamera(camera, b.cameras[k]!)) && sameMeshes(a.placements, b.placements);
}

function samePlacement(a: MovingPlacement, b: MovingPlacement): boolean {
  const [p, q] = [a.placement, b.placement];
  return (
    p.material === q.material &&
    p.castsShadow === q.castsShadow &&
    a.still === b.still &&
    a.matrices.every((matrix, k) => matrix.equals(b.matrices[k]!))
  );
}
