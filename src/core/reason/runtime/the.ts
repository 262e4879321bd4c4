import type { ExplanationRecord } from '../contract.ts';
import { type Scope, scope as scopes } from './engine.ts';
import { Derived, type Member, type Objects, type Resolved } from './objects.ts';

/** Exactly one is meant: in the picture first, then the best score, then the oldest. */
export class The extends Derived {
  describe(): string {
    return `${this.source.show()}.the()`;
  }

  override record(): ExplanationRecord {
    return this.tell('the', this.source.show(), (_m, kept) =>
      kept ? 'the one that is meant' : 'another one is meant',
    );
  }

  protected compute(scope: Scope): Resolved {
    const members = this.candidates(scope);
    if (members.length < 2) return { members, missing: members.length === 0 };
    const best = [...members].sort(byLikelihood)[0]!;
    this.engine.warn(
      'ambiguous',
      `${members.length} fit "${this.source.show()}"; one is meant, #${best.thing.id} is taken`,
    );
    return { members: [best], missing: false };
  }

  private candidates(scope: Scope): readonly Member[] {
    const { source } = this;
    const here = scope === scopes.ever && source.splits ? inPicture(source) : [];
    return here.length > 0 ? here : source.resolve().members;
  }
}

/** What can be meant: of all things ever seen only those in the picture, if there are any. */
function inPicture(source: Objects): Member[] {
  const members: Member[] = [];
  for (const thing of source.engine.world.present) {
    const p = source.admits(thing);
    if (p !== null) members.push({ thing, p });
  }
  return members;
}

function byLikelihood(a: Member, b: Member): number {
  const { thing: s } = a;
  const { thing: t } = b;
  return Number(t.present) - Number(s.present) || t.score - s.score || s.firstSeen - t.firstSeen || s.id - t.id;
}
