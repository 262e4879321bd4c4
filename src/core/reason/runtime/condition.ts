import type { Engine } from './engine.ts';
import { allVerdicts, type Truth, type Verdict } from './kleene.ts';
import { Node } from './node.ts';
import type { Thing } from './thing.ts';

/** Something that is true, false or unknown of an object in the newest frame. */
export abstract class Condition extends Node {
  private readonly memo: Verdict[][] = [[], []];
  private readonly memoTick: number[][] = [[], []];
  private readonly reasons: string[] = [];
  private readonly basisOf: unknown[] = [];
  private readonly truthOf: Truth[] = [];
  private readonly namesAt: number[] = [];

  constructor(engine: Engine, key: string) {
    super(engine, key);
  }

  /** Defined also for objects that are away (`visible`, `hidden`, `present` and logic over them). */
  get defined(): boolean {
    return false;
  }

  /** Its verdict on an object that is away does not change until that is seen again. */
  get settles(): boolean {
    return false;
  }

  /** The verdict on one object; computed once a frame. */
  verdict(o: Thing): Verdict {
    const { engine } = this;
    const { slot } = o;
    if (slot < 0) return this.test(o);
    const memo = this.memo[engine.scope]!;
    const ticks = this.memoTick[engine.scope]!;
    if (ticks[slot] === engine.world.tick) return memo[slot]!;
    const fresh = this.test(o);
    while (ticks.length <= slot) {
      ticks.push(-1);
      memo.push(fresh);
    }
    memo[slot] = fresh;
    ticks[slot] = engine.world.tick;
    return fresh;
  }

  /** The verdict on a group: it must hold for every member. */
  groupVerdict(members: readonly Thing[]): Verdict {
    return allVerdicts(members.map((o) => this.verdict(o)));
  }

  /** What `because` gives for the verdict, written anew only when what it rests on has changed. */
  reason(o: Thing): string {
    const { v } = this.verdict(o);
    const basis = this.basis(o, v);
    const { slot } = o;
    if (basis === undefined || slot < 0) return this.because(o, v);
    while (this.namesAt.length <= slot) {
      this.namesAt.push(-1);
      this.truthOf.push(null);
      this.basisOf.push(undefined);
      this.reasons.push('');
    }
    if (this.basisOf[slot] === basis && this.truthOf[slot] === v && this.namesAt[slot] === this.engine.names)
      return this.reasons[slot]!;
    this.basisOf[slot] = basis;
    this.truthOf[slot] = v;
    this.namesAt[slot] = this.engine.names;
    this.reasons[slot] = this.because(o, v);
    return this.reasons[slot]!;
  }

  /** Something that changes whenever the reason may read differently for the same truth; undefined: not known. */
  protected basis(_o: Thing, _v: Truth): unknown {
    return undefined;
  }

  /** The facts behind the verdict, with their numbers. */
  abstract because(o: Thing, v: Truth): string;

  /** The same for a group. */
  groupBecause(members: readonly Thing[], v: Truth): string {
    const deciding = members.find((o) => this.verdict(o).v === v) ?? members[0];
    return deciding === undefined ? 'no members' : `#${deciding.id}: ${this.because(deciding, v)}`;
  }

  protected abstract test(o: Thing): Verdict;
}
