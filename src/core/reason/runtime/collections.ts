import type { ExplanationRecord } from '../contract.ts';
import type { Condition } from './condition.ts';
import { type Engine, type Scope, scope as scopes } from './engine.ts';
import type { Measure } from './measure.ts';
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

type Kept = ExplanationRecord['kept'][number];
type Dropped = ExplanationRecord['dropped'][number];

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

  /** What it did in this frame; null for a collection that does nothing. */
  record(): ExplanationRecord | null {
    return null;
  }

  protected abstract compute(scope: Scope): Resolved;
}

/** Everything listed: `twin.objects` (wholes) or `twin.parts`. */
export class Listed extends Objects {
  private readonly parts: boolean;

  constructor(engine: Engine, key: string, parts: boolean) {
    super(engine, key);
    this.parts = parts;
  }

  override get splits(): boolean {
    return true;
  }

  override admits(o: Thing): number | null {
    return (o.partOf !== undefined) === this.parts ? 1 : null;
  }

  describe(): string {
    return this.parts ? 'parts' : 'objects';
  }

  inner(): readonly Node[] {
    return [];
  }

  protected compute(scope: Scope): Resolved {
    const { world } = this.engine;
    const from = scope === scopes.ever ? world.things : world.present;
    const members: Member[] = [];
    for (const thing of from) if ((thing.partOf !== undefined) === this.parts) members.push({ thing, p: 1 });
    return { members, missing: false };
  }
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

/** Keeps those for which all conditions are true. */
export class Where extends Derived {
  private readonly conditions: readonly Condition[];

  constructor(engine: Engine, key: string, source: Objects, conditions: readonly Condition[]) {
    super(engine, key, source);
    this.conditions = conditions;
  }

  override get splits(): boolean {
    return this.source.splits && this.conditions.every((one) => one.settles);
  }

  override admits(o: Thing): number | null {
    const p = this.source.admits(o);
    return p === null ? null : this.confidence(o, p);
  }

  describe(): string {
    return `${this.source.show()}.where(${this.words()})`;
  }

  override inner(): readonly Node[] {
    return [this.source, ...this.conditions];
  }

  override record(): ExplanationRecord {
    const kept: Kept[] = [];
    const dropped: Dropped[] = [];
    const mine = this.resolve().members;
    let at = 0;
    for (const { thing } of this.source.resolve().members) {
      const deciding = mine[at]?.thing === thing ? undefined : this.deciding(thing);
      if (deciding !== undefined) dropped.push(drop(thing, deciding));
      else kept.push({ id: thing.id, because: this.reasons(thing), p: mine[at++]!.p });
    }
    return { op: 'where', text: this.words(), kept, dropped };
  }

  protected compute(): Resolved {
    const { members, missing } = this.source.resolve();
    const kept: Member[] = [];
    for (let i = 0; i < members.length; i++) {
      const member = members[i]!;
      const p = this.confidence(member.thing, member.p);
      if (p !== null) kept.push(p === member.p ? member : { thing: member.thing, p });
    }
    return { members: kept, missing };
  }

  /** The least confidence on the way, or null when a condition is not true. */
  private confidence(thing: Thing, p: number): number | null {
    let least = p;
    const { conditions } = this;
    for (let i = 0; i < conditions.length; i++) {
      const verdict = conditions[i]!.verdict(thing);
      if (verdict.v !== true) return null;
      if (verdict.p < least) least = verdict.p;
    }
    return least;
  }

  /** The first false condition, else the first unknown one. */
  private deciding(o: Thing): Condition | undefined {
    const { conditions } = this;
    let open: Condition | undefined;
    for (let i = 0; i < conditions.length; i++) {
      const { v } = conditions[i]!.verdict(o);
      if (v === false) return conditions[i];
      if (v === null) open ??= conditions[i];
    }
    return open;
  }

  private reasons(o: Thing): string {
    const { conditions } = this;
    let text = conditions[0]!.reason(o);
    for (let i = 1; i < conditions.length; i++) text += `; ${conditions[i]!.reason(o)}`;
    return text;
  }

