/** A stretch of time in which a value changes by its own rule. */
export interface Stretch<T> {
  /** Seconds. */
  readonly from: number;
  /** Afterwards the value stays as it was then; Infinity: until the next stretch. */
  readonly to: number;
  /** `start` is the value when the stretch begins. */
  at(seconds: number, start: T): T;
}

/** A value over time: closed form in each stretch, so any moment can be asked for at once. */
export class Timeline<T> {
  readonly #initial: T;
  readonly #stretches: Stretch<T>[] = [];
  readonly #starts: T[] = [];

  constructor(initial: T) {
    this.#initial = initial;
  }

  /** Stretches are added in the order of time. @throws RangeError when one begins before the last one ends */
  add(stretch: Stretch<T>): void {
    const last = this.#stretches.at(-1);
    const open = last !== undefined && last.to === Number.POSITIVE_INFINITY;
    if (last !== undefined && stretch.from < (open ? last.from : last.to) - 1e-9)
      throw new RangeError(`a stretch from ${stretch.from} s overlaps the one to ${last.to} s`);
    this.#stretches.push(stretch);
  }

  /** When the last finite stretch ends; 0 with none. */
  get end(): number {
    const last = this.#stretches.at(-1);
    return last === undefined ? 0 : last.to === Number.POSITIVE_INFINITY ? last.from : last.to;
  }

  at(seconds: number): T {
    let i = this.#stretches.length - 1;
    while (i >= 0 && this.#stretches[i]!.from > seconds) i--;
    return i < 0 ? this.#initial : this.#in(i, seconds);
  }

  #in(i: number, seconds: number): T {
    const stretch = this.#stretches[i]!;
    return stretch.at(Math.min(seconds, stretch.to), this.#start(i));
  }

  #start(i: number): T {
    this.#starts[i] ??= i === 0 ? this.#initial : this.#in(i - 1, this.#stretches[i]!.from);
    return this.#starts[i];
  }
}
