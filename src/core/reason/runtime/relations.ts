import { Condition } from './condition.ts';
import type { Engine } from './engine.ts';
import { allVerdicts, anyVerdicts, certain, type Truth, unknown, type Verdict } from './kleene.ts';
import type { Node } from './node.ts';
import type { Objects } from './objects.ts';
import { type PairRule, pairVerdict } from './pair-rules.ts';
import type { Quantified } from './quantifiers.ts';
import { settings } from './settings.ts';
import type { Thing } from './thing.ts';

/** Ids as they read in reasons, the first four of them. */
export function listIds(things: readonly Thing[]): string {
  const shown = things.slice(0, 4).map((one) => `#${one.id}`);
  return things.length > 4 ? `${shown.join(', ')} ...` : shown.join(', ');
}

/** One or more relations to one and the same of the references. */
export class RelationCondition extends Condition {
  readonly rules: readonly PairRule[];
  readonly ref: Quantified;

  constructor(engine: Engine, key: string, rules: readonly PairRule[], ref: Quantified) {
    super(engine, key);
    this.rules = rules;
    this.ref = ref;
  }

  describe(): string {
    const words = this.rules.map((rule) => rule.word);
    const ref = this.ref.show();
    return words.length === 1 ? `${words[0]}(${ref})` : `withOne(${[ref, ...words].join(', ')})`;
  }

  inner(): readonly Node[] {
    return [this.ref];
  }

  /** The verdict on one pair. */
  pair(o: Thing, r: Thing): Verdict {
    const { world } = this.engine;
    if (this.rules.length === 1) return pairVerdict(this.rules[0]!, o, r, world);
    return allVerdicts(this.rules.map((rule) => pairVerdict(rule, o, r, world)));
  }

  because(o: Thing, v: Truth): string {
    const others = this.ref.others(o);
    if (others === null) return `${this.ref.objects.show()} is missing`;
    // The object itself may be the only one: the desk stands on no other desk.
    if (others.length === 0) return `there is no ${this.ref.isEmpty ? '' : 'other '}${this.ref.objects.show()}`;
    const deciding = others.filter((r) => this.pair(o, r).v === v);
    const named = listIds(deciding.length > 0 ? deciding : others);
    if (v === null) return `unknown whether ${this.reads()} ${named}`;
    return `${v ? this.reads() : this.denial()} ${named}`;
  }

  protected override basis(): unknown {
    return this.ref.single();
  }

  protected test(o: Thing): Verdict {
    const one = this.ref.single();
    if (one !== undefined && one !== o) return this.pair(o, one);
    const others = this.ref.others(o);
    return others === null ? unknown : this.ref.join(others.map((r) => this.pair(o, r)));
  }

  private reads(): string {
    return this.rules.map((rule) => rule.reads).join(' and ');
  }

  private denial(): string {
    return this.rules.length === 1 ? this.rules[0]!.denied : `not ${this.reads()}`;
  }
}

/** The foot of the object's centre lies on the line between one of each, and near to it. */
export class Between extends Condition {
  private readonly a: Objects;
  private readonly b: Objects;

  constructor(engine: Engine, key: string, a: Objects, b: Objects) {
    super(engine, key);
    this.a = a;
    this.b = b;
  }

  describe(): string {
    return `between(${this.a.show()}, ${this.b.show()})`;
  }

  inner(): readonly Node[] {
    return [this.a, this.b];
  }

  because(o: Thing, v: Truth): string {
    const pairs = this.pairs(o);
    if (pairs === null) return `${this.a.show()} or ${this.b.show()} is missing`;
    const deciding = pairs.find(([a, b]) => this.pair(o, a, b).v === v);
    if (deciding === undefined) return 'there is no pair';
    return `${v === null ? 'unknown whether between' : v ? 'between' : 'not between'} ${listIds(deciding)}`;
  }

  protected test(o: Thing): Verdict {
    const pairs = this.pairs(o);
    return pairs === null ? unknown : anyVerdicts(pairs.map(([a, b]) => this.pair(o, a, b)));
  }

  private pairs(o: Thing): [Thing, Thing][] | null {
    const left = this.a.resolve();
    const right = this.b.resolve();
    if (left.missing || right.missing) return null;
    return left.members.flatMap(({ thing: a }) =>
      right.members
        .filter(({ thing: b }) => a !== b && a !== o && b !== o)
        .map(({ thing: b }): [Thing, Thing] => [a, b]),
    );
  }

  private pair(o: Thing, a: Thing, b: Thing): Verdict {
    return o.present && a.present && b.present ? certain(liesBetween(o, a, b)) : unknown;
  }
}

/** Foot at 10 to 90 % of the line a-b, off it by at most half of the larger size of a and b plus that of o. */
function liesBetween(o: Thing, a: Thing, b: Thing): boolean {
  const dx = b.cx - a.cx;
  const dy = b.cy - a.cy;
  const squared = dx * dx + dy * dy;
  if (squared === 0) return false;
  const foot = ((o.cx - a.cx) * dx + (o.cy - a.cy) * dy) / squared;
  const off = Math.abs((o.cx - a.cx) * dy - (o.cy - a.cy) * dx) / Math.sqrt(squared);
  const onLine = foot >= settings.betweenFrom && foot <= settings.betweenTo;
  return onLine && off <= (Math.max(a.size, b.size) + o.size) / 2;
}

/** Is one of these. */
export class Among extends Condition {
  private readonly of: Objects;

  constructor(engine: Engine, key: string, of: Objects) {
    super(engine, key);
    this.of = of;
  }

  describe(): string {
    return `among(${this.of.show()})`;
  }

  inner(): readonly Node[] {
    return [this.of];
  }

  because(_o: Thing, v: Truth): string {
    const name = this.of.show();
    return v === null ? `${name} is missing` : `${v ? '' : 'not '}among ${name}`;
  }

  protected test(o: Thing): Verdict {
    const { members, missing } = this.of.resolve();
    if (missing) return unknown;
    const found = members.find(({ thing }) => thing === o);
    return found === undefined ? { v: false, p: 1 } : { v: true, p: found.p };
  }
}

/** There is one of these (or so many): the same for each object. */
export class Exists extends Condition {
  private readonly ref: Quantified;

  constructor(engine: Engine, key: string, ref: Quantified) {
    super(engine, key);
    this.ref = ref;
  }

  describe(): string {
    return `exists(${this.ref.show()})`;
  }

  inner(): readonly Node[] {
    return [this.ref];
  }

  because(): string {
    const { members, missing } = this.ref.objects.resolve();
    if (missing) return `${this.ref.objects.show()} is missing`;
    return `there are ${members.length} of ${this.ref.objects.show()}`;
  }

  protected test(): Verdict {
    const { members, missing } = this.ref.objects.resolve();
    return missing ? unknown : this.ref.join(members.map(({ p }) => ({ v: true, p })));
  }
}
