import { Comparison } from './comparison.ts';
import type { Condition } from './condition.ts';
import type { Engine, Memory } from './engine.ts';
import { joinedLine } from './joined-line.ts';
import type { Verdict } from './kleene.ts';
import { Junction, Maybe, Not } from './logic.ts';
import { type Node, wordsIn } from './node.ts';
import { Objects, type Resolved } from './objects.ts';
import type { Quantified } from './quantifiers.ts';
import { RelationCondition } from './relations.ts';
import type { Thing } from './thing.ts';
import { type Code, codeOf, codes, Timeline, truthOf } from './timeline.ts';
import { historyOf } from './truth-history.ts';

/** `current(objects)`: today's members, also where the word around it speaks of the past. */
export class Current extends Objects {
  private readonly of: Objects;

  constructor(engine: Engine, key: string, of: Objects) {
    super(engine, key);
    this.of = of;
  }

  describe(): string {
    return `current(${this.of.show()})`;
  }

  inner(): readonly Node[] {
    return [this.of];
  }

  protected compute(): Resolved {
    return this.of.resolve();
  }
}

/** A condition that is decided pair by pair. */
interface PairCondition extends Condition {
  readonly ref: Quantified;
  pair(o: Thing, r: Thing): Verdict;
}

/** What the condition was of an object, frame by frame; under `current` for today's members. */
export function lineUnderCurrent(condition: Condition, o: Thing): Timeline {
  if (!speaksOfToday(condition)) return historyOf(condition).timeline(o);
  if (isPairOfToday(condition)) return lineOfPairs(condition, o);
  if (condition instanceof Junction || condition instanceof Not || condition instanceof Maybe)
    return joinedLine(
      condition,
      o,
      condition.inner().map((one) => lineUnderCurrent(one as Condition, o)),
      (list) => joinCodes(condition, list),
    );
  return historyOf(condition).timeline(o);
}

const speaking = new WeakMap<Condition, boolean>();

function speaksOfToday(condition: Condition): boolean {
  const known = speaking.get(condition);
  if (known !== undefined) return known;
  const speaks = wordsIn(condition).some((word) => word instanceof Current);
  speaking.set(condition, speaks);
  return speaks;
}

function isPairOfToday(condition: Condition): condition is PairCondition {
  if (!(condition instanceof RelationCondition || condition instanceof Comparison)) return false;
  return condition.ref?.objects instanceof Current;
}

/** Starts the memories that the words of a condition need. */
export function prepareHistory(condition: Condition): void {
  const { nobody } = condition.engine.world;
  lineUnderCurrent(condition, nobody);
}

/** What a condition was of each pair of objects since it was first met. */
class PairHistory implements Memory {
  usedAt = 0;
  private readonly condition: PairCondition;
  private readonly lines = new Map<Thing, Map<Thing, Timeline>>();
  /** Things whose pairs were given up, and when. */
  private readonly lost = new Map<Thing, number>();
  private since = 0;
  private tick = -1;

  constructor(condition: PairCondition) {
    this.condition = condition;
  }

  sync(): void {
    const { world } = this.condition.engine;
    if (this.tick === world.tick) return;
    if (this.tick === -1) this.since = world.time;
    this.tick = world.tick;
    const { present } = world;
    for (let i = 0; i < present.length; i++) this.judge(present[i]!, present, world.time);
    for (const left of world.justLeft) this.pause(left, world.time);
  }

  /** What the condition was of a pair; undefined for one that was never in the picture together. */
  line(o: Thing, r: Thing): Timeline | undefined {
    return this.lines.get(o)?.get(r);
  }

  /** The pairs of what is away for long are given up: they are unknown then. */
  fold(o: Thing): void {
    this.drop(o);
    this.lost.set(o, this.condition.engine.world.time);
  }

  forget(o: Thing): void {
    this.drop(o);
    this.lost.delete(o);
  }

  close(): void {
    for (const own of this.lines.values()) for (const line of own.values()) line.close();
  }

  private judge(o: Thing, present: readonly Thing[], t: number): void {
    const own = this.lines.get(o) ?? new Map<Thing, Timeline>();
    this.lines.set(o, own);
    for (let i = 0; i < present.length; i++) {
      const r = present[i]!;
      if (r !== o) (own.get(r) ?? this.begin(own, o, r))?.push(codeOf(this.condition.pair(o, r).v), t);
    }
  }

  private begin(own: Map<Thing, Timeline>, o: Thing, r: Thing): Timeline | undefined {
    const { engine } = this.condition;
    if (engine.ledger.isFull) {
      engine.warn('late-memory', `too many pairs to remember: "${this.condition.show()}" is unknown of the newest`);
      return undefined;
    }
    const line = new Timeline(engine.ledger);
    const lost = Math.max(this.lost.get(o) ?? -1, this.lost.get(r) ?? -1);
    if (lost >= 0) line.startLost(this.since, lost);
    own.set(r, line);
    return line;
  }

  /** A pair of which one is away is away. */
  private pause(left: Thing, t: number): void {
    for (const line of this.lines.get(left)?.values() ?? []) line.push(codes.away, t);
    const { present, lingering } = this.condition.engine.world.population;
    for (const things of [present, lingering])
      for (const other of things) this.lines.get(other)?.get(left)?.push(codes.away, t);
  }

  private drop(o: Thing): void {
    for (const line of this.lines.get(o)?.values() ?? []) line.close();
    this.lines.delete(o);
    for (const own of this.lines.values()) {
      own.get(o)?.close();
      own.delete(o);
    }
  }
}

function lineOfPairs(condition: PairCondition, o: Thing): Timeline {
  const { engine, ref } = condition;
  const history = engine.remember(`pairs ${condition.n}`, condition, () => new PairHistory(condition));
  const lines: Timeline[] = [];
  for (const r of ref.others(o) ?? []) {
    const line = history.line(o, r);
    if (line !== undefined) lines.push(line);
  }
  if (lines.length === 1 && ref.quantity === 'some') return lines[0]!;
  return joinedLine(condition, o, lines, (list) => {
    const counted = list.filter((code) => code !== codes.away);
    if (counted.length === 0) return codes.away;
    return codeOf(ref.join(counted.map((code) => ({ v: truthOf(code), p: 1 }))).v);
  });
}

/** Joins the codes of the parts of a logical word; where one is away, so is the whole. */
function joinCodes(word: Junction | Not | Maybe, list: readonly Code[]): Code {
  if (list.includes(codes.away)) return codes.away;
  return codeOf(word.joinTruths(list.map(truthOf)));
}
