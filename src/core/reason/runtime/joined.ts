import type { ExplanationRecord } from '../contract.ts';
import type { Engine } from './engine.ts';
import type { Node } from './node.ts';
import { type Dropped, type Kept, type Member, Objects, type Resolved } from './objects.ts';
import type { Thing } from './thing.ts';

/** Set operations on two collections, in the order of the first. */
export class Joined extends Objects {
  private readonly word: 'and' | 'or' | 'except' | 'orElse';
  private readonly a: Objects;
  private readonly b: Objects;

  constructor(engine: Engine, key: string, word: 'and' | 'or' | 'except' | 'orElse', a: Objects, b: Objects) {
    super(engine, key);
    this.word = word;
    this.a = a;
    this.b = b;
  }

  describe(): string {
    return `${this.a.show()}.${this.word}(${this.b.show()})`;
  }

  inner(): readonly Node[] {
    return [this.a, this.b];
  }

  override record(): ExplanationRecord {
    const mine = this.resolve().members;
    const ids = new Set(mine.map(({ thing }) => thing.id));
    const kept = mine.map(({ thing, p }): Kept => ({ id: thing.id, because: this.membership(thing), p }));
    const gone = this.a.resolve().members.filter(({ thing }) => !ids.has(thing.id));
    const dropped = gone.map(
      ({ thing, p }): Dropped => ({ id: thing.id, because: this.membership(thing), truth: false, p }),
    );
    return { op: this.word, text: `${this.a.show()}, ${this.b.show()}`, kept, dropped };
  }

  protected compute(): Resolved {
    const a = this.a.resolve();
    if (this.word === 'orElse') return a.members.length > 0 ? a : this.b.resolve();
    return { members: this.join(a.members, this.b.resolve().members), missing: false };
  }

  private join(a: readonly Member[], b: readonly Member[]): Member[] {
    const inB = new Map(b.map((m) => [m.thing, m.p]));
    if (this.word === 'except') return a.filter((m) => !inB.has(m.thing));
    if (this.word === 'and')
      return a.filter((m) => inB.has(m.thing)).map((m) => ({ thing: m.thing, p: Math.min(m.p, inB.get(m.thing)!) }));
    const inA = new Set(a.map((m) => m.thing));
    const first = a.map((m) => ({ thing: m.thing, p: Math.max(m.p, inB.get(m.thing) ?? 0) }));
    return [...first, ...b.filter((m) => !inA.has(m.thing))];
  }

  private membership(o: Thing): string {
    const has = (set: Objects): boolean => set.resolve().members.some(({ thing }) => thing === o);
    return `${has(this.a) ? 'in' : 'not in'} ${this.a.show()}, ${has(this.b) ? 'in' : 'not in'} ${this.b.show()}`;
  }
}
