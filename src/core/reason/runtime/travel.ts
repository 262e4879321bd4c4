import type { Engine, Memory } from './engine.ts';
import { Measure, type Tolerance } from './measure.ts';
import { placeTolerance } from './measures.ts';
import type { Node } from './node.ts';
import { settings } from './settings.ts';
import { describeSpan, holdsThen, innerOf, isWithin, type Span, type Stretch, stretchOf } from './span.ts';
import type { Thing } from './thing.ts';
import { codes } from './timeline.ts';
import { historyOf } from './truth-history.ts';

interface Path {
  /** Where the last counted step ended. */
  x: number;
  y: number;
  /** Steps, newest last; the oldest beyond a limit are summed up. */
  readonly steps: { t: number; px: number }[];
  folded: { px: number; from: number; to: number } | null;
}

/** The path of each object since the first frame; steps shorter than 2 % of the diagonal are jitter and wait. */
class Paths implements Memory {
  usedAt = 0;
  private readonly engine: Engine;
  private readonly paths = new Map<Thing, Path>();
  private tick = -1;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  sync(): void {
    const { world } = this.engine;
    if (this.tick === world.tick) return;
    this.tick = world.tick;
    for (const o of world.present) this.follow(o, world.time, settings.travelStep * world.diagonal);
  }

  /** px within the stretch; null for an object that was never followed. */
  length(o: Thing, stretch: Stretch, counts: (t: number) => boolean): number | null {
    const path = this.paths.get(o);
    if (path === undefined) return null;
    const { folded } = path;
    const whole = folded !== null && stretch.from < folded.from && stretch.to > folded.to;
    let px = whole ? folded.px : 0;
    for (const step of path.steps) if (isWithin(step.t, stretch) && counts(step.t)) px += step.px;
    return px;
  }

  fold(o: Thing): void {
    const path = this.paths.get(o);
    while (path !== undefined && path.steps.length > 0) this.foldOldest(path);
  }

  forget(o: Thing): void {
    const path = this.paths.get(o);
    if (path === undefined) return;
    this.engine.ledger.units -= settings.lineUnits + path.steps.length;
    this.paths.delete(o);
  }

  close(): void {
    for (const o of [...this.paths.keys()]) this.forget(o);
  }

  private foldOldest(path: Path): void {
    const { t, px } = path.steps.shift()!;
    this.engine.ledger.units--;
    path.folded = { px: (path.folded?.px ?? 0) + px, from: path.folded?.from ?? t, to: t };
  }

  private follow(o: Thing, t: number, limit: number): void {
    const path = this.paths.get(o);
    if (path === undefined) {
      this.engine.ledger.units += settings.lineUnits;
      this.paths.set(o, { x: o.cx, y: o.cy, steps: [], folded: null });
      return;
    }
    const px = Math.hypot(o.cx - path.x, o.cy - path.y);
    if (px <= limit) return;
    Object.assign(path, { x: o.cx, y: o.cy });
    path.steps.push({ t, px });
    this.engine.ledger.units++;
    if (path.steps.length > settings.samples) this.foldOldest(path);
  }
}

/** `travelled`: length of the path of the centroid within the span, px. */
export class Travelled extends Measure {
  private readonly span: Span;

  constructor(engine: Engine, key: string, span: Span) {
    super(engine, key);
    this.span = span;
  }

  describe(): string {
    return `travelled(${describeSpan(this.span)})`;
  }

  inner(): readonly Node[] {
    return innerOf(this.span);
  }

  /** Starts the memory. */
  prepare(): void {
    this.paths();
    if (this.span.while !== undefined) historyOf(this.span.while);
  }

  tolerance(): Tolerance {
    return placeTolerance(this.engine);
  }

  protected compute(o: Thing): number | null {
    const stretch = stretchOf(this.span, o, this.engine.world.time);
    if (stretch === null) return null;
    const held = this.span.while === undefined ? undefined : historyOf(this.span.while).timeline(o);
    return this.paths().length(o, stretch, (t) => {
      const code = held?.at(t);
      return held === undefined || (code !== undefined && code !== null && code !== codes.away && holdsThen(code));
    });
  }

  private paths(): Paths {
    return this.engine.remember('paths', this, () => new Paths(this.engine));
  }
}
