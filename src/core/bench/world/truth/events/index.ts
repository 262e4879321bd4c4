import type { TruthEvent } from '../../contract.ts';
import type { FrameRecord, ThingState } from '../records.ts';
import { comings } from './comings.ts';
import { contact } from './contact.ts';
import { covering } from './covering.ts';
import { joining } from './joining.ts';
import { wordChanges } from './looks.ts';
import { nearing } from './nearing.ts';
import { passing } from './passing.ts';
import { placing } from './placing.ts';
import type { EventRule, PastJoining, Step } from './rule.ts';
import { sizeChanges } from './sizes.ts';
import { speeds } from './speeds.ts';

/** True events, told from exact states frame after frame; its rules share no code with those of the twin. */
export class EventTeller {
  readonly #rules: readonly EventRule[];
  readonly #size: { readonly width: number; readonly height: number };
  #before: FrameRecord | undefined;
  #since: ReadonlyMap<number, number> = new Map();
  readonly #lastMoved = new Map<number, number>();
  readonly #joinings: PastJoining[] = [];

  constructor(size: { readonly width: number; readonly height: number }) {
    this.#size = size;
    this.#rules = [
      comings(),
      speeds(),
      covering(),
      passing(),
      nearing(),
      contact(),
      placing(),
      wordChanges(),
      sizeChanges(),
      joining(),
    ];
  }

  /** Events that became certain in this frame. */
  step(record: FrameRecord): readonly TruthEvent[] {
    const before = this.#before;
    this.#before = record;
    const start = before === undefined ? Number.NEGATIVE_INFINITY : record.time;
    this.#since = new Map(record.things.map(({ id }) => [id, this.#since.get(id) ?? start]));
    for (const { id, moving } of record.things) if (moving) this.#lastMoved.set(id, record.time);
    for (const { whole, piece } of record.joinings) this.#joinings.push({ whole, piece, time: record.time });
    const step: Step = {
      ...{ record, before, now: byId(record), earlier: byId(before), ...this.#size },
      ...{ since: this.#since, lastMoved: this.#lastMoved, joinings: this.#joinings },
    };
    return this.#rules.flatMap((rule) => rule.step(step));
  }
}

const byId = (record: FrameRecord | undefined): ReadonlyMap<number, ThingState> =>
  new Map(record?.things.map((thing) => [thing.id, thing]) ?? []);
