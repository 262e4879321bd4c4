import { Vector3 } from 'three';
import type { Mesh } from '../contract.ts';
import { circle } from './lathe.ts';
import { MeshBuilder, type Point } from './mesh-builder.ts';

/**
 * A round bar along a path, closed at its ends by flat discs. `radius` may differ from point to point. The cross-section
 * is carried along without twist.
 */
export function tube(path: readonly Point[], radius: number | readonly number[], sides = 10): Mesh {
  const builder = new MeshBuilder();
  const points = path.map((p) => new Vector3(...p));
  const ring = circle(sides);
  const frames = frameAlong(points);
  const radiusAt = (i: number) => (typeof radius === 'number' ? radius : radius[i]!);
  const rings = points.map((p, i) => {
    const { across, up } = frames[i]!;
    const vertices = ring.map(([c, s], k) => {
      const n = across.clone().multiplyScalar(c).addScaledVector(up, s);
      const at = n.clone().multiplyScalar(radiusAt(i)).add(p);
      return builder.vertex(at.toArray(), n.toArray(), k / sides, i / (points.length - 1));
    });
    return vertices[0]!;
  });
  for (let i = 0; i + 1 < rings.length; i++)
    for (let k = 0; k < sides; k++)
      builder.quad(rings[i]! + k, rings[i]! + k + 1, rings[i + 1]! + k + 1, rings[i + 1]! + k);
  addEnd(builder, points[0]!, frames[0]!, radiusAt(0), ring, -1);
  addEnd(builder, points.at(-1)!, frames.at(-1)!, radiusAt(points.length - 1), ring, 1);
  return builder.build();
}

interface Section {
  readonly along: Vector3;
  readonly across: Vector3;
  readonly up: Vector3;
}

function frameAlong(points: readonly Vector3[]): Section[] {
  let across: Vector3 | undefined;
  return points.map((p, i) => {
    const along = (points[i + 1] ?? p).clone().sub(points[i - 1] ?? p);
    along.normalize();
    const seed = across ?? (Math.abs(along.y) > 0.9 ? new Vector3(1, 0, 0) : new Vector3(0, 1, 0));
    across = seed.clone().addScaledVector(along, -seed.dot(along)).normalize();
    return { along, across, up: along.clone().cross(across) };
  });
}

function addEnd(
  builder: MeshBuilder,
  center: Vector3,
  { along, across, up }: Section,
  radius: number,
  ring: ReturnType<typeof circle>,
  side: 1 | -1,
): void {
  const normal = along.clone().multiplyScalar(side).toArray();
  const middle = builder.vertex(center.toArray(), normal);
  const rim = ring.map(([c, s]) =>
    builder.vertex(
      center
        .clone()
        .addScaledVector(across, c * radius)
        .addScaledVector(up, s * radius)
        .toArray(),
      normal,
    ),
  );
  for (let k = 0; k + 1 < rim.length; k++)
    if (side > 0) builder.triangle(middle, rim[k]!, rim[k + 1]!);
    else builder.triangle(middle, rim[k + 1]!, rim[k]!);
}
