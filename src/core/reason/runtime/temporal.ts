import { figure } from './comparison.ts';
import { Condition } from './condition.ts';
import { lineUnderCurrent } from './current.ts';
import { trueRuns } from './edges.ts';
import type { Engine } from './engine.ts';
import { certain, no, type Truth, unknown, type Verdict, yes } from './kleene.ts';
import { Measure, type Tolerance } from './measure.ts';
import type { Moment } from './moments.ts';
import type { Node } from './node.ts';
import { settings } from './settings.ts';
import { describeSpan, innerOf, type Span, type Stretch, stretchOf } from './span.ts';
import type { Thing } from './thing.ts';
import { codes, type Timeline, truthOf } from './timeline.ts';
import { historyOf } from './truth-history.ts';

const commaSpan = (span: Span): string => {
  const text = describeSpan(span);
  return text === '' ? '' : `, ${text}`;
};

/** Calls `visit` with the code of each run of counted and uncounted frames inside the stretch, while `held` was true. */
function overCounted(
  line: Timeline,
  held: Timeline | undefined,
  stretch: Stretch,
  visit: (code: number) => void,
): void {
  for (let i = 0; i < line.length; i++) {
    const { code, from, last } = line.segment(i);
    if (last <= stretch.from || from >= stretch.to || code >= codes.away) continue;
    if (held === undefined || wasHeld(held, Math.max(from, stretch.from), Math.min(last, stretch.to), stretch))
      visit(code);
  }
}

/** The `while` condition was true at a frame of the run. */
function wasHeld(held: Timeline, from: number, to: number, stretch: Stretch): boolean {
  for (let i = 0; i < held.length; i++) {
    const segment = held.segment(i);
    if ((segment.code & 3) !== codes.yes || segment.code === codes.away) continue;
    const a = Math.max(segment.from, from);
    const b = Math.min(segment.last, to);
    if (a < b || (a === b && a > stretch.from && a < stretch.to)) return true;
  }
  return false;
}

const allTime: Stretch = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** `ever`, `always`: over the counted moments of the span. */
export class Sometime extends Condition {
  private readonly word: 'ever' | 'always';
  private readonly of: Condition;
  private readonly span: Span;
  /** There is no span. */
  private readonly free: boolean;

  constructor(engine: Engine, key: string, word: 'ever' | 'always', of: Condition, span: Span) {
    super(engine, key);
    this.free = Object.keys(span).length === 0;
    this.word = word;
    this.of = of;
    this.span = span;
  }

  describe(): string {
    return `${this.word}(${this.of.show()}${commaSpan(this.span)})`;
  }

  inner(): readonly Node[] {
    return [this.of, ...innerOf(this.span)];
  }

  because(o: Thing, v: Truth): string {
    if (stretchOf(this.span, o, this.engine.world.time) === null) return 'the moment has not come';
    const how = v === null ? 'unknown whether ' : v ? '' : 'not ';
    return `${how}${this.word} ${this.of.show()}${this.when(o, v)}`;
  }

  /** Without a span, `not ever` and `always` read the same for good. */
  protected override basis(_o: Thing, v: Truth): unknown {
    return this.free && v === (this.word === 'always') ? this : undefined;
  }

  protected test(o: Thing): Verdict {
    const line = lineUnderCurrent(this.of, o);
    const held = this.span.while === undefined ? undefined : historyOf(this.span.while).timeline(o);
    const stretch = this.free ? allTime : stretchOf(this.span, o, this.engine.world.time);
    if (stretch === null) return unknown;
    const saw = [false, false, false];
    overFolded(line, stretch, held !== undefined, saw);
    overCounted(line, held, stretch, (code) => {
      saw[code] = true;
    });
    return certain(this.word === 'ever' ? everOf(saw) : alwaysOf(saw));
  }

  /** When it was so for the first time, where that decides. */
  private when(o: Thing, v: Truth): string {
    const wanted = this.word === 'ever' ? codes.yes : codes.no;
    if (v !== (this.word === 'ever')) return '';
    const line = lineUnderCurrent(this.of, o);
    for (let i = 0; i < line.length; i++) {
      const { code, from } = line.segment(i);
      if (code === wanted) return `, first at ${figure(from)} s`;
    }
    return '';
  }
}

