import { Matrix4, type Vector3 } from 'three';

/** Frame of a bone that hangs from `from` towards `to`: its -y axis points there, its z axis leans to `front`. */
export function aimBone(from: Vector3, to: Vector3, front: Vector3): Matrix4 {
  const up = from.clone().sub(to).normalize();
  const ahead = front.clone().addScaledVector(up, -front.dot(up));
  if (ahead.lengthSq() < 1e-8)
    ahead.set(up.y, up.z, up.x).addScaledVector(up, -(up.y * up.x + up.z * up.y + up.x * up.z));
  ahead.normalize();
  return new Matrix4().makeBasis(up.clone().cross(ahead), up, ahead).setPosition(from);
}

/**
 * Middle joint and end of a limb of two bones that reaches from `from` for `target`; the joint bends towards `pole`.
 * A target out of reach is approached as far as the limb goes.
 */
export function bendLimb(
  from: Vector3,
  target: Vector3,
  upper: number,
  lower: number,
  pole: Vector3,
): [Vector3, Vector3] {
  const way = target.clone().sub(from);
  const reach = Math.min(Math.max(way.length(), Math.abs(upper - lower) + 1e-3), (upper + lower) * 0.999);
  way.normalize();
  const along = (upper * upper - lower * lower + reach * reach) / (2 * reach);
  const out = Math.sqrt(Math.max(0, upper * upper - along * along));
  const side = pole.clone().addScaledVector(way, -pole.dot(way)).normalize();
  const joint = from.clone().addScaledVector(way, along).addScaledVector(side, out);
  return [joint, from.clone().addScaledVector(way, reach)];
}

/** Where a walking foot is at a phase of its step, as shares: ahead -1..1 and lifted 0..1. On the ground it goes back evenly. */
export function footAt(phase: number): { ahead: number; lifted: number } {
  const p = phase - Math.floor(phase);
  if (p < 0.5) return { ahead: 1 - 4 * p, lifted: 0 };
  const t = (p - 0.5) * 2;
  return { ahead: -1 + 2 * t * t * (3 - 2 * t), lifted: 4 * t * (1 - t) };
}
