import { Condition } from './condition.ts';
import type { Engine } from './engine.ts';
import {
  allTruth,
  allVerdicts,
  anyTruth,
  anyVerdicts,
  no,
  notTruth,
  notVerdict,
  type Truth,
  type Verdict,
  yes,
} from './kleene.ts';
import type { Node } from './node.ts';
import type { Thing } from './thing.ts';

/** The opposite; unknown stays unknown. */
export class Not extends Condition {
  private readonly of: Condition;

  constructor(engine: Engine, key: string, of: Condition) {
    super(engine, key);
    this.of = of;
  }

  override get defined(): boolean {
    return this.of.defined;
  }

  override get settles(): boolean {
    return this.of.settles;
  }

  describe(): string {
    return `not(${this.of.show()})`;
  }

  inner(): readonly Node[] {
    return [this.of];
  }

  override groupVerdict(members: readonly Thing[]): Verdict {
    return notVerdict(this.of.groupVerdict(members));
  }

  override reason(o: Thing): string {
    return this.of.reason(o);
  }

  because(o: Thing, v: Truth): string {
    return this.of.because(o, notTruth(v));
  }

  override groupBecause(members: readonly Thing[], v: Truth): string {
    return this.of.groupBecause(members, notTruth(v));
  }

  joinTruths([v]: readonly Truth[]): Truth {
    return notTruth(v ?? null);
  }

  protected test(o: Thing): Verdict {
    return notVerdict(this.of.verdict(o));
  }
}

/** `all` and `any`. */
export class Junction extends Condition {
  readonly kind: 'all' | 'any';
  readonly of: readonly Condition[];

  constructor(engine: Engine, key: string, kind: 'all' | 'any', of: readonly Condition[]) {
    super(engine, key);
    this.kind = kind;
    this.of = of;
  }

  override get defined(): boolean {
    return this.of.every((one) => one.defined);
  }

  override get settles(): boolean {
    return this.of.every((one) => one.settles);
  }

  describe(): string {
    return `${this.kind}(${this.of.map((one) => one.show()).join(', ')})`;
  }

  inner(): readonly Node[] {
    return this.of;
  }

  override groupVerdict(members: readonly Thing[]): Verdict {
    return this.join(this.of.map((one) => one.groupVerdict(members)));
  }

  because(o: Thing, v: Truth): string {
    return this.tell(
      v,
      (one) => one.verdict(o).v,
      (one) => one.because(o, one.verdict(o).v),
    );
  }

  override groupBecause(members: readonly Thing[], v: Truth): string {
    return this.tell(
      v,
      (one) => one.groupVerdict(members).v,
      (one) => one.groupBecause(members, one.groupVerdict(members).v),
    );
  }

  joinTruths(list: readonly Truth[]): Truth {
    return this.kind === 'all' ? allTruth(list) : anyTruth(list);
  }

  protected test(o: Thing): Verdict {
    return this.join(this.of.map((one) => one.verdict(o)));
  }

  private join(verdicts: readonly Verdict[]): Verdict {
    return this.kind === 'all' ? allVerdicts(verdicts) : anyVerdicts(verdicts);
  }

  /** One deciding fact where one decides (false of all, true of any, unknown), else all of them. */
  private tell(v: Truth, truth: (c: Condition) => Truth, reason: (c: Condition) => string): string {
    if (v === (this.kind === 'all')) return this.of.map(reason).join('; ');
    const decisive = this.of.filter((one) => truth(one) === v);
    return v !== null && this.kind === 'any' && v === false
      ? this.of.map(reason).join('; ')
      : decisive[0] === undefined
        ? ''
        : reason(decisive[0]);
  }
}

/** The lenient reading: unknown counts as true, with half the confidence. */
export class Maybe extends Condition {
  private readonly of: Condition;

  constructor(engine: Engine, key: string, of: Condition) {
    super(engine, key);
    this.of = of;
  }

  override get defined(): boolean {
    return this.of.defined;
  }

  override get settles(): boolean {
    return this.of.settles;
  }

  describe(): string {
    return `maybe(${this.of.show()})`;
  }

  inner(): readonly Node[] {
    return [this.of];
  }

  override groupVerdict(members: readonly Thing[]): Verdict {
    return lenient(this.of.groupVerdict(members));
  }

  because(o: Thing): string {
    const { v } = this.of.verdict(o);
    return v === null ? `maybe: ${this.of.because(o, v)}` : this.of.because(o, v);
  }

  joinTruths([v]: readonly Truth[]): Truth {
    return v ?? true;
  }

  protected test(o: Thing): Verdict {
    return lenient(this.of.verdict(o));
  }
}

const lenient = (verdict: Verdict): Verdict =>
  verdict.v === null
    ? { v: true, p: 0.5 }
    : verdict.v
      ? verdict.p === 1
        ? yes
        : verdict
      : verdict.p === 1
        ? no
        : verdict;