/** What was folded away counts when the span holds all of it, else it makes things unknown. */
function overFolded({ folded }: Timeline, stretch: Stretch, held: boolean, saw: boolean[]): void {
  if (folded === undefined || folded.last <= stretch.from || folded.from >= stretch.to) return;
  const whole = !held && stretch.from < folded.from && stretch.to > folded.last;
  for (const code of [codes.no, codes.yes, codes.unknown])
    if (folded.saw[code] === true) saw[whole ? code : codes.unknown] = true;
}

const everOf = (saw: readonly boolean[]): Truth => (saw[codes.yes] ? true : saw[codes.unknown] ? null : false);

function alwaysOf(saw: readonly boolean[]): Truth {
  if (saw[codes.no]) return false;
  return saw[codes.unknown] || !saw[codes.yes] ? null : true;
}

/** `held`: true now and without a break for so long. */
export class Held extends Condition {
  private readonly of: Condition;
  private readonly seconds: number;

  constructor(engine: Engine, key: string, of: Condition, seconds: number) {
    super(engine, key);
    this.of = of;
    this.seconds = seconds;
  }

  describe(): string {
    return `held(${this.of.show()}, ${this.seconds})`;
  }

  inner(): readonly Node[] {
    return [this.of];
  }

  because(o: Thing, v: Truth): string {
    if (v === null) return this.of.because(o, null);
    return `${this.of.show()} for ${figure(this.lasted(o))} s`;
  }

  protected test(o: Thing): Verdict {
    const lasted = this.lasted(o);
    const now = this.of.verdict(o);
    if (now.v !== true) return now.v === null ? unknown : no;
    return lasted >= this.seconds - 1e-6 ? yes : no;
  }

  private lasted(o: Thing): number {
    const runs = trueRuns(lineUnderCurrent(this.of, o));
    const newest = runs[runs.length - 1];
    return newest?.open === true ? newest.to - newest.from : 0;
  }
}

/** `at(t, condition)`: at the last frame at or before `t`; an object that was away then: false. */
export class ConditionAt extends Condition {
  private readonly moment: Moment;
  private readonly of: Condition;

  constructor(engine: Engine, key: string, moment: Moment, of: Condition) {
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

  because(o: Thing, v: Truth): string {
    const t = this.moment.time(o);
    if (t === null) return `${this.moment.show()} has not come`;
    const how = v === null ? 'unknown whether ' : v ? '' : 'not ';
    return `${how}${this.of.show()} at ${figure(t)} s`;
  }

  protected test(o: Thing): Verdict {
    const line = lineUnderCurrent(this.of, o);
    const t = this.moment.time(o);
    if (t === null || t < historyOf(this.of).since - 1e-6) return unknown;
    const code = line.at(t);
    return code === codes.away ? no : certain(code === null ? null : truthOf(code));
  }
}

/** `duration`: seconds for which the condition was true within the span, bursts and gaps below 0.2 s removed. */
export class Duration extends Measure {
  private readonly of: Condition;
  private readonly span: Span;

  constructor(engine: Engine, key: string, of: Condition, span: Span) {
    super(engine, key);
    this.of = of;
    this.span = span;
  }

  describe(): string {
    return `duration(${this.of.show()}${commaSpan(this.span)})`;
  }

  inner(): readonly Node[] {
    return [this.of, ...innerOf(this.span)];
  }

  tolerance(): Tolerance {
    return { share: settings.lengthTolerance };
  }

  protected compute(o: Thing): number | null {
    const line = lineUnderCurrent(this.of, o);
    const held = this.span.while === undefined ? undefined : historyOf(this.span.while).timeline(o);
    const stretch = stretchOf(this.span, o, this.engine.world.time);
    if (stretch === null || isAllUnknown(line)) return null;
    const limits =
      held === undefined ? [stretch] : trueRuns(held).map(({ from, to }) => overlap(stretch, { from, to }));
    let seconds = foldedSeconds(line, stretch);
    for (const run of trueRuns(line))
      for (const one of limits) seconds += Math.max(0, Math.min(run.to, one.to) - Math.max(run.from, one.from));
    return seconds;
  }
}

const overlap = (a: Stretch, b: Stretch): Stretch => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) });

const foldedSeconds = ({ folded }: Timeline, stretch: Stretch): number =>
  folded !== undefined && stretch.from < folded.from && stretch.to > folded.last ? folded.secondsTrue : 0;

/** The condition was never known, so neither is its duration. */
function isAllUnknown(line: Timeline): boolean {
  if (line.folded !== undefined) return false;
  for (let i = 0; i < line.length; i++) {
    const { code } = line.segment(i);
    if (code === codes.yes || code === codes.no) return false;
  }
  return true;
}
