import type { Engine } from './engine.ts';
import { Node } from './node.ts';
import type { Thing } from './thing.ts';

/** By how much two values must differ: a share of the reference, or so many units. */
export type Tolerance = { readonly share: number } | { readonly units: number };

/** A number about an object (or a group) in the newest frame; null for unknown. */
export abstract class Measure extends Node {
  private readonly memo: (number | null)[][] = [[], []];
  private readonly memoTick: number[][] = [[], []];

  constructor(engine: Engine, key: string) {
    super(engine, key);
  }

  /** Its value for an object that is away does not change until that is seen again. */
  get settles(): boolean {
    return false;
  }

  /** Computed once a frame. */
  value(o: Thing): number | null {
    const { engine } = this;
    const { slot } = o;
    if (slot < 0) return this.compute(o);
    const memo = this.memo[engine.scope]!;
    const ticks = this.memoTick[engine.scope]!;
    if (ticks[slot] === engine.world.tick) return memo[slot]!;
    const fresh = this.compute(o);
    while (ticks.length <= slot) {
      ticks.push(-1);
      memo.push(null);
    }
    memo[slot] = fresh;
    ticks[slot] = engine.world.tick;
    return fresh;
  }

  /** Of a group: the mean, unless a measure says otherwise; null when it is unknown of a member. */
  groupValue(members: readonly Thing[]): number | null {
    const sum = this.sum(members);
    return sum === null || members.length === 0 ? null : sum / members.length;
  }

  /** How sure the value is, 0..1. */
  confidence(_o: Thing): number {
    return 1;
  }

  abstract tolerance(): Tolerance;

  /** What a share is taken of when the reference is zero. */
  scale(o: Thing): number {
    return Math.abs(this.value(o) ?? 0);
  }

  protected abstract compute(o: Thing): number | null;

  protected sum(members: readonly Thing[]): number | null {
    let total = 0;
    for (const o of members) {
      const value = this.value(o);
      if (value === null) return null;
      total += value;
    }
    return total;
  }
}