  private words(): string {
    return this.conditions.map((one) => one.show()).join(', ');
  }
}

function drop(o: Thing, deciding: Condition): Dropped {
  const { v, p } = deciding.verdict(o);
  return { id: o.id, because: deciding.reason(o), truth: v === null ? null : false, p };
}

/** Exactly one is meant: in the picture first, then the best score, then the oldest. */
export class The extends Derived {
  describe(): string {
    return `${this.source.show()}.the()`;
  }

  override record(): ExplanationRecord {
    return this.tell('the', this.source.show(), (_m, kept) =>
      kept ? 'the one that is meant' : 'another one is meant',
    );
  }

  protected compute(scope: Scope): Resolved {
    const members = this.candidates(scope);
    if (members.length < 2) return { members, missing: members.length === 0 };
    const best = [...members].sort(byLikelihood)[0]!;
    this.engine.warn(
      'ambiguous',
      `${members.length} fit "${this.source.show()}"; one is meant, #${best.thing.id} is taken`,
    );
    return { members: [best], missing: false };
  }

  private candidates(scope: Scope): readonly Member[] {
    const { source } = this;
    const here = scope === scopes.ever && source.splits ? inPicture(source) : [];
    return here.length > 0 ? here : source.resolve().members;
  }
}

/** What can be meant: of all things ever seen only those in the picture, if there are any. */
function inPicture(source: Objects): Member[] {
  const members: Member[] = [];
  for (const thing of source.engine.world.present) {
    const p = source.admits(thing);
    if (p !== null) members.push({ thing, p });
  }
  return members;
}

function byLikelihood(a: Member, b: Member): number {
  const { thing: s } = a;
  const { thing: t } = b;
  return Number(t.present) - Number(s.present) || t.score - s.score || s.firstSeen - t.firstSeen || s.id - t.id;
}

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

/** The parts of these, of one name where given. */
export class PartsOf extends Derived {
  private readonly named: Condition | undefined;

  constructor(engine: Engine, key: string, source: Objects, named: Condition | undefined) {
    super(engine, key, source);
    this.named = named;
  }

  describe(): string {
    return `${this.source.show()}.parts(${this.named?.describe() ?? ''})`;
  }

  override record(): ExplanationRecord {
    const because = (o: Thing): string =>
      `part of #${o.partOf}${this.named === undefined ? '' : `; ${this.named.because(o, true)}`}`;
    const kept = this.resolve().members.map(({ thing, p }) => ({ id: thing.id, because: because(thing), p }));
    return { op: 'parts', text: this.describe(), kept, dropped: [] };
  }

  protected compute(scope: Scope): Resolved {
    const { world } = this.engine;
    const wholes = new Map(this.source.resolve().members.map(({ thing, p }) => [thing.id, p]));
    const members: Member[] = [];
    for (const thing of scope === scopes.ever ? world.things : world.present) {
      const p = thing.partOf === undefined ? undefined : wholes.get(thing.partOf);
      if (p === undefined) continue;
      const named = this.named?.verdict(thing);
      if (named === undefined || named.v === true) members.push({ thing, p: Math.min(p, named?.p ?? 1) });
    }
    return { members, missing: this.source.resolve().missing };
  }
}

/** The wholes of these; a whole stays itself. */
export class WholeOf extends Derived {
  describe(): string {
    return `${this.source.show()}.whole()`;
  }

  override record(): ExplanationRecord {
    const from = this.source.resolve().members.map(({ thing }) => thing);
    const because = (o: Thing): string => {
      const parts = from.filter((one) => one.partOf === o.id).map((one) => `#${one.id}`);
      return parts.length === 0 ? 'is a whole' : `whole of ${parts.join(', ')}`;
    };
    const kept = this.resolve().members.map(({ thing, p }) => ({ id: thing.id, because: because(thing), p }));
    return { op: 'whole', text: this.source.show(), kept, dropped: [] };
  }

  protected compute(): Resolved {
    const { members, missing } = this.source.resolve();
    const best = new Map<Thing, number>();
    for (const { thing, p } of members) {
      const whole = this.wholeOf(thing);
      if (whole !== undefined) best.set(whole, Math.max(best.get(whole) ?? 0, p));
    }
    return { members: [...best].map(([thing, p]) => ({ thing, p })), missing };
  }

  private wholeOf(thing: Thing): Thing | undefined {
    return thing.partOf === undefined ? thing : this.engine.world.thing(thing.partOf);
  }
}
