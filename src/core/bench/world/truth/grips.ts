import { hiddenAt, type Relation, speedOf, type ThingState } from './records.ts';

/** Common movement of so many seconds makes a support a carrier. */
const togetherSeconds = 0.2;

/**
 * Who carries what by moving under it: `b` holds `a` when a is on or in b, both can be seen, and both have moved alike
 * for 0.2 s; until a is off it or they move against each other.
 */
export class Grips {
  readonly #since = new Map<string, { from: number; holds: boolean }>();

  step(
    supports: readonly Relation[],
    things: ReadonlyMap<number, ThingState>,
    time: number,
  ): readonly { readonly a: number; readonly b: number }[] {
    const now = new Set<string>();
    const held: { a: number; b: number }[] = [];
    for (const { relation, a, b } of supports) {
      if (relation === 'holds') continue;
      const key = `${b} ${a}`;
      now.add(key);
      if (this.#grips(key, things.get(b)!, things.get(a)!, time)) held.push({ a: b, b: a });
    }
    for (const key of this.#since.keys()) if (!now.has(key)) this.#since.delete(key);
    return held;
  }

  #grips(key: string, carrier: ThingState, load: ThingState, time: number): boolean {
    const together = moveTogether(carrier, load);
    if (together === false || load.visible <= hiddenAt || carrier.visible <= hiddenAt) {
      this.#since.delete(key);
      return false;
    }
    const known = this.#since.get(key);
    if (together === null) {
      if (known?.holds !== true) this.#since.delete(key);
      return known?.holds === true;
    }
    const grip = known ?? { from: time, holds: false };
    this.#since.set(key, grip);
    grip.holds ||= time - grip.from >= togetherSeconds - 1e-9;
    return grip.holds;
  }
}

/** true: both move alike; false: against each other; null: neither. */
function moveTogether(a: ThingState, b: ThingState): boolean | null {
  const [dx, dy] = [a.velocity[0] - b.velocity[0], a.velocity[1] - b.velocity[1]];
  const apart = Math.sqrt(dx * dx + dy * dy);
  const speed = Math.max(speedOf(a), speedOf(b));
  if (a.moving && b.moving && apart <= Math.max(3, 0.25 * speed)) return true;
  return apart > 0.5 * speed && (a.moving || b.moving) ? false : null;
}
