import type { ExplanationRecord } from '../contract.ts';
import { type Member, Objects, type Resolved } from './collections.ts';
import { figure } from './comparison.ts';
import { Condition } from './condition.ts';
import type { Engine } from './engine.ts';
import type { EventQuery, FoundEvent } from './event-query.ts';
import { no, type Truth, unknown, type Verdict } from './kleene.ts';
import { Measure, type Tolerance } from './measure.ts';
import { Moment } from './moments.ts';
import type { Node } from './node.ts';
import type { Thing } from './thing.ts';

/** Events by who they happened to; computed once a frame. */
class ByWho {
  private readonly query: EventQuery;
  private table: Map<Thing, FoundEvent[]> | null = null;
  private tick = -1;

  constructor(query: EventQuery) {
    this.query = query;
  }

  /** null when it is not known yet whether there are any. */
  of(o: Thing): readonly FoundEvent[] | null {
    const { tick } = this.query.engine.world;
    if (this.tick !== tick) {
      this.table = this.arrange();
      this.tick = tick;
    }
    return this.table === null ? null : (this.table.get(o) ?? []);
  }

  private arrange(): Map<Thing, FoundEvent[]> | null {
    const found = this.query.resolve();
    if (found === null) return null;
    const table = new Map<Thing, FoundEvent[]>();
    for (const event of found) for (const { who } of event.sides) table.set(who, [...(table.get(who) ?? []), event]);
    return table;
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
    return this.byWho.of(o)?.length ?? null;
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
    const found = this.query.resolve() ?? [];
    return found[this.place > 0 ? this.place - 1 : found.length + this.place];
  }

  time(): number | null {
    return this.event()?.t ?? null;
  }
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
