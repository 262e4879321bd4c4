import type { ExplanationRecord } from '../contract.ts';
import type { Engine, Scope } from './engine.ts';
import { Node } from './node.ts';
import type { Thing } from './thing.ts';

/** A member of a collection and the least confidence on its way into it. */
export interface Member {
  readonly thing: Thing;
  readonly p: number;
}

export interface Resolved {
  readonly members: readonly Member[];
  /** One was meant and there is none: relations to it are unknown. */
  readonly missing: boolean;
}

export type Kept = ExplanationRecord['kept'][number];

export type Dropped = ExplanationRecord['dropped'][number];

/** A collection of objects in the newest frame, in an order. */
export abstract class Objects extends Node {
  private memo: (Resolved | undefined)[] = [];
  private memoTick = -1;

  constructor(engine: Engine, key: string) {
    super(engine, key);
  }

  /** Its members; computed once a frame. */
  resolve(): Resolved {
    const { tick } = this.engine.world;
    if (this.memoTick !== tick) {
      this.memo = [];
      this.memoTick = tick;
    }
    const { scope } = this.engine;
    const known = this.memo[scope];
    if (known !== undefined) return known;
    const fresh = this.compute(scope);
    this.memo[scope] = fresh;
    return fresh;
  }

  /** Whether one thing is a member can be asked alone, and cannot change while the thing is settled. */
  get splits(): boolean {
    return false;
  }

  /** The confidence with which one thing is a member, null where it is none; only where it `splits`. */
  admits(_o: Thing): number | null {
    return null;
  }

  /** It changes by events only, each of which has been certain for a moment: it does not flicker. */
  get isSteady(): boolean {
    return false;
  }

  /** What it did in this frame; null for a collection that does nothing. */
  record(): ExplanationRecord | null {
    return null;
  }

  protected abstract compute(scope: Scope): Resolved;
}

/** A collection made from one other. */
export abstract class Derived extends Objects {
  readonly source: Objects;

  constructor(engine: Engine, key: string, source: Objects) {
    super(engine, key);
    this.source = source;
  }

  inner(): readonly Node[] {
    return [this.source];
  }

  /** A record in which the members of the source are kept or dropped. */
  protected tell(op: string, text: string, because: (m: Member, kept: boolean) => string): ExplanationRecord {
    const mine = this.resolve().members;
    const ids = new Set(mine.map(({ thing }) => thing.id));
    const kept = mine.map((m): Kept => ({ id: m.thing.id, because: because(m, true), p: m.p }));
    const gone = this.source.resolve().members.filter(({ thing }) => !ids.has(thing.id));
    const dropped = gone.map((m): Dropped => ({ id: m.thing.id, because: because(m, false), truth: false, p: m.p }));
    return { op, text, kept, dropped };
  }
}
