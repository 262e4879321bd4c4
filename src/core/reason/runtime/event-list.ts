import { settings } from './settings.ts';

/** Something that happened at a time and to somebody. */
interface Dated {
  readonly t: number;
}

/**
 * Events by time, those of one moment by the id of `who`; bounded. Of more than 1,024 the first 256 and the newest 512
 * stay, and of those between the first one of each thing that is in the picture; the rest are counted.
 */
export class EventList<T extends Dated> {
  readonly events: T[] = [];
  /** Changes when events went or came in between; else the list has only grown at its end. */
  epoch = 0;
  /** How many were folded away, by the id of `who`; of the newest 1,024 ids. */
  private readonly folded = new Map<number, number>();
  private readonly whoOf: (event: T) => number;
  private readonly isPresent: (id: number) => boolean;

  constructor(whoOf: (event: T) => number, isPresent: (id: number) => boolean) {
    this.whoOf = whoOf;
    this.isPresent = isPresent;
  }

  add(event: T): void {
    const { events } = this;
    let at = events.length;
    while (at > 0 && this.isBefore(event, events[at - 1]!)) at--;
    if (at === events.length) events.push(event);
    else {
      events.splice(at, 0, event);
      this.epoch++;
    }
    if (events.length > settings.eventsKept) this.fold();
  }

  private isBefore(a: T, b: T): boolean {
    return a.t < b.t || (a.t === b.t && this.whoOf(a) < this.whoOf(b));
  }

  /** Takes out all for which the test is true. */
  remove(test: (event: T) => boolean): void {
    const kept = this.events.filter((event) => !test(event));
    if (kept.length !== this.events.length) this.replace(kept);
  }

  /** How many of this `who` were folded away. */
  foldedOf(who: number): number {
    return this.folded.get(who) ?? 0;
  }

  /** So many more of this `who` are not listed. */
  count(who: number, number: number): void {
    const before = this.foldedOf(who);
    this.folded.delete(who);
    this.folded.set(who, before + number);
    for (const id of this.folded.keys()) {
      if (this.folded.size <= settings.things) break;
      this.folded.delete(id);
    }
  }

  private fold(): void {
    const { events } = this;
    const newest = events.length - settings.eventsNewest;
    const met = new Set(events.slice(0, settings.eventsFirst).map(this.whoOf));
    this.replace(events.filter((event, i) => i < settings.eventsFirst || i >= newest || this.isFirst(event, met)));
  }

  /** The first of a thing in the picture; others are counted. */
  private isFirst(event: T, met: Set<number>): boolean {
    const who = this.whoOf(event);
    if (!met.has(who) && this.isPresent(who)) {
      met.add(who);
      return true;
    }
    this.count(who, 1);
    return false;
  }

  private replace(kept: readonly T[]): void {
    this.events.length = 0;
    for (const event of kept) this.events.push(event);
    this.epoch++;
  }
}
