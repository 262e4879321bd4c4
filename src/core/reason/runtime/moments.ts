import type { Engine } from './engine.ts';
import { Node } from './node.ts';
import { settings } from './settings.ts';
import type { Thing } from './thing.ts';

/** A point in time: seconds from the start, or null when it has not happened. */
export abstract class Moment extends Node {
  /** As seen from an object. */
  abstract time(o: Thing): number | null;

  /** It does not flicker: it rests on nobody who might be taken for another from frame to frame. */
  get isSteady(): boolean {
    return true;
  }

  inner(): readonly Node[] {
    return [];
  }
}

/** The first frame. */
export class Start extends Moment {
  describe(): string {
    return 'start';
  }

  time(): number {
    return this.engine.world.startTime;
  }
}

/** When the object asked about was listed first. */
export class FirstSeen extends Moment {
  describe(): string {
    return 'firstSeen';
  }

  time(o: Thing): number {
    return o.firstSeen;
  }
}

/** So many seconds before now, at most 60; has not happened before the start. */
export class Ago extends Moment {
  private readonly seconds: number;

  constructor(engine: Engine, key: string, seconds: number) {
    super(engine, key);
    this.seconds = Math.min(seconds, settings.agoSeconds);
  }

  describe(): string {
    return `ago(${this.seconds})`;
  }

  time(): number | null {
    const { world } = this.engine;
    const t = world.time - this.seconds;
    return t < world.startTime - 1e-6 ? null : t;
  }
}

/** A number of seconds from the start of the stream. */
export class Clock extends Moment {
  private readonly seconds: number;

  constructor(engine: Engine, key: string, seconds: number) {
    super(engine, key);
    this.seconds = seconds;
  }

  describe(): string {
    return String(this.seconds);
  }

  time(): number | null {
    return this.seconds > this.engine.world.time ? null : this.seconds;
  }
}
