import type { EventContext } from './rule.ts';
import { forgetIds } from './rule.ts';

/** Remembers when each track last moved. */
export class LastMoved {
  readonly #times = new Map<number, number>();

  step({ now, time }: EventContext): void {
    for (const [id, { attr }] of now) if (attr.temp.moving) this.#times.set(id, time);
  }

  /** Has one of them moved since a time? */
  since(time: number, ...ids: readonly number[]): boolean {
    return ids.some((id) => (this.#times.get(id) ?? Number.NEGATIVE_INFINITY) >= time - 1e-9);
  }

  forget(isKnown: (id: number) => boolean): void {
    forgetIds(this.#times, isKnown);
  }
}
