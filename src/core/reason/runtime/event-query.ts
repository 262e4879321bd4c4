import type { FrameEvent } from '../../twin/program-frame.ts';
import type { Condition } from './condition.ts';
import { prepareHistory } from './current.ts';
import { EdgeBook, type EdgeEvent } from './edge-book.ts';
import type { EdgeKind } from './edges.ts';
import type { Engine } from './engine.ts';
import type { EventList } from './event-list.ts';
import { Node } from './node.ts';
import type { Objects } from './objects.ts';
import { RelationCondition } from './relations.ts';
import { RoleSet } from './role-set.ts';
import { describeSpan, holdsThen, innerOf, isWithin, type Span, type Stretch, stretchOf } from './span.ts';
import type { Thing } from './thing.ts';
import { codes } from './timeline.ts';
import { historyOf } from './truth-history.ts';

/** `begins(condition)` or `ends(condition)`. */
export class Edge extends Node {
  readonly kind: EdgeKind;
  readonly of: Condition;

  constructor(engine: Engine, key: string, kind: EdgeKind, of: Condition) {
    super(engine, key);
    this.kind = kind;
    this.of = of;
  }

  describe(): string {
    return `${this.kind}(${this.of.show()})`;
  }

  inner(): readonly Node[] {
    return [this.of];
  }
}

/** What an event query asks for. */
export interface EventFilter {
  readonly type: string | Edge;
  readonly span: Span;
  readonly who?: Objects;
  readonly other?: Objects;
  readonly by?: Objects;
  /** Parts are not meant: what a walker does, his legs do too. */
  readonly wholes?: boolean;
}

/** An event that fits; those that hold both ways are given with the roles that fit. */
export interface FoundEvent {
  readonly t: number;
  readonly sides: readonly { readonly who: Thing; readonly other?: Thing }[];
  readonly by?: Thing;
  readonly p: number;
}

/** What fits a query, by time: `events` grows at its end until `version` changes. */
export interface Found {
  version: number;
  readonly events: FoundEvent[];
}

/** Events of these types have no direction. */
const mutual = new Set(['touches', 'lets go', 'merges']);

/** Events that fit a filter, oldest first; null when a role was meant and is missing, or a moment has not come. */
export class EventQuery extends Node {
  private readonly filter: EventFilter;
  private readonly roleOf: Roles;
  private readonly roles: readonly RoleSet[];
  /** There is no span. */
  private readonly free: boolean;
  private readonly found: Found = { version: 0, events: [] };
  private isKnown = false;
  /** What was found rests on this, and how much of the list it has seen. */
  private basis = '';
  private cursor = 0;
  private tick = -1;

  constructor(engine: Engine, key: string, filter: EventFilter) {
    super(engine, key);
    const role = (objects: Objects | undefined) => (objects === undefined ? undefined : new RoleSet(objects));
    this.filter = filter;
    this.free = Object.keys(filter.span).length === 0;
    this.roleOf = { who: role(filter.who), other: role(filter.other), by: role(filter.by) };
    this.roles = Object.values(this.roleOf).filter((one) => one !== undefined);
  }

  describe(): string {
    const { type, span, who, other, by } = this.filter;
    const named = typeof type === 'string' ? JSON.stringify(type) : type.show();
    const roles = Object.entries({ who, other, by }).flatMap(([role, set]) =>
      set === undefined ? [] : [`${role}: ${set.show()}`],
    );
    const options = [...roles, ...describeSpan(span).slice(2, -2).split(', ').filter(Boolean)];
    return options.length === 0 ? named : `${named}, { ${options.join(', ')} }`;
  }

  inner(): readonly Node[] {
    const { type, span, who, other, by } = this.filter;
    const roles = [who, other, by].filter((one) => one !== undefined);
    return [...(typeof type === 'string' ? [] : [type]), ...roles, ...innerOf(span)];
  }

  /** It names nobody who might be taken for another from frame to frame. */
  get isSteady(): boolean {
    const { after, before, while: held } = this.filter.span;
    return this.roles.length === 0 && held === undefined && after?.isSteady !== false && before?.isSteady !== false;
  }

  /** Starts the memories that it needs. */
  prepare(): void {
    const { type, span } = this.filter;
    if (typeof type !== 'string') {
      prepareHistory(type.of);
      this.book(type);
    }
    if (span.while !== undefined) prepareHistory(span.while);
  }

  /** What fits; null when a role was meant and is missing, or a moment has not come. */
  search(): Found | null {
    const { world } = this.engine;
    if (this.tick !== world.tick) {
      this.tick = world.tick;
      this.isKnown = this.update();
    }
    return this.isKnown ? this.found : null;
  }

  /** How many events of a thing fit but are not listed any more; 0 where a filter would have to look at them. */
  foldedOf(who: Thing): number {
    const { type, span, other, by } = this.filter;
    if (Object.keys(span).length > 0 || other !== undefined || by !== undefined) return 0;
    return typeof type === 'string' ? this.engine.world.eventsOf(type).foldedOf(who.id) : this.book(type).foldedOf(who);
  }

