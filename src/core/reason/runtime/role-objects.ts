import type { ExplanationRecord } from '../contract.ts';
import { figure } from './comparison.ts';
import type { Engine } from './engine.ts';
import { EventQuery, type Found, type FoundEvent } from './event-query.ts';
import type { Occurrence } from './events.ts';
import type { Node } from './node.ts';
import { type Kept, type Member, Objects, type Resolved } from './objects.ts';
import type { Thing } from './thing.ts';

export type Role = 'who' | 'other' | 'by';

/** Who plays a role in an event, or in all events of a query; also those that have left. Missing when there is none. */
export class RoleObjects extends Objects {
  private readonly of: EventQuery | Occurrence;
  private readonly role: Role;
  /** When each one played it first, and how sure that is at best. */
  private readonly players = new Map<Thing, { readonly t: number; p: number }>();
  private version = -1;
  private cursor = 0;

  constructor(engine: Engine, key: string, of: EventQuery | Occurrence, role: Role) {
    super(engine, key);
    this.of = of;
    this.role = role;
  }

  describe(): string {
    const of = this.of instanceof EventQuery ? `events(${this.of.describe()})` : this.of.show();
    return `${of}.${this.role}()`;
  }

  inner(): readonly Node[] {
    return [this.of];
  }

  override get isSteady(): boolean {
    return this.of.isSteady;
  }

  override record(): ExplanationRecord {
    const kept = this.resolve().members.map(
      ({ thing, p }): Kept => ({
        id: thing.id,
        because: `${this.role} of it at ${figure(this.players.get(thing)?.t ?? 0)} s`,
        p,
      }),
    );
    return { op: this.role, text: this.describe(), kept, dropped: [] };
  }

  protected compute(): Resolved {
    if (this.of instanceof EventQuery) this.follow(this.of.search());
    else this.takeOnly(this.of.event());
    const members: Member[] = [];
    for (const [thing, { p }] of this.players) members.push({ thing, p });
    return { members, missing: members.length === 0 };
  }

  private takeOnly(event: FoundEvent | undefined): void {
    this.players.clear();
    if (event !== undefined) this.enter(event);
  }

  /** Goes through what is new. */
  private follow(found: Found | null): void {
    if (found === null || found.version !== this.version) {
      this.version = found?.version ?? -1;
      this.players.clear();
      this.cursor = 0;
    }
    if (found === null) return;
    for (; this.cursor < found.events.length; this.cursor++) this.enter(found.events[this.cursor]!);
  }

  private enter(event: FoundEvent): void {
    for (const thing of this.playersOf(event)) {
      const known = this.players.get(thing);
      if (known === undefined) this.players.set(thing, { t: event.t, p: event.p });
      else known.p = Math.max(known.p, event.p);
    }
  }

  private playersOf({ sides, by }: FoundEvent): Thing[] {
    const players = this.role === 'by' ? [by] : sides.map((side) => side[this.role === 'who' ? 'who' : 'other']);
    return players.filter((one) => one !== undefined);
  }
}
