import { type Engine, type Scope, scope as scopes } from './engine.ts';
import type { Node } from './node.ts';
import { type Member, Objects, type Resolved } from './objects.ts';
import type { Thing } from './thing.ts';

/** Everything listed: `twin.objects` (wholes) or `twin.parts`. */
export class Listed extends Objects {
  private readonly parts: boolean;

  constructor(engine: Engine, key: string, parts: boolean) {
    super(engine, key);
    this.parts = parts;
  }

  override get splits(): boolean {
    return true;
  }

  override admits(o: Thing): number | null {
    return (o.partOf !== undefined) === this.parts ? 1 : null;
  }

  describe(): string {
    return this.parts ? 'parts' : 'objects';
  }

  inner(): readonly Node[] {
    return [];
  }

  protected compute(scope: Scope): Resolved {
    const { world } = this.engine;
    const from = scope === scopes.ever ? world.things : world.present;
    const members: Member[] = [];
    for (const thing of from) if ((thing.partOf !== undefined) === this.parts) members.push({ thing, p: 1 });
    return { members, missing: false };
  }
}
