import type { ExplanationRecord } from '../contract.ts';
import type { Condition } from './condition.ts';
import { type Engine, type Scope, scope as scopes } from './engine.ts';
import { Derived, type Member, type Objects, type Resolved } from './objects.ts';
import type { Thing } from './thing.ts';

/** The parts of these, of one name where given. */
export class PartsOf extends Derived {
  private readonly named: Condition | undefined;

  constructor(engine: Engine, key: string, source: Objects, named: Condition | undefined) {
    super(engine, key, source);
    this.named = named;
  }

  describe(): string {
    return `${this.source.show()}.parts(${this.named?.describe() ?? ''})`;
  }

  override record(): ExplanationRecord {
    const because = (o: Thing): string =>
      `part of #${o.partOf}${this.named === undefined ? '' : `; ${this.named.because(o, true)}`}`;
    const kept = this.resolve().members.map(({ thing, p }) => ({ id: thing.id, because: because(thing), p }));
    return { op: 'parts', text: this.describe(), kept, dropped: [] };
  }

  protected compute(scope: Scope): Resolved {
    const { world } = this.engine;
    const wholes = new Map(this.source.resolve().members.map(({ thing, p }) => [thing.id, p]));
    const members: Member[] = [];
    for (const thing of scope === scopes.ever ? world.things : world.present) {
      const p = thing.partOf === undefined ? undefined : wholes.get(thing.partOf);
      if (p === undefined) continue;
      const named = this.named?.verdict(thing);
      if (named === undefined || named.v === true) members.push({ thing, p: Math.min(p, named?.p ?? 1) });
    }
    return { members, missing: this.source.resolve().missing };
  }
}

/** The wholes of these; a whole stays itself. */
export class WholeOf extends Derived {
  describe(): string {
    return `${this.source.show()}.whole()`;
  }

  override record(): ExplanationRecord {
    const from = this.source.resolve().members.map(({ thing }) => thing);
    const because = (o: Thing): string => {
      const parts = from.filter((one) => one.partOf === o.id).map((one) => `#${one.id}`);
      return parts.length === 0 ? 'is a whole' : `whole of ${parts.join(', ')}`;
    };
    const kept = this.resolve().members.map(({ thing, p }) => ({ id: thing.id, because: because(thing), p }));
    return { op: 'whole', text: this.source.show(), kept, dropped: [] };
  }

  protected compute(): Resolved {
    const { members, missing } = this.source.resolve();
    const best = new Map<Thing, number>();
    for (const { thing, p } of members) {
      const whole = this.wholeOf(thing);
      if (whole !== undefined) best.set(whole, Math.max(best.get(whole) ?? 0, p));
    }
    return { members: [...best].map(([thing, p]) => ({ thing, p })), missing };
  }

  private wholeOf(thing: Thing): Thing | undefined {
    return thing.partOf === undefined ? thing : this.engine.world.thing(thing.partOf);
  }
}
