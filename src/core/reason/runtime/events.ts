import type { ExplanationRecord } from '../contract.ts';
import { figure } from './comparison.ts';
import { Condition } from './condition.ts';
import type { Engine } from './engine.ts';
import type { EventQuery, Found, FoundEvent } from './event-query.ts';
import { no, type Truth, unknown, type Verdict } from './kleene.ts';
import { Measure, type Tolerance } from './measure.ts';
import { Moment } from './moments.ts';
import type { Node } from './node.ts';
import { type Member, Objects, type Resolved } from './objects.ts';
import type { Thing } from './thing.ts';

/** Events by who they happened to; follows what is new. */
class ByWho {
  private readonly query: EventQuery;
  private readonly lasting = new Map<Thing, FoundEvent[]>();
  private readonly passing = new Map<Thing, FoundEvent[]>();
  private isKnown = false;
  private version = -1;
  private cursor = 0;
  private tick = -1;

  constructor(query: EventQuery) {
    this.query = query;
  }

  /** null when it is not known yet whether there are any. */
  of(o: Thing): readonly FoundEvent[] | null {
    const { tick } = this.query.engine.world;
    if (this.tick !== tick) {
      this.tick = tick;
      this.isKnown = this.update();
    }
    if (!this.isKnown) return null;
    const own = this.lasting.get(o) ?? [];
    const passing = this.passing.get(o);
    return passing === undefined ? own : [...own, ...passing];
  }

  private update(): boolean {
    const found = this.query.search();
    if (found === null) return false;
    if (found.version !== this.version) {
      this.version = found.version;
      this.lasting.clear();
      this.cursor = 0;
    }
    for (; this.cursor < found.lasting.length; this.cursor++) enter(found.lasting[this.cursor]!, this.lasting);
    this.passing.clear();
    for (const event of found.passing) enter(event, this.passing);
    return true;
  }
}

function enter(event: FoundEvent, table: Map<Thing, FoundEvent[]>): void {
  for (const { who } of event.sides) {
    const own = table.get(who);
    if (own === undefined) table.set(who, [event]);
    else own.push(event);
  }
}

/** `did`: the object was `who` at least once. */
export class Did extends Condition {
  private readonly query: EventQuery;
  private readonly byWho: ByWho;

  constructor(engine: Engine, key: string, query: EventQuery) {
    super(engine, key);
    this.query = query;
    this.byWho = new ByWho(query);
  }

  describe(): string {
    return `did(${this.query.describe()})`;
  }

  inner(): readonly Node[] {
    return [this.query];
  }

  because(o: Thing, v: Truth): string {
    const found = this.byWho.of(o);
    if (found === null) return `not known yet: ${this.describe()}`;
    if (!v) return `never: ${this.query.describe()}`;
    return `${this.query.describe()} at ${found
      .slice(0, 3)
      .map(({ t }) => `${figure(t)} s`)
      .join(', ')}`;
  }

  protected test(o: Thing): Verdict {
    const found = this.byWho.of(o);
    if (found === null) return unknown;
    if (found.length === 0) return no;
    return { v: true, p: Math.max(...found.map(({ p }) => p)) };
  }
}

/** `times`: how often the object was `who`. */
export class Times extends Measure {
  private readonly query: EventQuery;
  private readonly byWho: ByWho;

  constructor(engine: Engine, key: string, query: EventQuery) {
    super(engine, key);
    this.query = query;
    this.byWho = new ByWho(query);
  }

  describe(): string {
    return `times(${this.query.describe()})`;
  }

  inner(): readonly Node[] {
    return [this.query];
  }

  tolerance(): Tolerance {
    return { share: 0 };
  }

  protected compute(o: Thing): number | null {
    const found = this.byWho.of(o);
    return found === null ? null : found.length + this.query.foldedOf(o);
  }
}

/** One event of a query: `first`, `last`, `nth`. It is missing until it has happened. */
export class Occurrence extends Moment {
  private readonly query: EventQuery;
  private readonly place: number;

  constructor(engine: Engine, key: string, query: EventQuery, place: number) {
    super(engine, key);
    this.query = query;
    this.place = place;
  }

  describe(): string {
    const place = this.place === 1 ? 'first()' : this.place === -1 ? 'last()' : `nth(${this.place})`;
    return `events(${this.query.describe()}).${place}`;
  }

  override inner(): readonly Node[] {
    return [this.query];
  }

  event(): FoundEvent | undefined {
    const found = this.query.search();
    return found === null ? undefined : pick(found, this.place);
  }

  time(): number | null {
    return this.event()?.t ?? null;
  }
}

/** One place in both lists taken together, by time; they are not merged for it. */
function pick({ lasting, passing }: Found, place: number): FoundEvent | undefined {
  const step = place > 0 ? 1 : -1;
  let a = step > 0 ? 0 : lasting.length - 1;
  let b = step > 0 ? 0 : passing.length - 1;
  if (passing.length === 0) return lasting[a + place - step];
  for (let left = Math.abs(place); left > 0; left--) {
    const [one, other] = [lasting[a], passing[b]];
    const takesOne = other === undefined || (one !== undefined && (step > 0 ? one.t <= other.t : one.t > other.t));
    if (left === 1 || (one ?? other) === undefined) return takesOne ? one : other;
    if (takesOne) a += step;
    else b += step;
  }
  return undefined;
}

export type Role = 'who' | 'other' | 'by';

/** Who plays a role in an event, or in all events of a query; also those that have left. Missing when there is none. */
export class RoleObjects extends Objects {
  private readonly of: EventQuery | Occurrence;
  private readonly role: Role;

  constructor(engine: Engine, key: string, of: EventQuery | Occurrence, role: Role) {
    super(engine, key);
    this.of = of;
    this.role = role;
  }

  describe(): string {
    const of = this.of instanceof Moment ? this.of.show() : `events(${this.of.describe()})`;
    return `${of}.${this.role}()`;
  }

  inner(): readonly Node[] {
    return [this.of];
  }

  override record(): ExplanationRecord {
    const events = this.events();
    const kept = this.resolve().members.map(({ thing, p }) => {
      const t = events.find((event) => this.playersOf(event).includes(thing))?.t ?? 0;
      return { id: thing.id, because: `${this.role} of it at ${figure(t)} s`, p };
    });
    return { op: this.role, text: this.describe(), kept, dropped: [] };
  }

  protected compute(): Resolved {
    const best = new Map<Thing, number>();
    for (const event of this.events())
      for (const thing of this.playersOf(event)) best.set(thing, Math.max(best.get(thing) ?? 0, event.p));
    const members: Member[] = [...best].map(([thing, p]) => ({ thing, p }));
    return { members, missing: members.length === 0 };
  }

  private events(): readonly FoundEvent[] {
    if (!(this.of instanceof Moment)) return this.of.resolve() ?? [];
    const event = this.of.event();
    return event === undefined ? [] : [event];
  }

  private playersOf({ sides, by }: FoundEvent): Thing[] {
    const players = this.role === 'by' ? [by] : sides.map((side) => side[this.role === 'who' ? 'who' : 'other']);
    return players.filter((one) => one !== undefined);
  }
}
