import type { FrameEvent, FrameRelation } from '../../twin/program-frame.ts';
import { EventList } from './event-list.ts';
import { type FrameTexts, field, head, type PackedFrame, relationLength, relationNames } from './packed-frame.ts';
import { Population } from './population.ts';
import { Thing } from './thing.ts';

const { parse } = JSON;

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
  private listed: Float64Array = new Float64Array(head.length);
  private indexedAt = -1;
  private readonly relations: Record<FrameRelation, Pairs> = {
    touches: new Map(),
    on: new Map(),
    in: new Map(),
    holds: new Map(),
    hides: new Map(),
  };

  /** Takes the newest frame. Frames come in order. */
  take({ numbers, texts }: PackedFrame): void {
    this.time = numbers[head.time]!;
    if (this.tick === 0) this.startTime = this.time;
    this.tick++;
    this.frame = numbers[head.index]!;
    this.width = numbers[head.width]!;
    this.height = numbers[head.height]!;
    this.diagonal = Math.hypot(this.width, this.height);
    this.population.take(numbers, this.time, this.diagonal);
    this.listed = numbers;
    if (texts !== '') this.takeTexts(parse(texts) as FrameTexts);
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

  private takeTexts({ words = [], events = [] }: FrameTexts): void {
    for (const [place, said] of words) this.population.present[place]?.hear(said);
    for (const event of events) this.eventsOf(event.type).add(event);
  }

  /** Most programs ask for no relation of pixels: pairs are indexed when the first one is asked for. */
  private indexRelations(): void {
    for (const pairs of Object.values(this.relations)) pairs.clear();
    const { listed } = this;
    const from = head.length + listed[head.objects]! * field.length;
    for (let at = from; at < listed.length; at += relationLength) {
      const name = relationNames[listed[at]!];
      if (name !== undefined) this.relations[name].set(pairKey(listed[at + 1]!, listed[at + 2]!), listed[at + 3]!);
    }
    this.indexedAt = this.tick;
  }
}

function absentThing(): Thing {
  const thing = new Thing(-1, 0);
  thing.leave();
  return thing;
}
