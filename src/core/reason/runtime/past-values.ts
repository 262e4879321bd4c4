import type { Engine, Memory } from './engine.ts';
import { Measure, type Tolerance } from './measure.ts';
import type { Moment } from './moments.ts';
import type { Node } from './node.ts';
import { type Member, Objects, type Resolved } from './objects.ts';
import { Samples } from './samples.ts';
import { settings } from './settings.ts';
import type { Thing } from './thing.ts';

/** What a measure was of each object since it was first met. */
class MeasureHistory implements Memory {
  usedAt = 0;
  private readonly measure: Measure;
  private readonly lines = new Map<Thing, Samples>();
  private tick = -1;

  constructor(measure: Measure) {
    this.measure = measure;
  }

  sync(): void {
    const { world } = this.measure.engine;
    if (this.tick === world.tick) return;
    this.tick = world.tick;
    for (const o of world.present) this.push(o, this.measure.value(o), world.time);
    for (const o of world.justLeft) this.push(o, null, world.time);
  }

  at(o: Thing, t: number): number | null {
    return this.lines.get(o)?.at(t) ?? null;
  }

  fold(o: Thing): void {
    this.lines.get(o)?.foldAll();
  }

  forget(o: Thing): void {
    this.lines.get(o)?.close();
    this.lines.delete(o);
  }

  close(): void {
    for (const line of this.lines.values()) line.close();
  }

  private push(o: Thing, value: number | null, t: number): void {
    const line = this.lines.get(o) ?? new Samples(this.measure.engine.ledger);
    this.lines.set(o, line);
    const tolerance = this.measure.tolerance();
    const own = 'units' in tolerance ? tolerance.units : tolerance.share * Math.abs(value ?? 0);
    line.push(value, t, settings.sampleShare * own);
  }
}

function measuredPast(measure: Measure): MeasureHistory {
  return measure.engine.remember(`measure ${measure.n}`, measure, () => new MeasureHistory(measure));
}

/** `at(t, measure)`: unknown when the object was away. */
export class MeasureAt extends Measure {
  private readonly moment: Moment;
  private readonly of: Measure;

  constructor(engine: Engine, key: string, moment: Moment, of: Measure) {
    super(engine, key);
    this.moment = moment;
    this.of = of;
  }

  describe(): string {
    return `at(${this.moment.show()}, ${this.of.show()})`;
  }

  inner(): readonly Node[] {
    return [this.moment, this.of];
  }

  tolerance(): Tolerance {
    return this.of.tolerance();
  }

  /** Starts the memory. */
  prepare(): void {
    measuredPast(this.of);
  }

  protected compute(o: Thing): number | null {
    const history = measuredPast(this.of);
    const t = this.moment.time(o);
    return t === null ? null : history.at(o, t);
  }
}

/** `change(measure, since)`: now minus then. */
export class Change extends Measure {
  private readonly of: Measure;
  private readonly since: Moment;

  constructor(engine: Engine, key: string, of: Measure, since: Moment) {
    super(engine, key);
    this.of = of;
    this.since = since;
  }

  describe(): string {
    const since = this.since.show();
    return `change(${this.of.show()}${since === 'start' ? '' : `, ${since}`})`;
  }

  inner(): readonly Node[] {
    return [this.of, this.since];
  }

  tolerance(): Tolerance {
    return this.of.tolerance();
  }

  /** Starts the memory. */
  prepare(): void {
    measuredPast(this.of);
  }

  /** "Grown by more than 10 %" is 10 % of what it was. */
  override scale(o: Thing): number {
    return Math.abs(this.before(o) ?? 0);
  }

  protected compute(o: Thing): number | null {
    const then = this.before(o);
    const now = this.of.value(o);
    return then === null || now === null ? null : now - then;
  }

  private before(o: Thing): number | null {
    const history = measuredPast(this.of);
    const t = this.since.time(o);
    return t === null ? null : history.at(o, t);
  }
}

/** Members of a collection at a moment, by number. */
interface Roll {
  readonly t: number;
  readonly ids: readonly number[];
  readonly p: readonly number[];
  readonly missing: boolean;
}

/** Who the members of a collection were. */
class MembersHistory implements Memory {
  usedAt = 0;
  private readonly of: Objects;
  private readonly kept: Roll[] = [];
  private members = 0;
  private tick = -1;

  constructor(of: Objects) {
    this.of = of;
  }

  sync(): void {
    const { world } = this.of.engine;
    if (this.tick === world.tick) return;
    this.tick = world.tick;
    const was = this.of.resolve();
    const newest = this.kept[this.kept.length - 1];
    if (newest !== undefined && isSameSet(newest, was)) return;
    const { members, missing } = was;
    this.kept.push({ t: world.time, ids: members.map(({ thing }) => thing.id), p: members.map(({ p }) => p), missing });
    this.members += members.length;
    while (this.kept.length > 2 * settings.intervals || (this.members > settings.membersKept && this.kept.length > 2))
      this.members -= this.kept.splice(1, 1)[0]!.ids.length;
  }

  at(t: number): Resolved | undefined {
    for (let i = this.kept.length - 1; i >= 0; i--) if (this.kept[i]!.t <= t + 1e-6) return this.read(this.kept[i]!);
    return undefined;
  }

  /** It holds numbers only. */
  fold(): void {}

  forget(): void {}

  /** Those that are still remembered. */
  private read({ ids, p, missing }: Roll): Resolved {
    const { world } = this.of.engine;
    const members: Member[] = [];
    for (let i = 0; i < ids.length; i++) {
      const thing = world.thing(ids[i]!);
      if (thing !== undefined) members.push({ thing, p: p[i]! });
    }
    return { members, missing };
  }
}

function isSameSet({ ids, missing }: Roll, now: Resolved): boolean {
  const same = ids.length === now.members.length && missing === now.missing;
  return same && now.members.every(({ thing }, i) => thing.id === ids[i]);
}

/** `at(t, objects)`: who it was then. */
export class ObjectsAt extends Objects {
  private readonly moment: Moment;
  private readonly of: Objects;

  constructor(engine: Engine, key: string, moment: Moment, of: Objects) {
    super(engine, key);
    this.moment = moment;
    this.of = of;
  }

  describe(): string {
    return `at(${this.moment.show()}, ${this.of.show()})`;
  }

  inner(): readonly Node[] {
    return [this.moment];
  }

  /** Starts the memory. */
  prepare(): void {
    this.history();
  }

  protected compute(): Resolved {
    const history = this.history();
    const t = this.moment.time(this.engine.world.nobody);
    const was = t === null ? undefined : history.at(t);
    const members: readonly Member[] = was?.members ?? [];
    return { members, missing: was?.missing ?? true };
  }

  private history(): MembersHistory {
    return this.engine.remember(`members ${this.of.n}`, this.of, () => new MembersHistory(this.of));
  }
}
