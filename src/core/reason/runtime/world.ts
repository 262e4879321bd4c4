import type { FrameEvent, FrameRelation, TwinFrame } from '../../twin/program-frame.ts';
import { settings } from './settings.ts';
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
  /** Listed in the newest frame, in its order. */
  present: Thing[] = [];
  /** Each thing ever seen, in order of first sight. */
  readonly things: Thing[] = [];
  /** Things that were listed one frame ago and are not any more. */
  justLeft: Thing[] = [];
  /** Kept events of each type, in order of arrival. */
  readonly events = new Map<string, FrameEvent[]>();
  /** Stands for any object that is away and has never been seen. */
  readonly nobody = absentThing();
  private readonly byId = new Map<number, Thing>();
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
    this.takeObjects(frame);
    this.listed = frame.r;
    for (const event of frame.e) this.takeEvent(event);
  }

  thing(id: number): Thing | undefined {
    return this.byId.get(id);
  }

  /** Probability that the frame says the relation; 0 where it does not. */
  related(relation: FrameRelation, a: Thing, b: Thing): number {
    if (this.indexedAt !== this.tick) this.indexRelations();
    return this.relations[relation].get(pairKey(a.id, b.id)) ?? 0;
  }

  private takeObjects(frame: TwinFrame): void {
    const before = this.present;
    this.present = [];
    for (const thing of before) thing.present = false;
    for (const listed of frame.o) this.present.push(this.takeObject(listed, frame.t));
    this.justLeft = before.filter((thing) => !thing.present);
    for (const thing of this.justLeft) thing.leave();
  }

  private takeObject(listed: TwinFrame['o'][number], t: number): Thing {
    const thing = this.byId.get(listed.id) ?? this.addThing(listed, t);
    thing.update(listed, t, this.diagonal);
    return thing;
  }

  private addThing(listed: TwinFrame['o'][number], t: number): Thing {
    const thing = new Thing(listed.id, this.things.length, listed, t);
    this.things.push(thing);
    this.byId.set(listed.id, thing);
    return thing;
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

  private takeEvent(event: FrameEvent): void {
    const list = this.events.get(event.type) ?? [];
    if (list.length === 0) this.events.set(event.type, list);
    list.push(event);
    if (list.length > settings.eventsKept) list.shift();
  }
}

function absentThing(): Thing {
  const listing = { id: -1, score: 0, box: [0, 0, 0, 0] as const, c: [0, 0] as [number, number], area: 0, vis: 0 };
  const thing = new Thing(-1, -1, { ...listing, vel: null, depth: null }, 0);
  thing.leave();
  return thing;
}