  private update(): boolean {
    const { type, span } = this.filter;
    if (span.while !== undefined) historyOf(span.while);
    for (const role of this.roles) role.update();
    const { world } = this.engine;
    if (this.roles.some(({ missing }) => missing)) return false;
    const stretch = stretchOf(span, world.nobody, world.time);
    if (stretch === null) return false;
    if (typeof type === 'string') this.takeListed(world.eventsOf(type), stretch);
    else this.takeEdges(type, stretch);
    return true;
  }

  private takeListed(list: EventList<FrameEvent>, stretch: Stretch): void {
    this.follow(list, stretch, '', (event) => this.fromFrame(event));
  }

  private takeEdges(edge: Edge, stretch: Stretch): void {
    const toFound = ({ t, who }: EdgeEvent): FoundEvent[] => [{ t, sides: [this.sideOf(who, edge.of)], p: 1 }];
    this.follow(this.book(edge).list, stretch, othersIn(edge.of), toFound);
  }

  /** Goes through what is new in the list; through all of it again when the filter means something else now. */
  private follow<T extends { t: number }>(
    list: EventList<T>,
    stretch: Stretch,
    others: string,
    toFound: (event: T) => FoundEvent[],
  ): void {
    const { found } = this;
    const versions = this.roles.map(({ version }) => version).join();
    const basis = `${list.epoch} ${this.engine.world.population.drops} ${stretch.from} ${stretch.to} ${versions} ${others}`;
    if (basis !== this.basis) {
      this.basis = basis;
      found.version++;
      found.events.length = 0;
      this.cursor = 0;
    }
    const { events } = list;
    for (; this.cursor < events.length; this.cursor++) this.match(toFound(events[this.cursor]!), found.events);
  }

  private match(events: readonly FoundEvent[], into: FoundEvent[]): void {
    for (const event of events) {
      const fitting = matching(event, this.roleOf, (o) => this.isMeant(o) && this.isInSpan(o, event.t));
      if (fitting !== undefined) into.push(fitting);
    }
  }

  private book({ kind, of }: Edge): EdgeBook {
    const { engine } = this;
    return engine.remember(`${kind} ${of.n}`, of, () => new EdgeBook(engine, kind, of));
  }

  private isMeant({ partOf }: Thing): boolean {
    return this.filter.wholes !== true || partOf === undefined;
  }

  private isInSpan(o: Thing, t: number): boolean {
    const { span } = this.filter;
    if (this.free) return true;
    const stretch = stretchOf(span, o, this.engine.world.time);
    if (stretch === null || !isWithin(t, stretch)) return false;
    if (span.while === undefined) return true;
    const code = historyOf(span.while).timeline(o).at(t);
    return code !== null && code !== codes.away && holdsThen(code);
  }

  private fromFrame({ t, type, who, other, by, p }: FrameEvent): FoundEvent[] {
    const { world } = this.engine;
    const [a, b, c] = [world.thing(who), named(world, other), named(world, by)];
    if (a === undefined) return [];
    const back = b !== undefined && mutual.has(type) ? [{ who: b, other: a }] : [];
    return [{ t, sides: [{ who: a, ...(b && { other: b }) }, ...back], ...(c && { by: c }), p: p ?? 1 }];
  }

  /** `begins(holds(ball))`: the other one is the ball. */
  private sideOf(who: Thing, of: Condition): FoundEvent['sides'][number] {
    const others = of instanceof RelationCondition ? of.ref.others(who) : null;
    return others?.length === 1 ? { who, other: others[0]! } : { who };
  }
}

const named = (world: Engine['world'], id: number | undefined): Thing | undefined =>
  id === undefined ? undefined : world.thing(id);

/** Changes when the other one of an edge may be another; of many, an edge has none. */
function othersIn(of: Condition): string {
  if (!(of instanceof RelationCondition)) return '';
  const { members } = of.ref.objects.resolve();
  return members.length > 2 ? 'many' : members.map(({ thing }) => thing.id).join();
}

interface Roles {
  readonly who: RoleSet | undefined;
  readonly other: RoleSet | undefined;
  readonly by: RoleSet | undefined;
}

/** The event with the sides that fit, or nothing. */
function matching(event: FoundEvent, roles: Roles, fits: (o: Thing) => boolean): FoundEvent | undefined {
  if (!allows(roles.by, event.by)) return undefined;
  const sides = event.sides.filter(
    ({ who, other }) => allows(roles.who, who) && allows(roles.other, other) && fits(who),
  );
  return sides.length === 0 ? undefined : { ...event, sides };
}

const allows = (set: RoleSet | undefined, one: Thing | undefined): boolean =>
  set === undefined || (one !== undefined && set.has(one));
