import type { FrameEvent } from '../../twin/program-frame.ts';
import type { Objects } from './collections.ts';
import type { Condition } from './condition.ts';
import { prepareHistory } from './current.ts';
import { type EdgeKind, edgesOf } from './edges.ts';
import { type Engine, scope } from './engine.ts';
import { Node } from './node.ts';
import { RelationCondition } from './relations.ts';
import { describeSpan, holdsThen, innerOf, isWithin, type Span, stretchOf } from './span.ts';
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
}

/** An event that fits; those that hold both ways are given with the roles that fit. */
export interface FoundEvent {
  readonly t: number;
  readonly sides: readonly { readonly who: Thing; readonly other?: Thing }[];
  readonly by?: Thing;
  readonly p: number;
}

/** Events of these types have no direction. */
const mutual = new Set(['touches', 'lets go', 'merges']);

/** Events that fit a filter, oldest first; null when a role was meant and is missing, or a moment has not come. */
export class EventQuery extends Node {
  private readonly filter: EventFilter;
  private found: readonly FoundEvent[] | null = [];
  private tick = -1;

  constructor(engine: Engine, key: string, filter: EventFilter) {
    super(engine, key);
    this.filter = filter;
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

  /** Starts the memories that it needs. */
  prepare(): void {
    const { type, span } = this.filter;
    if (typeof type !== 'string') prepareHistory(type.of);
    if (span.while !== undefined) prepareHistory(span.while);
  }

  resolve(): readonly FoundEvent[] | null {
    const { tick } = this.engine.world;
    if (this.tick !== tick) {
      this.found = this.search();
      this.tick = tick;
    }
    return this.found;
  }

  private search(): readonly FoundEvent[] | null {
    const { type, span, who, other, by } = this.filter;
    if (span.while !== undefined) historyOf(span.while);
    const roles = { who: this.idsOf(who), other: this.idsOf(other), by: this.idsOf(by) };
    if (roles.who === null || roles.other === null || roles.by === null) return null;
    if (stretchOf(span, this.engine.world.nobody, this.engine.world.time) === null) return null;
    const events = typeof type === 'string' ? this.listed(type) : this.edges(type);
    const fitting = events.flatMap((event) => matching(event, roles as Roles, (o) => this.isInSpan(o, event.t)));
    return fitting.sort((a, b) => a.t - b.t);
  }

  /** Over all objects ever seen; undefined for no filter, null for one that is missing. */
  private idsOf(objects: Objects | undefined): Set<Thing> | undefined | null {
    if (objects === undefined) return undefined;
    const { members, missing } = this.engine.inScope(scope.ever, () => objects.resolve());
    return missing ? null : new Set(members.map(({ thing }) => thing));
  }

  private isInSpan(o: Thing, t: number): boolean {
    const { span } = this.filter;
    const stretch = stretchOf(span, o, this.engine.world.time);
    if (stretch === null || !isWithin(t, stretch)) return false;
    if (span.while === undefined) return true;
    const code = historyOf(span.while).timeline(o).at(t);
    return code !== null && code !== codes.away && holdsThen(code);
  }

  private listed(type: string): FoundEvent[] {
    return (this.engine.world.events.get(type) ?? []).flatMap((event) => this.fromFrame(event));
  }

  private fromFrame({ t, type, who, other, by, p }: FrameEvent): FoundEvent[] {
    const { world } = this.engine;
    const [a, b, c] = [world.thing(who), named(world, other), named(world, by)];
    if (a === undefined) return [];
    const back = b !== undefined && mutual.has(type) ? [{ who: b, other: a }] : [];
    return [{ t, sides: [{ who: a, ...(b && { other: b }) }, ...back], ...(c && { by: c }), p: p ?? 1 }];
  }

  private edges({ kind, of }: Edge): FoundEvent[] {
    const { world } = this.engine;
    const history = historyOf(of);
    return world.things.flatMap((who) =>
      edgesOf(history.timeline(who), kind, world.time).map((t) => ({ t, sides: [this.sideOf(who, of)], p: 1 })),
    );
  }

  /** `begins(holds(ball))`: the other one is the ball. */
  private sideOf(who: Thing, of: Condition): FoundEvent['sides'][number] {
    const others = of instanceof RelationCondition ? of.ref.others(who) : null;
    return others?.length === 1 ? { who, other: others[0]! } : { who };
  }
}

const named = (world: Engine['world'], id: number | undefined): Thing | undefined =>
  id === undefined ? undefined : world.thing(id);

interface Roles {
  readonly who: ReadonlySet<Thing> | undefined;
  readonly other: ReadonlySet<Thing> | undefined;
  readonly by: ReadonlySet<Thing> | undefined;
}

/** The event with the sides that fit, or nothing. */
function matching(event: FoundEvent, roles: Roles, inSpan: (o: Thing) => boolean): FoundEvent[] {
  if (!allows(roles.by, event.by)) return [];
  const sides = event.sides.filter(
    ({ who, other }) => allows(roles.who, who) && allows(roles.other, other) && inSpan(who),
  );
  return sides.length === 0 ? [] : [{ ...event, sides }];
}

const allows = (set: ReadonlySet<Thing> | undefined, one: Thing | undefined): boolean =>
  set === undefined || (one !== undefined && set.has(one));
