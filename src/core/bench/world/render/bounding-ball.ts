import { Vector3 } from 'three';
import type { Mesh } from '../models/contract.ts';

export interface Ball {
  readonly center: Vector3;
  readonly radius: number;
}

const known = new WeakMap<Mesh, Ball>();

/** Ball around a mesh, in its own space; remembered. */
export function ballAround(mesh: Mesh): Ball {
  const ball = known.get(mesh) ?? measure(mesh.positions);
  known.set(mesh, ball);
  return ball;
}

function measure(positions: Float32Array): Ball {
  const [low, high] = [new Vector3().setScalar(Infinity), new Vector3().setScalar(-Infinity)];
  const p = new Vector3();
  for (let i = 0; i < positions.length; i += 3) {
    p.fromArray(positions, i);
    low.min(p);
    high.max(p);
  }
  const center = low.add(high).multiplyScalar(0.5);
  let square = 0;
  for (let i = 0; i < positions.length; i += 3)
    square = Math.max(square, p.fromArray(positions, i).distanceToSquared(center));
  return { center, radius: Math.sqrt(square) };
}
