import type { ProgramWarning } from '../contract.ts';
import { Ledger } from './ledger.ts';
import { settings } from './settings.ts';
import type { Thing } from './thing.ts';
import { World } from './world.ts';

/** Which things a collection draws on: those in the picture, or all ever seen (event filters). */
export const scope = { now: 0, ever: 1 } as const;
export type Scope = (typeof scope)[keyof typeof scope];

/** A value that must look at each frame, whether the program reaches it or not. */
export interface Memory {
  /** Brings it up to the newest frame; does nothing the second time. */
  sync(): void;
  /** Tick at which the program last used it. */
  usedAt: number;
  /** Keeps less of a thing that is away: room is needed. */
  fold(o: Thing): void;
  /** The thing is forgotten. */
  forget(o: Thing): void;
  /** The memory is given up: gives back what it counts. */
  close?(): void;
}

/** What all words of one session share: the world, the table of equal values, the memories, the warnings. */
export class Engine {
  readonly world = new World();
  /** What the memories hold. */
  readonly ledger = new Ledger();
  /** What the program keeps between frames. */
  state: Record<string, unknown> = {};
  scope: Scope = scope.now;
  /** Counts changes of variables' names. */
  names = 0;
  private readonly table = new Map<string, Interned>();
  private readonly numbers = new Map<string, number>();
  private newestNumber = 0;
  private readonly memories = new Map<string, Memory>();
  private readonly lacking = new WeakMap<object, number>();
  private warned = new Map<string, ProgramWarning>();

  /** The value of this key; equal keys give the same value, in later frames too. */
  intern<T extends Interned>(key: string, make: () => T): T {
    const known = this.table.get(key);
    if (known !== undefined) {
      known.metAt = this.world.tick;
      return known as T;
    }
    const made = make();
    made.metAt = this.world.tick;
    this.table.set(key, made);
    return made;
  }

  /** A short number for a text, for use in keys. */
  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, ++this.newestNumber);
    return this.newestNumber;
  }

  /** The memory of this key, made at first use. */
  remember<T extends Memory>(key: string, what: { show(): string }, make: () => T): T {
    let memory = this.memories.get(key);
    if (memory === undefined) {
      memory = make();
      this.memories.set(key, memory);
      if (this.world.tick > 1)
        this.warn('late-memory', `"${what.show()}" is remembered from ${this.world.time} s on only`);
    }
    memory.usedAt = this.world.tick;
    this.inScope(scope.now, () => memory.sync());
    return memory as T;
  }

  /** Runs `work` with collections drawn from another scope. */
  inScope<T>(wanted: Scope, work: () => T): T {
    const before = this.scope;
    this.scope = wanted;
    try {
      return work();
    } finally {
      this.scope = before;
    }
  }

  /** Brings all memories up to date and drops those unused for longest when there are too many. */
  endFrame(): void {
    this.scope = scope.now;
    for (const memory of this.memories.values()) memory.sync();
    this.makeRoom();
    if (this.memories.size > settings.memories) this.dropOldMemories();
    if (this.table.size > settings.values) this.dropOldValues();
  }

  warn(code: ProgramWarning['code'], message: string): void {
    this.warned.set(`${code} ${message}`, { code, message });
  }

  /** A word asks for what no active specialist gives; said once a word and frame. */
  missing(kind: string, word: { show(): string }): void {
    if (this.lacking.get(word) === this.world.tick) return;
    this.lacking.set(word, this.world.tick);
    this.warn('missing-attribute', `${word.show()}: nothing active gives ${kind} of some objects`);
  }

  /** Warnings since the last call. */
  takeWarnings(): ProgramWarning[] {
    const out = [...this.warned.values()];
    this.warned = new Map();
    return out;
  }

  /**
   * The forgetting rule: beyond the number of things, the one away longest is forgotten. Where the memories hold too
   * much, histories are folded of the things away longest first, then these are forgotten, then the histories of what is
   * in the picture get shorter.
   */
  private makeRoom(): void {
    const { population } = this.world;
    while (population.things.size > settings.things && this.forgetLongestAway());
    if (!this.ledger.isOver) return;
    for (const thing of population.foldable) {
      if (!this.ledger.isOver) return;
      this.foldThing(thing);
    }
    while (this.ledger.isOver && this.forgetLongestAway());
    if (this.ledger.isOver) this.ledger.shorten();
  }

  private foldThing(thing: Thing): void {
    this.world.population.noteFolded(thing);
    for (const memory of this.memories.values()) memory.fold(thing);
  }

  private forgetLongestAway(): boolean {
    const { population } = this.world;
    for (const thing of population.settled) {
      population.drop(thing);
      for (const memory of this.memories.values()) memory.forget(thing);
      return true;
    }
    return false;
  }

  private dropOldMemories(): void {
    const byUse = [...this.memories].sort((a, b) => a[1].usedAt - b[1].usedAt);
    for (const [key, memory] of byUse.slice(0, byUse.length - settings.memories)) {
      memory.close?.();
      this.memories.delete(key);
    }
  }

  private dropOldValues(): void {
    for (const [key, value] of this.table) {
      if (value.metAt >= this.world.tick || value.fixed) continue;
      this.table.delete(key);
      this.numbers.delete(key);
    }
  }
}

/** A value that exists once per text. */
export interface Interned {
  /** Tick at which the program last built it. */
  metAt: number;
  /** Never dropped from the table. */
  readonly fixed: boolean;
}
