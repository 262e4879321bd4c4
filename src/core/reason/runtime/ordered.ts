import type { ExplanationRecord } from '../contract.ts';
import type { Engine } from './engine.ts';
import type { Measure } from './measure.ts';
import type { Node } from './node.ts';
import { Derived, type Member, type Objects, type Resolved } from './objects.ts';
import type { Thing } from './thing.ts';

/** The one object with the greatest or smallest value; those with an unknown value are left out. */
export class Extreme extends Derived {
  private readonly word: 'max' | 'min';
  private readonly measure: Measure;

  constructor(engine: Engine, key: string, source: Objects, word: 'max' | 'min', measure: Measure) {
    super(engine, key, source);
    this.word = word;
    this.measure = measure;
  }

  describe(): string {
    return `${this.source.show()}.${this.word}(${this.measure.show()})`;
  }

  override inner(): readonly Node[] {
    return [this.source, this.measure];
  }

  override record(): ExplanationRecord {
    return tellMeasure(this, this.word, this.source, this.measure);
  }

  protected compute(): Resolved {
    const sorted = sortMembers(this.source.resolve(), this.measure, this.word === 'max' ? -1 : 1);
    const best = sorted[0];
    if (best === undefined) nothingToCompare(this.engine, this.describe(), this.source);
    return { members: best === undefined ? [] : [best], missing: this.source.resolve().missing };
  }
}

function nothingToCompare(engine: Engine, text: string, source: Objects): void {
  if (source.resolve().members.length > 0) engine.warn('nothing-to-compare', `${text}: the value is unknown of all`);
}

/** Those with a known value, by it (`sign` 1 is upwards), equal values by lower id. */
function sortMembers({ members }: Resolved, measure: Measure, sign: 1 | -1): Member[] {
  const known = members.filter(({ thing }) => measure.value(thing) !== null);
  const sorted = known.sort(
    (a, b) => sign * (measure.value(a.thing)! - measure.value(b.thing)!) || a.thing.id - b.thing.id,
  );
  return sorted.map(({ thing, p }) => ({ thing, p: Math.min(p, measure.confidence(thing)) }));
}

function tellMeasure(own: Objects, op: string, source: Objects, measure: Measure): ExplanationRecord {
  const kept = own.resolve().members;
  const ids = new Set(kept.map(({ thing }) => thing));
  const because = (o: Thing): string => `${measure.show()} ${figureOf(measure.value(o))}`;
  return {
    op,
    text: measure.show(),
    kept: kept.map(({ thing, p }) => ({ id: thing.id, because: because(thing), p })),
    dropped: source
      .resolve()
      .members.filter(({ thing }) => !ids.has(thing))
      .map(({ thing, p }) => ({
        id: thing.id,
        because: because(thing),
        truth: measure.value(thing) === null ? null : false,
        p,
      })),
  };
}

const figureOf = (value: number | null): string => (value === null ? 'unknown' : String(Math.round(value * 100) / 100));

/** In the order of a measure. */
export class Sorted extends Derived {
  private readonly measure: Measure;
  private readonly direction: 'up' | 'down';

  constructor(engine: Engine, key: string, source: Objects, measure: Measure, direction: 'up' | 'down') {
    super(engine, key, source);
    this.measure = measure;
    this.direction = direction;
  }

  describe(): string {
    return `${this.source.show()}.sortBy(${this.measure.show()}${this.direction === 'down' ? ', "down"' : ''})`;
  }

  override inner(): readonly Node[] {
    return [this.source, this.measure];
  }

  override record(): ExplanationRecord {
    return tellMeasure(this, 'sortBy', this.source, this.measure);
  }

  protected compute(): Resolved {
    const { missing } = this.source.resolve();
    return { members: sortMembers(this.source.resolve(), this.measure, this.direction === 'up' ? 1 : -1), missing };
  }
}

/** `nth`, `middle`: one place in an order; missing when there is none. */
export class Nth extends Derived {
  private readonly place: number | 'middle';

  constructor(engine: Engine, key: string, source: Objects, place: number | 'middle') {
    super(engine, key, source);
    this.place = place;
  }

  describe(): string {
    return this.place === 'middle' ? `${this.source.show()}.middle()` : `${this.source.show()}.nth(${this.place})`;
  }

  override record(): ExplanationRecord {
    const order = this.source.resolve().members.map(({ thing }) => thing);
    const op = this.place === 'middle' ? 'middle' : 'nth';
    return this.tell(op, this.describe(), ({ thing }) => `number ${order.indexOf(thing) + 1} of ${order.length}`);
  }

  protected compute(): Resolved {
    const { members } = this.source.resolve();
    const one = members[this.index(members.length)];
    return { members: one === undefined ? [] : [one], missing: one === undefined };
  }

  private index(length: number): number {
    if (this.place === 'middle') return length % 2 === 1 ? (length - 1) / 2 : -1;
    return this.place > 0 ? this.place - 1 : length + this.place;
  }
}

/** The first so many of an order. */
export class Take extends Derived {
  private readonly number: number;

  constructor(engine: Engine, key: string, source: Objects, number: number) {
    super(engine, key, source);
    this.number = number;
  }

  describe(): string {
    return `${this.source.show()}.take(${this.number})`;
  }

  override record(): ExplanationRecord {
    const order = this.source.resolve().members.map(({ thing }) => thing);
    return this.tell('take', this.describe(), ({ thing }) => `number ${order.indexOf(thing) + 1} of ${order.length}`);
  }

  protected compute(): Resolved {
    const { members, missing } = this.source.resolve();
    return { members: members.slice(0, this.number), missing };
  }
}
