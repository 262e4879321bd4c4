import { Matrix4, Vector3 } from 'three';
import { cos, rotationX, rotationY, rotationZ, sin } from '../exact-maths.ts';

/** Where a thing stands and how it is turned: metres and radians, y up. */
export interface Pose {
  readonly x: number;
  /** Of the plane it stands on. */
  readonly y: number;
  readonly z: number;
  /** About the vertical; 0 faces +z (the camera), a quarter turn faces +x (right). */
  readonly yaw: number;
  /** Forwards, about its own x axis through its pivot. */
  readonly pitch: number;
  /** Sideways (towards its own -x), about its own z axis through its pivot. */
  readonly roll: number;
  /** Factor on its size. */
  readonly scale: number;
}

/** A pose at x, z on the plane y, upright and in its own size. */
export const poseAt = (x: number, y: number, z: number, yaw = 0): Pose => ({
  ...{ x, y, z, yaw, scale: 1 },
  ...{ pitch: 0, roll: 0 },
});

/** Model space -> world; pitch and roll turn about the point `pivot` metres above the foot. */
export function poseMatrix({ x, y, z, yaw, pitch, roll, scale }: Pose, pivot: number): Matrix4 {
  const matrix = new Matrix4().makeTranslation(x, y, z).multiply(rotationY(yaw));
  if (pitch !== 0 || roll !== 0) {
    const lift = pivot * scale;
    matrix.multiply(new Matrix4().makeTranslation(0, lift, 0));
    if (roll !== 0) matrix.multiply(rotationZ(roll));
    if (pitch !== 0) matrix.multiply(rotationX(pitch));
    matrix.multiply(new Matrix4().makeTranslation(0, -lift, 0));
  }
  return scale === 1 ? matrix : matrix.multiply(new Matrix4().makeScale(scale, scale, scale));
}

/** A point given from a leader (its right is +x at yaw 0), in the world. */
export function fromLeader(leader: Pose, [x, y, z]: readonly [number, number, number]): Vector3 {
  const [c, s] = [cos(leader.yaw), sin(leader.yaw)];
  return new Vector3(leader.x + c * x + s * z, leader.y + y, leader.z - s * x + c * z);
}

/** The reverse of `fromLeader`. */
export function seenFromLeader(leader: Pose, { x, y, z }: Pose): readonly [number, number, number] {
  const [c, s] = [cos(leader.yaw), sin(leader.yaw)];
  const [dx, dz] = [x - leader.x, z - leader.z];
  return [c * dx - s * dz, y - leader.y, s * dx + c * dz];
}
