import type { ExplanationRecord } from '../contract.ts';
import { figure } from './comparison.ts';
import type { Condition } from './condition.ts';
import type { Engine } from './engine.ts';
import type { Measure } from './measure.ts';
import { Node } from './node.ts';
import type { Member, Objects, Resolved } from './objects.ts';
import { Objects as Collection } from './objects.ts';
import { firstWords, gapBetween } from './pair-rules.ts';
import { settings } from './settings.ts';
import type { Thing } from './thing.ts';

export type GroupingWord = 'near' | 'color' | 'label';

/** Objects taken together: neighbours, or those with the same colour or label. */
export abstract class Groups extends Node {
  private memo: readonly (readonly Member[])[] = [];
  private memoTick = -1;

  constructor(engine: Engine, key: string) {
    super(engine, key);
  }

  resolve(): readonly (readonly Member[])[] {
    if (this.memoTick !== this.engine.world.tick) {
      this.memo = this.compute();
      this.memoTick = this.engine.world.tick;
    }
    return this.memo;
  }

  abstract record(): ExplanationRecord;
  protected abstract compute(): readonly (readonly Member[])[];
}

export class Grouping extends Groups {
  private readonly source: Objects;
  private readonly by: GroupingWord;

  constructor(engine: Engine, key: string, source: Objects, by: GroupingWord) {
    super(engine, key);
    this.source = source;
    this.by = by;
  }

  describe(): string {
    return `${this.source.show()}.groups(${this.by === 'near' ? '' : JSON.stringify(this.by)})`;
  }

  inner(): readonly Node[] {
    return [this.source];
  }

  record(): ExplanationRecord {
    const kept = this.resolve().flatMap((group, i) =>
      group.map(({ thing, p }) => ({ id: thing.id, because: `group ${i + 1} of ${group.length}`, p })),
    );
    const ids = new Set(kept.map(({ id }) => id));
    const gone = this.source.resolve().members.filter(({ thing }) => !ids.has(thing.id));
    const dropped = gone.map(({ thing, p }) => ({ id: thing.id, because: `${this.by} unknown`, truth: null, p }));
    return { op: 'groups', text: this.describe(), kept, dropped };
  }

  protected compute(): readonly (readonly Member[])[] {
    const { members } = this.source.resolve();
    return this.by === 'near' ? linkNear(members) : byWord(members, this.by);
  }
}

/** Single linkage: the gap is at most half of the mean size. */
function linkNear(members: readonly Member[]): Member[][] {
  const groups: Member[][] = [];
  for (const member of members) {
    const linked = groups.filter((group) => group.some((other) => areLinked(member.thing, other.thing)));
    const merged = [...linked.flat(), member];
    for (const group of linked) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.sort((a, b) => a[0]!.thing.id - b[0]!.thing.id);
}

const areLinked = (a: Thing, b: Thing): boolean => gapBetween(a, b) <= (settings.groupGap * (a.size + b.size)) / 2;

/** One group a word, in order of first sight; those without the word are left out. */
function byWord(members: readonly Member[], by: 'color' | 'label'): Member[][] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const word = firstWords[by](member.thing.words);
    if (word === undefined) continue;
    const group = groups.get(word) ?? [];
    group.push(member);
    groups.set(word, group);
  }
  return [...groups.values()];
}

const thingsOf = (group: readonly Member[]): Thing[] => group.map(({ thing }) => thing);

/** Groups for which the condition is true. */
export class GroupsWhere extends Groups {
  private readonly source: Groups;
  private readonly condition: Condition;

  constructor(engine: Engine, key: string, source: Groups, condition: Condition) {
    super(engine, key);
    this.source = source;
    this.condition = condition;
  }

  describe(): string {
    return `${this.source.show()}.where(${this.condition.show()})`;
  }

  inner(): readonly Node[] {
    return [this.source, this.condition];
  }

  record(): ExplanationRecord {
    const kept: ExplanationRecord['kept'][number][] = [];
    const dropped: ExplanationRecord['dropped'][number][] = [];
    for (const group of this.source.resolve()) {
      const { v, p } = this.condition.groupVerdict(thingsOf(group));
      const because = `group of ${group.length}: ${this.condition.groupBecause(thingsOf(group), v)}`;
      for (const { thing } of group)
        if (v === true) kept.push({ id: thing.id, because, p });
        else dropped.push({ id: thing.id, because, truth: v, p });
    }
    return { op: 'where', text: this.condition.show(), kept, dropped };
  }

  protected compute(): readonly (readonly Member[])[] {
    return this.source.resolve().flatMap((group) => {
      const { v, p } = this.condition.groupVerdict(thingsOf(group));
      return v === true ? [group.map((m) => ({ thing: m.thing, p: Math.min(m.p, p) }))] : [];
    });
  }
}

/** All members, or those of the group with the greatest or smallest value. */
export class GroupMembers extends Collection {
  private readonly source: Groups;
  private readonly word: 'max' | 'min' | 'members';
  private readonly measure: Measure | undefined;

  constructor(
    engine: Engine,
    key: string,
    source: Groups,
    word: 'max' | 'min' | 'members',
    measure: Measure | undefined,
  ) {
    super(engine, key);
    this.source = source;
    this.word = word;
    this.measure = measure;
  }

  describe(): string {
    return `${this.source.show()}.${this.word}(${this.measure?.show() ?? ''})`;
  }

  inner(): readonly Node[] {
    return this.measure === undefined ? [this.source] : [this.source, this.measure];
  }

  override record(): ExplanationRecord | null {
    const { measure } = this;
    if (measure === undefined) return null;
    const mine = new Set(this.resolve().members.map(({ thing }) => thing));
    const told = this.source.resolve().flatMap((group) => {
      const value = measure.groupValue(thingsOf(group));
      const because = `${measure.show()} of its group ${figure(value)}`;
      return group.map(({ thing, p }) => ({ id: thing.id, because, p, truth: value === null ? null : false, thing }));
    });
    const kept = told.filter(({ thing }) => mine.has(thing)).map(({ id, because, p }) => ({ id, because, p }));
    const gone = told.filter(({ thing }) => !mine.has(thing));
    const dropped = gone.map(({ id, because, p, truth }) => ({ id, because, p, truth: truth as false | null }));
    return { op: this.word, text: measure.show(), kept, dropped };
  }

  protected compute(): Resolved {
    const { measure } = this;
    if (measure === undefined) return { members: this.source.resolve().flat(), missing: false };
    const sign = this.word === 'max' ? -1 : 1;
    const known = this.source.resolve().filter((group) => measure.groupValue(thingsOf(group)) !== null);
    const value = (group: readonly Member[]): number => sign * measure.groupValue(thingsOf(group))!;
    return { members: [...known].sort((a, b) => value(a) - value(b))[0] ?? [], missing: false };
  }
}
