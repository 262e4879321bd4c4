import type { ExplanationRecord } from '../contract.ts';
import type { Condition } from './condition.ts';
import type { Engine } from './engine.ts';
import type { Node } from './node.ts';
import { Derived, type Dropped, type Kept, type Member, type Objects, type Resolved } from './objects.ts';
import type { Thing } from './thing.ts';

/** Keeps those for which all conditions are true. */
export class Where extends Derived {
  private readonly conditions: readonly Condition[];

  constructor(engine: Engine, key: string, source: Objects, conditions: readonly Condition[]) {
    super(engine, key, source);
    this.conditions = conditions;
  }

  override get splits(): boolean {
    return this.source.splits && this.conditions.every((one) => one.settles);
  }

  override admits(o: Thing): number | null {
    const p = this.source.admits(o);
    return p === null ? null : this.confidence(o, p);
  }

  describe(): string {
    return `${this.source.show()}.where(${this.words()})`;
  }

  override inner(): readonly Node[] {
    return [this.source, ...this.conditions];
  }

  override record(): ExplanationRecord {
    const kept: Kept[] = [];
    const dropped: Dropped[] = [];
    const mine = this.resolve().members;
    let at = 0;
    for (const { thing } of this.source.resolve().members) {
      const deciding = mine[at]?.thing === thing ? undefined : this.deciding(thing);
      if (deciding !== undefined) dropped.push(drop(thing, deciding));
      else kept.push({ id: thing.id, because: this.reasons(thing), p: mine[at++]!.p });
    }
    return { op: 'where', text: this.words(), kept, dropped };
  }

  protected compute(): Resolved {
    const { members, missing } = this.source.resolve();
    const kept: Member[] = [];
    for (let i = 0; i < members.length; i++) {
      const member = members[i]!;
      const p = this.confidence(member.thing, member.p);
      if (p !== null) kept.push(p === member.p ? member : { thing: member.thing, p });
    }
    return { members: kept, missing };
  }

  /** The least confidence on the way, or null when a condition is not true. */
  private confidence(thing: Thing, p: number): number | null {
    let least = p;
    const { conditions } = this;
    for (let i = 0; i < conditions.length; i++) {
      const verdict = conditions[i]!.verdict(thing);
      if (verdict.v !== true) return null;
      if (verdict.p < least) least = verdict.p;
    }
    return least;
  }

  /** The first false condition, else the first unknown one. */
  private deciding(o: Thing): Condition | undefined {
    const { conditions } = this;
    let open: Condition | undefined;
    for (let i = 0; i < conditions.length; i++) {
      const { v } = conditions[i]!.verdict(o);
      if (v === false) return conditions[i];
      if (v === null) open ??= conditions[i];
    }
    return open;
  }

  private reasons(o: Thing): string {
    const { conditions } = this;
    let text = conditions[0]!.reason(o);
    for (let i = 1; i < conditions.length; i++) text += `; ${conditions[i]!.reason(o)}`;
    return text;
  }

  private words(): string {
    return this.conditions.map((one) => one.show()).join(', ');
  }
}

function drop(o: Thing, deciding: Condition): Dropped {
  const { v, p } = deciding.verdict(o);
  return { id: o.id, because: deciding.reason(o), truth: v === null ? null : false, p };
}
