import type { FrameEvent, FrameRelation, TwinFrame } from '../../twin/program-frame.ts';
import { EventList } from './event-list.ts';
import { Population } from './population.ts';
import { Thing } from './thing.ts';

/** Pairs of one relation in the newest frame, with their probability. */
type Pairs = Map<number, number>;

const pairKey = (a: number, b: number): number => a * 67_108_864 + b;

/** Everything the program may know: the newest frame, each thing ever seen, and the events so far. */
export class World {
  time = 0;
  frame = -1;
  width = 1;
  height = 1;
  diagonal = 1;
  /** Time of the first frame. */
  startTime = 0;
  /** Counts frames; memoised values of an older tick are stale. */
  tick = 0;
  /** Everything remembered. */
  readonly population = new Population();
  /** Stands for any object that is away and has never been seen. */
  readonly nobody = absentThing();
  private readonly log = new Map<string, EventList<FrameEvent>>();
  /** Relations of the newest frame as listed, and the tick at which they were indexed last. */
  private listed: TwinFrame['r'] = [];
  private indexedAt = -1;
  private readonly relations: Record<FrameRelation, Pairs> = {
    touches: new Map(),
    on: new Map(),
    in: new Map(),
    holds: new Map(),
    hides: new Map(),
  };

  /** Takes the newest frame. Frames come in order. */
  take(frame: TwinFrame): void {
    if (this.tick === 0) this.startTime = frame.t;
    this.tick++;
    this.time = frame.t;
    this.frame = frame.i;
    this.width = frame.w;
    this.height = frame.h;
    this.diagonal = Math.hypot(frame.w, frame.h);
    this.population.take(frame.o, frame.t, this.diagonal);
    this.listed = frame.r;
    for (const event of frame.e) this.eventsOf(event.type).add(event);
  }

  /** Listed in the newest frame, in its order. */
  get present(): readonly Thing[] {
    return this.population.present;
  }

  /** Things that were listed one frame ago and are not any more. */
  get justLeft(): readonly Thing[] {
    return this.population.justLeft;
  }

  /** Everything remembered, in order of first sight. */
  get things(): ReadonlySet<Thing> {
    return this.population.things;
  }

  thing(id: number): Thing | undefined {
    return this.population.byNumber(id);
  }

  /** The kept events of a type, by time. */
  eventsOf(type: string): EventList<FrameEvent> {
    let list = this.log.get(type);
    if (list === undefined) {
      list = new EventList(
        ({ who }) => who,
        (id) => this.thing(id)?.present === true,
      );
      this.log.set(type, list);
    }
    return list;
  }

  /** Probability that the frame says the relation; 0 where it does not. */
  related(relation: FrameRelation, a: Thing, b: Thing): number {
    if (this.indexedAt !== this.tick) this.indexRelations();
    return this.relations[relation].get(pairKey(a.id, b.id)) ?? 0;
  }

  /** Most programs ask for no relation of pixels: pairs are indexed when the first one is asked for. */
  private indexRelations(): void {
    for (const pairs of Object.values(this.relations)) pairs.clear();
    const { listed } = this;
    for (let i = 0; i < listed.length; i++) {
      const pair = listed[i]!;
      this.relations[pair[0]]?.set(pairKey(pair[1], pair[2]), pair[3] ?? 1);
    }
    this.indexedAt = this.tick;
  }
}

function absentThing(): Thing {
  const listing = { id: -1, score: 0, box: [0, 0, 0, 0] as const, c: [0, 0] as [number, number], area: 0, vis: 0 };
  const thing = new Thing(-1, -1, { ...listing, vel: null, depth: null }, 0);
  thing.leave();
  return thing;
}
