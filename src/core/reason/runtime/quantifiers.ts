import type { Engine } from './engine.ts';
import { allVerdicts, anyVerdicts, no, unknown, type Verdict } from './kleene.ts';
import { Node } from './node.ts';
import type { Objects } from './objects.ts';
import type { Thing } from './thing.ts';

export type Quantity = 'some' | 'every' | 'atLeast' | 'exactly';

/** How many of a collection are meant; a bare collection means some of them. */
export class Quantified extends Node {
  readonly quantity: Quantity;
  readonly number: number;
  readonly objects: Objects;

  constructor(engine: Engine, key: string, quantity: Quantity, number: number, objects: Objects) {
    super(engine, key);
    this.quantity = quantity;
    this.number = number;
    this.objects = objects;
  }

  describe(): string {
    if (this.quantity === 'some') return this.objects.show();
    const number = this.quantity === 'every' ? '' : `${this.number}, `;
    return `${this.quantity}(${number}${this.objects.show()})`;
  }

  inner(): readonly Node[] {
    return [this.objects];
  }

  get isEmpty(): boolean {
    return this.objects.resolve().members.length === 0;
  }

  /** The members other than the object itself; null when one was meant and is missing. */
  others(o: Thing): Thing[] | null {
    const { members, missing } = this.objects.resolve();
    if (missing) return null;
    const out: Thing[] = [];
    for (const { thing } of members) if (thing !== o) out.push(thing);
    return out;
  }

  /** The only member of a bare collection: the common case, without lists. */
  single(): Thing | undefined {
    if (this.quantity !== 'some') return undefined;
    const { members } = this.objects.resolve();
    return members.length === 1 ? members[0]!.thing : undefined;
  }

  /** Joins the verdicts on the members. */
  join(verdicts: readonly Verdict[]): Verdict {
    if (this.quantity === 'some') return verdicts.length === 1 ? verdicts[0]! : anyVerdicts(verdicts);
    if (this.quantity === 'every') return this.joinEvery(verdicts);
    return this.joinCount(verdicts);
  }

  private joinEvery(verdicts: readonly Verdict[]): Verdict {
    if (verdicts.length > 0) return allVerdicts(verdicts);
    this.engine.warn('nothing-to-compare', `${this.describe()}: there is none`);
    return unknown;
  }

  /** Counts what is certain and what is possible. */
  private joinCount(verdicts: readonly Verdict[]): Verdict {
    const sure = verdicts.filter((one) => one.v === true);
    const possible = verdicts.filter((one) => one.v !== false).length;
    const exact = this.quantity === 'exactly';
    if (possible < this.number || (exact && sure.length > this.number)) return no;
    const enough = exact ? sure.length === this.number && possible === this.number : sure.length >= this.number;
    return enough ? { v: true, p: Math.min(1, ...sure.map((one) => one.p)) } : unknown;
  }
}
