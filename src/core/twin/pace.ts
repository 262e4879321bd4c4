import type { Point } from '../base/geometry.ts';

/** Weight of the newest step. */
const newest = 0.5;

/** Velocities that differ by no more px/s, or by this share of the faster one, are alike. */
const [alikePx, alikeShare] = [3, 0.25];

/** |v - w| <= max(3 px/s, 0.25 max(|v|, |w|)). */
export function areAlike([vx, vy]: Point, [wx, wy]: Point): boolean {
  const speed = Math.max(Math.hypot(vx, vy), Math.hypot(wx, wy));
  return Math.hypot(vx - wx, vy - wy) <= Math.max(alikePx, alikeShare * speed);
}

/**
 * How fast a track goes just now, px/s with the camera taken out: exponentially smoothed steps. Quicker than the fit
 * of `Path`, and rougher; for predicting what moves fast, not for judging what moves.
 */
export class Pace {
  #velocity: Point | null = null;

  /** Null before the first step. */
  get velocity(): Point | null {
    return this.#velocity;
  }

  /** A measured displacement over `dt` seconds, px. */
  add(dx: number, dy: number, dt: number): void {
    if (dt <= 0) return;
    const fresh: Point = [dx / dt, dy / dt];
    const [vx, vy] = this.#velocity ?? fresh;
    this.#velocity = [vx + newest * (fresh[0] - vx), vy + newest * (fresh[1] - vy)];
  }

  /** Nothing is known any more, as after a cut. */
  reset(): void {
    this.#velocity = null;
  }
}
