import type { Condition } from './condition.ts';
import { type EdgeKind, edgesOf, foldedEdges } from './edges.ts';
import type { Engine, Memory } from './engine.ts';
import { EventList } from './event-list.ts';
import type { Thing } from './thing.ts';
import { historyOf } from './truth-history.ts';

/** An edge of a condition of one thing. */
export interface EdgeEvent {
  readonly t: number;
  readonly who: Thing;
}

/** Edges of the things that are settled, which do not change; those of others are looked up in each frame. */
export class EdgeBook implements Memory {
  usedAt = 0;
  readonly list: EventList<EdgeEvent>;
  private readonly engine: Engine;
  private readonly kind: EdgeKind;
  private readonly of: Condition;
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
    const { justBack, justSettled, settled } = world.population;
    const back = new Set(justBack);
    if (back.size > 0) this.list.remove(({ who }) => back.has(who));
    for (const thing of this.tick === -1 ? settled : justSettled) this.write(thing);
    this.tick = world.tick;
  }

  /** Edges of a thing that is not settled. */
  edgesOf(who: Thing): number[] {
    return edgesOf(historyOf(this.of).timeline(who), this.kind, this.engine.world.time);
  }

  /** How many edges of a thing are not listed any more. */
  foldedOf(who: Thing): number {
    return foldedEdges(historyOf(this.of).timeline(who), this.kind) + this.list.foldedOf(who.id);
  }

  /** Edges stay while there is room in the list. */
  fold(): void {}

  forget(o: Thing): void {
    this.list.remove(({ who }) => who === o);
  }

  private write(who: Thing): void {
    for (const t of this.edgesOf(who)) this.list.add({ t, who });
  }
}
