import { figure } from './comparison.ts';
import { Condition } from './condition.ts';
import type { Engine } from './engine.ts';
import type { EventQuery, Found, FoundEvent } from './event-query.ts';
import { no, type Truth, unknown, type Verdict } from './kleene.ts';
import { Measure, type Tolerance } from './measure.ts';
import { Moment } from './moments.ts';
import type { Node } from './node.ts';
import type { Thing } from './thing.ts';

/** What a thing did, and the surest of it. */
interface Deeds {
  readonly events: FoundEvent[];
  p: number;
}

const nothing: Deeds = { events: [], p: 0 };

/** Events by who they happened to; follows what is new. */
class ByWho {
  private readonly query: EventQuery;
  private readonly deeds = new Map<Thing, Deeds>();
  private version = -1;
  private cursor = 0;

  constructor(query: EventQuery) {
    this.query = query;
  }

  /** null when it is not known yet whether there are any. */
  of(o: Thing): Deeds | null {
    const found = this.query.search();
    if (found === null) return null;
    this.follow(found);
    return this.deeds.get(o) ?? nothing;
  }

  private follow({ version, events }: Found): void {
    if (version !== this.version) {
      this.version = version;
      this.deeds.clear();
      this.cursor = 0;
    }
    for (; this.cursor < events.length; this.cursor++) this.enter(events[this.cursor]!);
  }

  private enter(event: FoundEvent): void {
    for (const { who } of event.sides) {
      const own = this.deeds.get(who);
      if (own === undefined) this.deeds.set(who, { events: [event], p: event.p });
      else {
        own.events.push(event);
        own.p = Math.max(own.p, event.p);
      }
    }
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
    return `${this.query.describe()} at ${found.events
      .slice(0, 3)
      .map(({ t }) => `${figure(t)} s`)
      .join(', ')}`;
  }

  protected test(o: Thing): Verdict {
    const found = this.byWho.of(o);
    if (found === null) return unknown;
    return found.events.length === 0 ? no : { v: true, p: found.p };
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
    return found === null ? null : found.events.length + this.query.foldedOf(o);
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

  override get isSteady(): boolean {
    return this.query.isSteady;
  }

  event(): FoundEvent | undefined {
    const found = this.query.search();
    if (found === null) return undefined;
    return found.events.at(this.place > 0 ? this.place - 1 : this.place);
  }

  time(): number | null {
    return this.event()?.t ?? null;
  }
}
