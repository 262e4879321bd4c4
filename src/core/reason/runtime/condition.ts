import type { Engine } from './engine.ts';
import { allVerdicts, type Truth, type Verdict } from './kleene.ts';
import { Node } from './node.ts';
import type { Thing } from './thing.ts';

/** Something that is true, false or unknown of an object in the newest frame. */
export abstract class Condition extends Node {
  private memo: (Verdict | undefined)[][] = [[], []];
  private memoTick = -1;

  constructor(engine: Engine, key: string) {
    super(engine, key);
  }

  /** Defined also for objects that are away (`visible`, `hidden`, `present` and logic over them). */
  get defined(): boolean {
    return false;
  }

  /** The verdict on one object; computed once a frame. */
  verdict(o: Thing): Verdict {
    const { tick } = this.engine.world;
    if (this.memoTick !== tick) {
      this.memo = [[], []];
      this.memoTick = tick;
    }
    const memo = this.memo[this.engine.scope]!;
    const known = memo[o.slot];
    if (known !== undefined) return known;
    const fresh = this.test(o);
    memo[o.slot] = fresh;
    return fresh;
  }

  /** The verdict on a group: it must hold for every member. */
  groupVerdict(members: readonly Thing[]): Verdict {
    return allVerdicts(members.map((o) => this.verdict(o)));
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
