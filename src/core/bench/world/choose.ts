import { boxIntersection } from '../../base/geometry.ts';
import type { Color } from '../../specialists/contract.ts';
import type { PropState } from './script.ts';

/** px/s above which a thing counts as moving. */
export const movingSpeed = 6;

type Test = (state: PropState) => boolean;

export const isA =
  (noun: string): Test =>
  (state) =>
    state.noun === noun;

export const colored =
  (color: Color): Test =>
  (state) =>
    state.colors.includes(color);

export const speed = ({ velocity: [vx, vy] }: PropState) => Math.sqrt(vx * vx + vy * vy);

export const isMoving: Test = (state) => speed(state) > movingSpeed;

/** Those for which all tests hold. */
export const where =
  (...tests: Test[]) =>
  (states: readonly PropState[]) =>
    states.filter((state) => tests.every((test) => test(state)));

/** The one with the largest value; none of an empty list. */
export function most(states: readonly PropState[], value: (state: PropState) => number): readonly PropState[] {
  const best = states.reduce<PropState | undefined>(
    (a, b) => (a === undefined || value(b) > value(a) ? b : a),
    undefined,
  );
  return best === undefined ? [] : [best];
}

export const centerX = ({ box: [x, , w] }: PropState) => x + w / 2;

/** The nth (from 1) from the left by its centre. */
export const nthFromLeft = (states: readonly PropState[], n: number) =>
  [...states].sort((a, b) => centerX(a) - centerX(b)).slice(n - 1, n);

/** Farther from the camera, and their outlines' boxes overlap. */
export const isBehind =
  (near: PropState): Test =>
  (state) =>
    state.depth > near.depth && boxIntersection(state.box, near.box) !== null;

/** Things farther away than `screen` whose centre was on one side of its box in an earlier frame and now is on the other. */
export function passedBehind(past: readonly (readonly PropState[])[], screenId: number): readonly PropState[] {
  const now = past[past.length - 1] ?? [];
  return now.filter(({ id }) => {
    const sides = past.map((frame) => sideOf(frame, id, screenId)).filter((side) => side !== 0);
    return sides.length > 0 && sides[0] !== sides[sides.length - 1];
  });
}

/** -1 left of the screen, 1 right of it, 0 neither or nearer. */
function sideOf(frame: readonly PropState[], id: number, screenId: number): number {
  const [one, screen] = [frame.find((s) => s.id === id), frame.find((s) => s.id === screenId)];
  if (one === undefined || screen === undefined || one.depth <= screen.depth) return 0;
  const x = centerX(one);
  return x < screen.box[0] ? -1 : x > screen.box[0] + screen.box[2] ? 1 : 0;
}
