import type { EventName, FrameEvent } from '../program-frame.ts';
import type { Contact, SceneGraph } from '../scene-graph.ts';
import { approachEvents } from './approaching.ts';
import { Births } from './births.ts';
import { carrying } from './carrying.ts';
import { comings } from './comings.ts';
import { covering } from './covering.ts';
import { colorChanges, shapeChanges } from './look-changes.ts';
import { merging } from './merging.ts';
import { LastMoved } from './moved.ts';
import { OneBody, pairEvents } from './one-body.ts';
import { passing } from './passing.ts';
import { placing } from './placing.ts';
import type { EventContext, EventRule, EventRuleEntry } from './rule.ts';
import { sizeChanges } from './size-changes.ts';
import { speedChanges } from './speed-changes.ts';
import { splitOf, splitting } from './splitting.ts';
import { startsStops } from './starts-stops.ts';
import { touchEvents } from './touching.ts';

/** Every event rule; a new one is one more file and one line here. */
const entries: readonly EventRuleEntry[] = [
  { names: ['appears', 'disappears', 'enters', 'leaves'], most: { id: 1 }, create: comings },
  { names: ['starts', 'stops'], most: { id: 1 }, create: startsStops },
  { names: ['turns', 'speeds up'], most: { id: 56 }, create: speedChanges },
  { names: ['is covered by', 'is uncovered'], most: { id: 1 }, create: covering },
  { names: ['passes behind', 'passes in front of'], most: { pair: 2 }, create: passing },
  { names: ['approaches', 'recedes'], most: { id: 1, pair: 2 }, create: approachEvents },
  { names: ['touches', 'lets go'], most: { pair: 3, knownPair: 4 }, create: touchEvents },
  { names: ['is put on', 'is put in', 'is taken from', 'is taken out of'], most: { pair: 11 }, create: placing },
  { names: ['is carried by'], most: { pair: 5 }, create: carrying },
  { names: ['changes color'], most: { id: 1 }, create: colorChanges },
  { names: ['changes shape'], most: { id: 1 }, create: shapeChanges },
  { names: ['changes size'], most: { id: 148 }, create: sizeChanges },
  { names: ['splits'], most: { id: 1, knownPair: 1 }, create: splitting },
  { names: ['merges', 'splits'], most: { id: 2, knownPair: 1 }, create: merging },
];

/** Records that are remembered of each id whatever is asked for: births, masks, movements, merges. */
const mostOfId = 16;
/** What comes to light so soon after a cut was there all along, seconds. */
const settleSeconds = 0.5;
/** What it is on or touches so soon after it has come into the picture began outside, seconds. */
const settledSeconds = 0.3;
const comingTypes: ReadonlySet<EventName> = new Set(['appears', 'disappears', 'enters', 'leaves']);

/** Runs the rules for the events that were asked for, and no others. */
export class EventEngine {
  readonly #wanted: ReadonlySet<EventName> | null;
  readonly #rules: readonly EventRule[];
  readonly #most: readonly EventRuleEntry['most'][];
  readonly #oneBody = new OneBody();
  readonly #moved = new LastMoved();
  #births = new Births();
  #before: SceneGraph | null = null;
  #listed: ReadonlyMap<number, number> = new Map();
  #cutAt = Number.NEGATIVE_INFINITY;

  constructor(events: boolean | readonly EventName[]) {
    this.#wanted = typeof events === 'boolean' ? null : new Set(events);
    const active = entries.filter(({ names }) => (typeof events === 'boolean' ? events : isNeeded(names, events)));
    this.#rules = active.map(({ create }) => create());
    this.#most = active.map(({ most }) => most);
  }

  /** Number of rules that run. */
  get active(): number {
    return this.#rules.length;
  }

  /** Number of records remembered of ids and pairs; it does not grow with the stream. */
  get size(): number {
    const ofRules = this.#rules.reduce((sum, { size }) => sum + size, 0);
    return ofRules + this.#oneBody.size + this.#births.size + this.#moved.size + this.#listed.size;
  }

