import { type EventContext, forgetIds } from './rule.ts';

/** Whoever touched a thing so shortly before or after it was put or taken may be the hand. */
const aboutSeconds = 0.2;
/** A contact that is not seen for so long has begun anew. */
const gapSeconds = 0.3;
/** Who holds a thing may become certain so much later, seconds. */
const waitSeconds = 0.8;

/** Somebody near a thing: touches it, or hides a part of it. */
interface Reach {
  readonly id: number;
  readonly from: number;
  last: number;
  /** It has held the thing in this contact. */
  holds: boolean;
  /** It moves by itself, as far as is known. */
  roams: boolean;
  touches: boolean;
}

/**
 * Who put or took a thing: whoever touches it, or hides a part of it, within 0.2 s and holds it at some time of that
 * contact, known at most 0.8 s later; else the only one that touches it then, and else hides it, of those that move by themselves.
 */
export class Hands {
  readonly #reaches = new Map<number, Reach[]>();

  step({ contacts, time, trackOf }: EventContext): void {
    const roams = (id: number) => trackOf(id)?.roams === true;
    for (const { a, b } of contacts('hides')) this.#note(b, a, time, roams(a));
    for (const { a, b } of contacts('touches')) {
      this.#note(a, b, time, roams(b)).touches = true;
      this.#note(b, a, time, roams(a)).touches = true;
    }
    for (const { a, b } of contacts('holds')) this.#note(b, a, time, roams(a)).holds = true;
    for (const [id, reaches] of this.#reaches) {
      const kept = reaches.filter(({ last }) => time - last <= waitSeconds + 2 * aboutSeconds);
      if (kept.length > 0) this.#reaches.set(id, kept);
      else this.#reaches.delete(id);
    }
  }

  #note(who: number, id: number, time: number, roams: boolean): Reach {
    const reaches = this.#reaches.get(who) ?? [];
    this.#reaches.set(who, reaches);
    let reach = reaches.find((one) => one.id === id && time - one.last <= gapSeconds);
    if (reach === undefined) {
      reach = { id, from: time, last: time, holds: false, roams, touches: false };
      reaches.push(reach);
    }
    reach.last = time;
    reach.roams ||= roams;
    return reach;
  }

  /** The hand, null for nobody, or `later` where it may still become known. */
  of(who: number, other: number, at: number, time: number): number | null | 'later' {
    const near = (this.#reaches.get(who) ?? []).filter(
      ({ id, from, last }) => id !== other && from <= at + aboutSeconds && last >= at - aboutSeconds,
    );
    const holder = near.find(({ holds }) => holds);
    if (holder !== undefined) return holder.id;
    const able = near.filter(({ roams }) => roams);
    if (time - at < waitSeconds - 1e-9 && able.length > 0) return 'later';
    const touching = able.filter(({ touches }) => touches);
    const [only, ...more] = touching.length > 0 ? touching : able;
    return only !== undefined && more.length === 0 ? only.id : null;
  }

  get size(): number {
    return [...this.#reaches.values()].reduce((sum, { length }) => sum + length, 0);
  }

  forget(isKnown: (id: number) => boolean): void {
    forgetIds(this.#reaches, isKnown);
  }
}
