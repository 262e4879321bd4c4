import { Condition } from './condition.ts';
import type { Engine } from './engine.ts';
import { type Truth, unknown, type Verdict } from './kleene.ts';
import { Measure } from './measure.ts';
import type { Node } from './node.ts';
import { Quantified } from './quantifiers.ts';
import type { Thing } from './thing.ts';

export type ComparisonWord = 'more' | 'less' | 'about';
export type Than = number | Measure | Quantified;

export interface ComparisonOptions {
  /** Factor. */
  readonly by?: number;
  /** Difference that still counts as equal, in the measure's unit. */
  readonly within?: number;
}

/** `more`, `less`, `about`: a measure against a number, another measure, or the same measure of other objects. */
export class Comparison extends Condition {
  private readonly word: ComparisonWord;
  private readonly measure: Measure;
  private readonly than: Than;
  private readonly options: ComparisonOptions;

  constructor(
    engine: Engine,
    key: string,
    word: ComparisonWord,
    measure: Measure,
    than: Than,
    options: ComparisonOptions,
  ) {
    super(engine, key);
    this.word = word;
    this.measure = measure;
    this.than = than;
    this.options = options;
  }

  override get settles(): boolean {
    if (this.than instanceof Quantified) return false;
    return this.measure.settles && (typeof this.than === 'number' || this.than.settles);
  }

  describe(): string {
    const than = typeof this.than === 'number' ? String(this.than) : this.than.show();
    const options = Object.entries(this.options).map(([key, value]) => `, { ${key}: ${value} }`);
    return `${this.word}(${this.measure.show()}, ${than}${options.join('')})`;
  }

  inner(): readonly Node[] {
    return typeof this.than === 'number' ? [this.measure] : [this.measure, this.than];
  }

  /** The objects compared with, if any. */
  get ref(): Quantified | undefined {
    return this.than instanceof Quantified ? this.than : undefined;
  }

  /** The verdict on one pair. */
  pair(o: Thing, r: Thing): Verdict {
    const value = this.measure.value(o);
    return value === null ? unknown : this.againstOne(o, value, r);
  }

  override groupVerdict(members: readonly Thing[]): Verdict {
    const first = members[0];
    const value = this.measure.groupValue(members);
    if (first === undefined || value === null) return unknown;
    if (this.than instanceof Quantified) return this.againstOthers(first, value);
    const than = typeof this.than === 'number' ? this.than : this.than.groupValue(members);
    return than === null ? unknown : { v: this.holds(value, than, first), p: 1 };
  }

  because(o: Thing): string {
    return this.facts(this.measure.value(o), o);
  }

  override groupBecause(members: readonly Thing[]): string {
    return this.facts(this.measure.groupValue(members), members[0]!);
  }

  protected test(o: Thing): Verdict {
    const value = this.measure.value(o);
    if (value === null) return unknown;
    if (this.than instanceof Quantified) return this.againstOthers(o, value);
    const than = typeof this.than === 'number' ? this.than : this.than.value(o);
    return than === null ? unknown : { v: this.holds(value, than, o), p: this.measure.confidence(o) };
  }

  private againstOthers(o: Thing, value: number): Verdict {
    const ref = this.than as Quantified;
    const others = ref.others(o);
    if (others === null) return unknown;
    return ref.join(others.map((r) => this.againstOne(o, value, r)));
  }

  private againstOne(o: Thing, value: number, r: Thing): Verdict {
    const than = this.measure.value(r);
    if (than === null) return unknown;
    const p = Math.min(this.measure.confidence(o), this.measure.confidence(r));
    return { v: this.holds(value, than, o), p };
  }

  private holds(value: number, than: number, o: Thing): Truth {
    const { by } = this.options;
    const tolerance = this.tolerance(than, o);
    if (this.word === 'about') return Math.abs(value - than) <= tolerance;
    if (this.word === 'more') return by === undefined ? value - than > tolerance : value > by * than;
    return by === undefined ? than - value > tolerance : value * by < than;
  }

  /** Taken from the reference; from the value itself when the reference is zero. */
  private tolerance(than: number, o: Thing): number {
    if (this.options.within !== undefined) return this.options.within;
    const tolerance = this.measure.tolerance();
    if ('units' in tolerance) return tolerance.units;
    return tolerance.share * (than === 0 ? this.measure.scale(o) : Math.abs(than));
  }

  private facts(value: number | null, o: Thing): string {
    const name = this.measure.show();
    if (value === null) return `${name} unknown`;
    return `${name} ${figure(value)} vs ${this.reference(o)}`;
  }

  private reference(o: Thing): string {
    if (typeof this.than === 'number') return figure(this.than);
    if (this.than instanceof Measure) return `${this.than.show()} ${figure(this.than.value(o))}`;
    const others = this.than.others(o);
    if (others === null) return `${this.than.objects.show()}, which is missing`;
    if (others.length === 0) return 'nothing';
    const shown = others.slice(0, 3).map((r) => figure(this.measure.value(r)));
    return others.length > 3 ? `${shown.join(', ')} ...` : shown.join(', ');
  }
}

/** A number with three digits or so. */
export function figure(value: number | null): string {
  if (value === null) return 'unknown';
  if (Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}
