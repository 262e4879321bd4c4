import type { EventName, FrameEvent } from '../program-frame.ts';

/** Events kept of one track: the first ones and the newest ones. */
export const firstEvents = 8;
export const newestEvents = 24;

/** The events in which a thing took part, bounded: of those between the first and the newest only the number stays. */
export class TrackEvents {
  readonly #kept: FrameEvent[] = [];
  readonly #folded: Partial<Record<EventName, number>> = {};

  get list(): readonly FrameEvent[] {
    return this.#kept;
  }

  /** How many of each type are not listed any more. */
  get folded(): Readonly<Partial<Record<EventName, number>>> {
    return this.#folded;
  }

  add(event: FrameEvent): void {
    this.#kept.push(event);
    if (this.#kept.length <= firstEvents + newestEvents) return;
    const [{ type }] = this.#kept.splice(firstEvents, 1) as [FrameEvent];
    this.#folded[type] = (this.#folded[type] ?? 0) + 1;
  }
}
