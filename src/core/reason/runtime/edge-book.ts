import type { Condition } from './condition.ts';
import { areEdgesSettled, type EdgeKind, edgesOf, foldedEdges } from './edges.ts';
import type { Engine, Memory } from './engine.ts';
import { EventList } from './event-list.ts';
import type { Thing } from './thing.ts';
import type { Timeline } from './timeline.ts';
import { historyOf, type TruthHistory } from './truth-history.ts';

/** An edge of a condition of one thing. */
export interface EdgeEvent {
  readonly t: number;
  readonly who: Thing;
}

/** What of a timeline has been read. */
interface Read {
  readonly line: Timeline;
  readonly version: number;
  /** Nothing more can come of it before its version changes. */
  readonly isAll: boolean;
}

/** Edges of all things, each written once it is certain for good. */
export class EdgeBook implements Memory {
  usedAt = 0;
  readonly list: EventList<EdgeEvent>;
  private readonly engine: Engine;
  private readonly kind: EdgeKind;
  private readonly of: Condition;
  /** Time of the last edge written of each thing that has any. */
  private readonly written = new Map<Thing, number>();
  /** By slot. */
  private readonly read: (Read | undefined)[] = [];
  private tick = -1;

  constructor(engine: Engine, kind: EdgeKind, of: Condition) {
    this.engine = engine;
    this.kind = kind;
    this.of = of;
    this.list = new EventList(
      ({ who }) => who.id,
      (id) => engine.world.thing(id)?.present === true,
    );
  }

  sync(): void {
    const { world } = this.engine;
    if (this.tick === world.tick) return;
    const history = historyOf(this.of);
    const { settled, justSettled, present, lingering } = world.population;
    if (this.tick === -1) this.takeOver(history);
    for (const thing of this.tick === -1 ? settled : justSettled) this.write(thing, history);
    for (let i = 0; i < present.length; i++) this.write(present[i]!, history);
    for (const thing of lingering) this.write(thing, history);
    this.tick = world.tick;
  }

  /** How many edges of a thing are not listed any more. */
  foldedOf(who: Thing): number {
    return this.list.foldedOf(who.id);
  }

  /** Edges stay while there is room in the list. */
  fold(): void {}

  forget(o: Thing): void {
    this.written.delete(o);
    this.list.remove(({ who }) => who === o);
  }

  /** The history is older than the book: what has been folded there is counted here. */
  private takeOver(history: TruthHistory): void {
    for (const thing of this.engine.world.things) {
      const folded = foldedEdges(history.timeline(thing), this.kind);
      if (folded > 0) this.list.count(thing.id, folded);
    }
  }

  private write(who: Thing, history: TruthHistory): void {
    const line = history.timeline(who);
    const { slot } = who;
    const known = slot < 0 ? undefined : this.read[slot];
    if (known !== undefined && known.line === line && known.version === line.version && known.isAll) return;
    const now = this.engine.world.time;
    const last = this.written.get(who) ?? Number.NEGATIVE_INFINITY;
    for (const t of edgesOf(line, this.kind, now)) if (t > last) this.add(t, who);
    if (slot < 0) return;
    while (this.read.length <= slot) this.read.push(undefined);
    this.read[slot] = { line, version: line.version, isAll: areEdgesSettled(line, now) };
  }

  private add(t: number, who: Thing): void {
    this.list.add({ t, who });
    this.written.set(who, t);
  }
}
