import { type EventContext, forgetIds } from './rule.ts';

/** That something moves is known so much later, seconds. */
const lateSeconds = 0.25;
/** Movements kept of each track. */
const most = 3;

interface Movement {
  readonly from: number;
  to: number;
}

/** Remembers when each track last moved. */
export class LastMoved {
  readonly #movements = new Map<number, Movement[]>();
  #before = Number.NEGATIVE_INFINITY;

  step({ now, time }: Pick<EventContext, 'now' | 'time'>): void {
    for (const [id, { attr }] of now) if (attr.temp.moving) this.#note(id, time);
    this.#before = time;
  }

  #note(id: number, time: number): void {
    const movements = this.#movements.get(id) ?? [];
    const last = movements.at(-1);
    if (last !== undefined && last.to >= this.#before) last.to = time;
    else this.#movements.set(id, [...movements, { from: time, to: time }].slice(-most));
  }

  /** Has one of them moved in the `seconds` before a time, or set out then? */
  before = (time: number, seconds: number, ...ids: readonly number[]): boolean =>
    ids.some((id) =>
      this.#movements.get(id)?.some(({ from, to }) => to >= time - seconds - 1e-9 && from <= time + lateSeconds),
    );

  get size(): number {
    return [...this.#movements.values()].reduce((sum, { length }) => sum + length, 0);
  }

  forget(isKnown: (id: number) => boolean): void {
    forgetIds(this.#movements, isKnown);
  }
}
