import type { FrameObject } from '../../twin/program-frame.ts';
import { figure } from './comparison.ts';
import { Condition } from './condition.ts';
import type { Engine } from './engine.ts';
import { Fault } from './fault.ts';
import { certain, type Truth, type Verdict } from './kleene.ts';
import { Measure, type Tolerance } from './measure.ts';
import type { Node } from './node.ts';
import type { Thing } from './thing.ts';

type OwnCode<T> = (o: FrameObject, state: unknown) => T;

/** `check("name", o => ...)`: the newest function of that name decides. */
export class Check extends Condition {
  code: OwnCode<Truth> = () => null;
  private readonly title: string;

  constructor(engine: Engine, key: string, title: string) {
    super(engine, key);
    this.title = title;
  }

  /** It is unknown of what is away. */
  override get settles(): boolean {
    return true;
  }

  describe(): string {
    return `check(${JSON.stringify(this.title)})`;
  }

  inner(): readonly Node[] {
    return [];
  }

  because(_o: Thing, v: Truth): string {
    return v === null ? `${this.title}: unknown` : v ? this.title : `not ${this.title}`;
  }

  protected test(o: Thing): Verdict {
    if (!o.present) return certain(null);
    const v = this.code(o.listing(), this.engine.state) ?? null;
    if (v !== null && typeof v !== 'boolean')
      throw new Fault('bad-argument', `${this.describe()} gave ${typeof v}`, 'give true, false, or null for unknown');
    return certain(v);
  }
}

/** `measure("name", o => ...)`. Values of own code are compared exactly. */
export class OwnMeasure extends Measure {
  code: OwnCode<number | null> = () => null;
  private readonly title: string;

  constructor(engine: Engine, key: string, title: string) {
    super(engine, key);
    this.title = title;
  }

  /** It is unknown of what is away. */
  override get settles(): boolean {
    return true;
  }

  describe(): string {
    return `measure(${JSON.stringify(this.title)})`;
  }

  inner(): readonly Node[] {
    return [];
  }

  tolerance(): Tolerance {
    return { share: 0 };
  }

  protected compute(o: Thing): number | null {
    if (!o.present) return null;
    const value = this.code(o.listing(), this.engine.state) ?? null;
    if (value !== null && (typeof value !== 'number' || !Number.isFinite(value)))
      throw new Fault(
        'bad-argument',
        `${this.describe()} gave ${figureOrType(value)}`,
        'give a number, or null for unknown',
      );
    return value;
  }
}

const figureOrType = (value: unknown): string => (typeof value === 'number' ? figure(value) : typeof value);