  /** How large `size` can become with so many ids in the picture, and so many known. */
  mostRecords(present: number, known: number): number {
    if (this.#rules.length === 0) return 0;
    const pairsOf = (n: number) => (n * (n - 1)) / 2;
    const ofRules = this.#most.map(
      ({ id = 0, pair = 0, knownPair = 0 }) => id * known + pair * pairsOf(present) + knownPair * pairsOf(known),
    );
    return ofRules.reduce((sum, n) => sum + n, mostOfId * known);
  }

  /**
   * Events that became certain in this frame, earliest first.
   * @param trackOf what the rules need of tracks besides the graph
   */
  step(graph: SceneGraph, trackOf: EventContext['trackOf']): FrameEvent[] {
    if (this.#rules.length === 0) return [];
    if (graph.cut === true) this.#startAnew(graph.time);
    const context = this.#contextOf(graph, trackOf);
    this.#births.step(context);
    this.#moved.step(context);
    this.#before = graph;
    return this.#oneBody
      .without(
        this.#rules.flatMap((rule) => rule.step(context)),
        (a, b) => trackOf(a)?.between === b,
      )
      .filter(({ type }) => this.#wanted === null || this.#wanted.has(type))
      .filter(({ type }) => graph.time - this.#cutAt > settleSeconds || !comingTypes.has(type))
      .sort((a, b) => a.t - b.t || a.who - b.who);
  }

  /** Since when each thing has been in the picture; what is there in the first frame has always been. */
  #noteListed({ nodes, time }: SceneGraph): ReadonlyMap<number, number> {
    const start = this.#before === null ? Number.NEGATIVE_INFINITY : time;
    this.#listed = new Map(nodes.map(({ id }) => [id, this.#listed.get(id) ?? start]));
    return this.#listed;
  }

  /** After a cut nothing has happened yet, as in the first frame. */
  #startAnew(time: number): void {
    this.#before = null;
    this.#listed = new Map();
    this.#cutAt = time;
    this.#births = new Births();
    this.forget(() => false);
  }

  forget(isKnown: (id: number) => boolean): void {
    for (const rule of this.#rules) rule.forget(isKnown);
    this.#oneBody.forget(isKnown);
    this.#births.forget(isKnown);
    this.#moved.forget(isKnown);
  }

  #contextOf(graph: SceneGraph, trackOf: EventContext['trackOf']): EventContext {
    const before = this.#before;
    const since = this.#noteListed(graph);
    const byRelation = new Map<string, Contact[]>();
    for (const contact of graph.contacts) {
      const list = byRelation.get(contact.relation);
      if (list) list.push(contact);
      else byRelation.set(contact.relation, [contact]);
    }
    const earlier = new Map((before?.nodes ?? []).map((node) => [node.id, node]));
    const splits = new Map<number, ReturnType<EventContext['splitOf']>>();
    const context: EventContext = {
      graph,
      before,
      time: graph.time,
      diagonal: Math.hypot(graph.width, graph.height),
      now: new Map(graph.nodes.map((node) => [node.id, node])),
      earlier,
      contacts: (relation) => byRelation.get(relation) ?? [],
      isSettled: (id) => earlier.has(id) && graph.time - since.get(id)! >= settledSeconds - 1e-9,
      birthOf: this.#births.of,
      splitOf: (id) => {
        if (!splits.has(id)) splits.set(id, splitOf(id, context));
        return splits.get(id);
      },
      hasMoved: this.#moved.before,
      trackOf,
    };
    return context;
  }
}

/** What was asked for, and what tells whether that is of two things becoming one. */
function isNeeded(names: readonly EventName[], wanted: readonly EventName[]): boolean {
  if (names.some((name) => wanted.includes(name))) return true;
  return (names.includes('merges') || names.includes('splits')) && pairEvents.some((name) => wanted.includes(name));
}
