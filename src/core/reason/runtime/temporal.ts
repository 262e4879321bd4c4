import { ClosedPart } from './closed-part.ts';
import { figure } from './comparison.ts';
import { Condition } from './condition.ts';
import { lineUnderCurrent } from './current.ts';
import { openRun } from './edges.ts';
import type { Engine } from './engine.ts';
import { certain, no, type Truth, unknown, type Verdict, yes } from './kleene.ts';
import type { Moment } from './moments.ts';
import type { Node } from './node.ts';
import { afterComma, innerOf, type Span, type Stretch, stretchOf } from './span.ts';
import type { Thing } from './thing.ts';
import { codes, type Timeline, truthOf } from './timeline.ts';
import { historyOf } from './truth-history.ts';

/** Which of no, yes and unknown occurred, by code. */
type Saw = readonly boolean[];

/** What occurred in the runs of frames inside the stretch, from one place to before another, while `held` was true. */
function sawIn(
  line: Timeline,
  held: Timeline | undefined,
  stretch: Stretch,
  [first, end]: readonly [number, number],
): Saw {
  const saw = [false, false, false];
  for (let i = first; i < end; i++) {
    const { code, from, last } = line.segment(i);
    if (from >= stretch.to) break;
    if (last <= stretch.from || code >= codes.away || saw[code]) continue;
    if (held === undefined || wasHeld(held, Math.max(from, stretch.from), Math.min(last, stretch.to), stretch))
      saw[code] = true;
  }
  return saw;
}

/** The `while` condition was true at a frame of the run. */
function wasHeld(held: Timeline, from: number, to: number, stretch: Stretch): boolean {
  for (let i = Math.max(0, held.placeAt(from)); i < held.length; i++) {
    const segment = held.segment(i);
    if (segment.from > to) return false;
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
  private readonly closed = new ClosedPart<Saw>();

  constructor(engine: Engine, key: string, word: 'ever' | 'always', of: Condition, span: Span) {
    super(engine, key);
    this.free = Object.keys(span).length === 0;
    this.word = word;
    this.of = of;
    this.span = span;
  }

  describe(): string {
    return `${this.word}(${this.of.show()}${afterComma(this.span)})`;
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
    const newest = line.length - 1;
    const before = this.closed.of(o, line, held, stretch, () => {
      const saw = sawIn(line, held, stretch, [Math.max(0, line.placeAt(stretch.from)), newest]);
      return join(saw, sawFolded(line, stretch, held !== undefined));
    });
    const saw = newest < 0 ? before : join(before, sawIn(line, held, stretch, [newest, newest + 1]));
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

const join = (a: Saw, b: Saw): Saw => a.map((saw, code) => saw || b[code]!);

/** What was folded away counts when the span holds all of it, else it makes things unknown. */
function sawFolded({ folded }: Timeline, stretch: Stretch, held: boolean): Saw {
  const saw = [false, false, false];
  if (folded === undefined || folded.last <= stretch.from || folded.from >= stretch.to) return saw;
  const whole = !held && stretch.from < folded.from && stretch.to > folded.last;
  for (const code of [codes.no, codes.yes, codes.unknown])
    if (folded.saw[code] === true) saw[whole ? code : codes.unknown] = true;
  return saw;
}

const everOf = (saw: Saw): Truth => (saw[codes.yes] ? true : saw[codes.unknown] ? null : false);

function alwaysOf(saw: Saw): Truth {
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
    const run = openRun(lineUnderCurrent(this.of, o));
    return run === undefined ? 0 : run.to - run.from;
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
