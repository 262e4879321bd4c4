import { ClosedPart } from './closed-part.ts';
import type { Condition } from './condition.ts';
import { lineUnderCurrent } from './current.ts';
import { openRun, trueRuns } from './edges.ts';
import type { Engine } from './engine.ts';
import { Measure, type Tolerance } from './measure.ts';
import type { Node } from './node.ts';
import { settings } from './settings.ts';
import { afterComma, innerOf, type Span, type Stretch, stretchOf } from './span.ts';
import type { Thing } from './thing.ts';
import type { Timeline } from './timeline.ts';
import { historyOf } from './truth-history.ts';

/** `duration`: seconds for which the condition was true within the span, bursts and gaps below 0.2 s removed. */
export class Duration extends Measure {
  private readonly of: Condition;
  private readonly span: Span;
  private readonly closed = new ClosedPart<ReturnType<typeof closedRuns>>();

  constructor(engine: Engine, key: string, of: Condition, span: Span) {
    super(engine, key);
    this.of = of;
    this.span = span;
  }

  describe(): string {
    return `duration(${this.of.show()}${afterComma(this.span)})`;
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
    if (stretch === null || (line.folded === undefined && !line.wasKnown)) return null;
    const { runs, limits, seconds } = this.closed.of(o, line, held, stretch, () => closedRuns(line, held, stretch));
    const open = openRun(line);
    const openHeld = held === undefined ? undefined : openRun(held);
    let sum = seconds;
    if (open !== undefined) for (const one of limits) sum += shared(open, one);
    if (openHeld === undefined) return sum;
    const limit = overlap(stretch, openHeld);
    for (const run of runs) sum += shared(run, limit);
    return open === undefined ? sum : sum + shared(open, limit);
  }
}

/** Runs of truth that are over, in which stretches they count so far, and for how long they do. */
function closedRuns(line: Timeline, held: Timeline | undefined, stretch: Stretch) {
  const over = (one: Timeline) => trueRuns(one).filter(({ open }) => !open);
  const runs = over(line);
  const limits = held === undefined ? [stretch] : over(held).map((run) => overlap(stretch, run));
  let seconds = foldedSeconds(line, stretch);
  for (const run of runs) for (const one of limits) seconds += shared(run, one);
  return { runs: held === undefined ? [] : runs, limits, seconds };
}

/** How long both last together, s. */
const shared = (a: Stretch, b: Stretch): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

const overlap = (a: Stretch, b: Stretch): Stretch => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) });

const foldedSeconds = ({ folded }: Timeline, stretch: Stretch): number =>
  folded !== undefined && stretch.from < folded.from && stretch.to > folded.last ? folded.secondsTrue : 0;
