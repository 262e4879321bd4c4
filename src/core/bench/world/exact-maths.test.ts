import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import {
  acos,
  atan2,
  cos,
  rotationAbout,
  rotationX,
  rotationY,
  rotationZ,
  sin,
  smoothstep,
  tan,
} from './exact-maths.ts';

describe('exact maths', () => {
  it('agrees with the engine within its rounding', () => {
    for (let x = -40; x < 40; x += 0.0937) {
      expect(Math.abs(sin(x) - Math.sin(x))).toBeLessThan(1e-14);
      expect(Math.abs(cos(x) - Math.cos(x))).toBeLessThan(1e-14);
      const half = x / 32;
      expect(Math.abs(tan(half) - Math.tan(half))).toBeLessThan(1e-13);
      expect(Math.abs(atan2(sin(x), cos(x)) - Math.atan2(Math.sin(x), Math.cos(x)))).toBeLessThan(1e-13);
    }
    for (let c = -1; c <= 1; c += 0.01) expect(Math.abs(acos(c) - Math.acos(c))).toBeLessThan(1e-12);
  });

  it('knows the corners', () => {
    expect([sin(0), cos(0), atan2(0, 0), atan2(0, 1)]).toEqual([0, 1, 0, 0]);
    expect(atan2(1, 0)).toBe(Math.PI / 2);
    expect(atan2(0, -1)).toBe(Math.PI);
    expect([acos(2), acos(-2)]).toEqual([0, Math.PI]);
    expect([smoothstep(1, 3, 0), smoothstep(1, 3, 2), smoothstep(1, 3, 9)]).toEqual([0, 0.5, 1]);
  });

  it('turns axes into each other, counter-clockwise seen from the tip of the axis', () => {
    const quarter = Math.PI / 2;
    const close = (v: Vector3, x: number, y: number, z: number) =>
      expect(v.distanceTo(new Vector3(x, y, z))).toBeLessThan(1e-12);
    close(new Vector3(0, 1, 0).applyMatrix4(rotationX(quarter)), 0, 0, 1);
    close(new Vector3(0, 0, 1).applyMatrix4(rotationY(quarter)), 1, 0, 0);
    close(new Vector3(1, 0, 0).applyMatrix4(rotationZ(quarter)), 0, 1, 0);
    close(new Vector3(1, 0, 0).applyMatrix4(rotationAbout(new Vector3(0, 0, 1), quarter)), 0, 1, 0);
  });
});
