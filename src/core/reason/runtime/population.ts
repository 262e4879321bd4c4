import { field, head } from './packed-frame.ts';
import { settings } from './settings.ts';
import { Thing } from './thing.ts';

/**
 * All things that are remembered: in the picture, just left, or settled (away for a second or more). Those that are not
 * settled have a slot, a small number that is given to another thing later; so lists of per-object values stay short.
 */
export class Population {
  /** Listed in the newest frame, in its order. */
  present: Thing[] = [];
  /** Listed one frame ago and not any more. */
  justLeft: Thing[] = [];
  /** Away and settled in this frame. */
  justSettled: readonly Thing[] = [];
  /** Counts things that were forgotten. */
  drops = 0;
  private readonly byId = new Map<number, Thing>();
  /** In order of first sight. */
  private readonly all = new Set<Thing>();
  /** In order of leaving. */
  private readonly leaving = new Set<Thing>();
  private readonly away = new Set<Thing>();
  private readonly unfolded = new Set<Thing>();
  private readonly freeSlots: number[] = [];
  private slots = 0;

  /** Takes the listing of the newest frame. `diagonal` in px. */
  take(numbers: Float64Array, t: number, diagonal: number): void {
    const before = this.present;
    this.present = [];
    for (let i = 0; i < before.length; i++) before[i]!.present = false;
    const end = head.length + numbers[head.objects]! * field.length;
    for (let at = head.length; at < end; at += field.length) this.present.push(this.takeOne(numbers, at, t, diagonal));
    this.justLeft = before.filter((thing) => !thing.present);
    for (const thing of this.justLeft) this.leave(thing);
    this.settle(t);
  }

  byNumber(id: number): Thing | undefined {
    return this.byId.get(id);
  }

  /** Everything remembered, in order of first sight. */
  get things(): ReadonlySet<Thing> {
    return this.all;
  }

  /** Just left: what is asked about the last second of it can still change. */
  get lingering(): ReadonlySet<Thing> {
    return this.leaving;
  }

  /** Settled things, the one that is away longest first. */
  get settled(): ReadonlySet<Thing> {
    return this.away;
  }

  /** Those of the settled things whose histories are whole, in the same order. */
  get foldable(): ReadonlySet<Thing> {
    return this.unfolded;
  }

  /** The histories of a settled thing have been folded. */
  noteFolded(thing: Thing): void {
    this.unfolded.delete(thing);
  }

  /** Forgets a settled thing. */
  drop(thing: Thing): void {
    this.away.delete(thing);
    this.unfolded.delete(thing);
    this.all.delete(thing);
    this.byId.delete(thing.id);
    this.drops++;
  }

  private takeOne(numbers: Float64Array, at: number, t: number, diagonal: number): Thing {
    const id = numbers[at + field.id]!;
    const thing = this.byId.get(id) ?? this.add(id, t);
    if (thing.slot < 0) thing.slot = this.freeSlots.pop() ?? this.slots++;
    if (!thing.present) this.comeBack(thing);
    thing.update(numbers, at, t, diagonal);
    return thing;
  }

  private add(id: number, t: number): Thing {
    const thing = new Thing(id, t);
    this.all.add(thing);
    this.byId.set(id, thing);
    return thing;
  }

  private comeBack(thing: Thing): void {
    this.leaving.delete(thing);
    this.away.delete(thing);
    this.unfolded.delete(thing);
  }

  private leave(thing: Thing): void {
    thing.leave();
    this.leaving.add(thing);
  }

  private settle(t: number): void {
    if (this.justSettled.length > 0) this.justSettled = [];
    if (this.leaving.size === 0) return;
    this.justSettled = [...this.leaving].filter((thing) => t - thing.lastSeen >= settings.settleSeconds);
    for (const thing of this.justSettled) {
      this.leaving.delete(thing);
      this.away.add(thing);
      this.unfolded.add(thing);
      this.freeSlots.push(thing.slot);
      thing.slot = -1;
    }
  }
}
