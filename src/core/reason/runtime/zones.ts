import { Condition } from './condition.ts';
import type { Engine, Memory } from './engine.ts';
import { certain, type Truth, unknown, type Verdict } from './kleene.ts';
import type { Node } from './node.ts';
import { settings } from './settings.ts';
import type { Thing } from './thing.ts';

/** Shares of the frame. */
export interface Zone {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const half = settings.middleHalf;
/** The named zones; halves reach beyond the frame, so that only the middle line is an edge. */
export const zones: Readonly<Record<string, Zone>> = {
  left: { x: -9, y: -9, w: 9.5, h: 19 },
  right: { x: 0.5, y: -9, w: 9.5, h: 19 },
  top: { x: -9, y: -9, w: 19, h: 9.5 },
  bottom: { x: -9, y: 0.5, w: 19, h: 9.5 },
  middle: { x: 0.5 - half, y: 0.5 - half, w: 2 * half, h: 2 * half },
};

/** The centroid lies in the zone; within 1 % of the diagonal of its edge the last value is kept. */
export class InZone extends Condition {
  private readonly zone: Zone;
  private readonly words: string;

  constructor(engine: Engine, key: string, zone: Zone, words: string) {
    super(engine, key);
    this.zone = zone;
    this.words = words;
  }

  override get settles(): boolean {
    return true;
  }

  describe(): string {
    return `inZone(${this.words})`;
  }

  inner(): readonly Node[] {
    return [];
  }

  because(o: Thing): string {
    if (!o.present) return 'away';
    return `centre at ${Math.round(o.cx)}, ${Math.round(o.cy)}`;
  }

  protected test(o: Thing): Verdict {
    if (!o.present) return unknown;
    const memory = this.engine.remember(`zone ${this.n}`, this, () => new ZoneMemory(this.engine, this.zone));
    return certain(memory.truth(o));
  }
}

/** Last value of each object, so that one that stands on the edge does not flicker. */
class ZoneMemory implements Memory {
  usedAt = 0;
  private tick = -1;
  private readonly engine: Engine;
  private readonly zone: Zone;
  private readonly last = new Map<Thing, Truth>();

  constructor(engine: Engine, zone: Zone) {
    this.engine = engine;
    this.zone = zone;
  }

  sync(): void {
    const { world } = this.engine;
    if (this.tick === world.tick) return;
    this.tick = world.tick;
    for (const o of world.present) this.last.set(o, this.decide(o, this.truth(o)));
  }

  truth(o: Thing): Truth {
    return this.last.get(o) ?? null;
  }

  /** One value an object: nothing to fold. */
  fold(): void {}

  forget(o: Thing): void {
    this.last.delete(o);
  }

  private decide(o: Thing, before: Truth): Truth {
    const { world } = this.engine;
    const depth = depthInside(o.cx, o.cy, this.zone, world.width, world.height);
    return before !== null && Math.abs(depth) <= settings.placeStep * world.diagonal ? before : depth >= 0;
  }
}

/** Distance to the zone's edge in px, positive inside. */
function depthInside(x: number, y: number, zone: Zone, width: number, height: number): number {
  const dx = Math.min(x - zone.x * width, (zone.x + zone.w) * width - x);
  const dy = Math.min(y - zone.y * height, (zone.y + zone.h) * height - y);
  return dx >= 0 && dy >= 0 ? Math.min(dx, dy) : -Math.hypot(Math.min(dx, 0), Math.min(dy, 0));
}
