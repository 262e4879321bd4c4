import { scope } from './engine.ts';
import type { Objects } from './objects.ts';
import type { Thing } from './thing.ts';

/**
 * The things that may play a role in an event: the members of a collection, over all things remembered. Where the
 * membership of a settled thing cannot change, only the others are asked in each frame.
 */
export class RoleSet {
  /** Changes when a thing that was known before came in or went out. */
  version = 0;
  missing = false;
  private readonly objects: Objects;
  private isMember = new WeakMap<Thing, boolean>();
  private members: ReadonlySet<Thing> = new Set();
  private tick = -2;
  private readonly splits: boolean;

  constructor(objects: Objects) {
    this.objects = objects;
    this.splits = objects.splits;
  }

  has(thing: Thing): boolean {
    return this.splits ? this.isMember.get(thing) === true : this.members.has(thing);
  }

  /** Brings it up to the newest frame. */
  update(): void {
    const { engine } = this.objects;
    const { tick } = engine.world;
    if (this.tick === tick) return;
    engine.inScope(scope.ever, () => (this.splits ? this.askLive(this.tick === tick - 1) : this.askAll()));
    this.tick = tick;
  }

  private askLive(followed: boolean): void {
    const { things, population } = this.objects.engine.world;
    if (!followed) {
      this.version++;
      for (const thing of things) this.isMember.set(thing, this.objects.admits(thing) !== null);
      return;
    }
    for (const thing of population.present) this.ask(thing);
    for (const thing of population.lingering) this.ask(thing);
    for (const thing of population.justSettled) this.ask(thing);
  }

  private ask(thing: Thing): void {
    const now = this.objects.admits(thing) !== null;
    const before = this.isMember.get(thing);
    if (before === now) return;
    this.isMember.set(thing, now);
    if (before !== undefined) this.version++;
  }

  private askAll(): void {
    const { members, missing } = this.objects.resolve();
    this.missing = missing;
    const same = members.length === this.members.size && members.every(({ thing }) => this.members.has(thing));
    if (same) return;
    this.members = new Set(members.map(({ thing }) => thing));
    this.version++;
  }
}
