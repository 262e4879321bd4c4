import type { Stretch } from './span.ts';
import type { Thing } from './thing.ts';
import type { Timeline } from './timeline.ts';

interface Kept<T> {
  readonly line: Timeline;
  readonly version: number;
  readonly held: Timeline | undefined;
  readonly heldVersion: number;
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

/**
 * What a word gets from all segments of an object's timeline but the newest one. It is worked out anew only when one of
 * the timelines has a new segment or the stretch means another time: a frame costs as much after a day as after a minute.
 */
export class ClosedPart<T> {
  private readonly kept: (Kept<T> | undefined)[] = [];

  /** @param held timeline of the `while` condition */
  of(o: Thing, line: Timeline, held: Timeline | undefined, { from, to }: Stretch, work: () => T): T {
    const { slot } = o;
    if (slot < 0) return work();
    const known = this.kept[slot];
    const heldVersion = held?.version ?? 0;
    if (
      known !== undefined &&
      known.line === line &&
      known.version === line.version &&
      known.held === held &&
      known.heldVersion === heldVersion &&
      known.from === from &&
      known.to === to
    )
      return known.value;
    while (this.kept.length <= slot) this.kept.push(undefined);
    const value = work();
    this.kept[slot] = { line, version: line.version, held, heldVersion, from, to, value };
    return value;
  }
}
