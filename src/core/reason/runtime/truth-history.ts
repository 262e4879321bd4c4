import type { Condition } from './condition.ts';
import type { Engine, Memory } from './engine.ts';
import { wordsIn } from './node.ts';
import { The } from './the.ts';
import type { Thing } from './thing.ts';
import { type Code, codeOf, codes, Timeline } from './timeline.ts';

/** What a condition was of each object since it was first met. */
export class TruthHistory implements Memory {
  usedAt = 0;
  /** Time of the first frame it saw. */
  since = 0;
  private readonly engine: Engine;
  private readonly condition: Condition;
  private readonly meant: readonly The[];
  private readonly lines = new Map<Thing, Timeline>();
  private tick = -1;
  private before = 0;

  constructor(engine: Engine, condition: Condition) {
    this.engine = engine;
    this.condition = condition;
    this.meant = wordsIn(condition).filter((word) => word instanceof The);
  }

  sync(): void {
    const { world } = this.engine;
    if (this.tick === world.tick || world.tick === 0) return;
    if (this.tick === -1) {
      this.since = world.time;
      this.before = world.time;
    }
    this.tick = world.tick;
    const offset = this.allHere() ? 0 : codes.uncounted;
    for (const o of world.present) this.line(o).push(codeOf(this.condition.verdict(o).v) + offset, world.time);
    for (const o of world.justLeft) this.line(o).push(this.codeAway(o), world.time);
    this.before = world.time;
  }

  /** It was asked for in this frame already. */
  isNew(): boolean {
    return this.usedAt === this.engine.world.tick && this.tick === this.usedAt;
  }

  /** The timeline of one object, up to now. */
  timeline(o: Thing): Timeline {
    const line = this.line(o);
    if (!o.present && line.length > 0) line.push(line.newest, this.engine.world.time);
    return line;
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

  /** Away objects are not asked, unless the condition is defined for them. */
  private codeAway(o: Thing): Code {
    return this.condition.defined ? codeOf(this.condition.verdict(o).v) : codes.away;
  }

  private line(o: Thing): Timeline {
    const known = this.lines.get(o);
    if (known !== undefined) return known;
    if (o === this.engine.world.nobody) return new Timeline();
    const line = new Timeline(this.engine.ledger);
    this.lines.set(o, line);
    if (this.condition.defined && this.before < this.engine.world.time) this.fillAbsence(line);
    return line;
  }

  /** Before an object came, a condition that is always defined had the value that it has of absent objects. */
  private fillAbsence(line: Timeline): void {
    line.push(codeOf(this.condition.verdict(this.engine.world.nobody).v), this.since);
    line.push(line.newest, this.before);
  }

  private allHere(): boolean {
    return this.meant.every((one) => {
      const { members } = one.resolve();
      return members.length > 0 && members[0]!.thing.present;
    });
  }
}

/** The history of a condition; the first use starts it. */
export function historyOf(condition: Condition): TruthHistory {
  const { engine } = condition;
  const known = newest.get(condition);
  if (known?.isNew() === true) return known;
  const history = engine.remember(`truth ${condition.n}`, condition, () => new TruthHistory(engine, condition));
  newest.set(condition, history);
  return history;
}

const newest = new WeakMap<Condition, TruthHistory>();
