import type { Plan } from '../plan/contract.ts';
import type { NodeReport } from '../plan/executor/events.ts';
import type {
  AnswerChange,
  FrameAnswer,
  PlanRepair,
  QueryAnswer,
  QuerySummary,
  RunSummary,
  TrackSummary,
} from './answer.ts';

interface TrackCount {
  id: number;
  query: number;
  label?: string;
  frames: number;
  first: number;
  last: number;
  scoreSum: number;
}

interface QueryCount {
  readonly id: number;
  readonly plan: Plan;
  frames: number;
  first: number | null;
  last: number | null;
  readonly calls: Record<string, number>;
  ms: number;
  readonly changes: AnswerChange[];
  readonly repairs: PlanRepair[];
  readonly warnings: Set<string>;
}

/** Most answered tracks and changes that a summary lists; the others are left out and that is said. */
const [trackCeiling, changeCeiling] = [10_000, 10_000];

/** Counts the work of a run: what ran, what that saved, which tracks were answered, what each query cost. Bounded in memory. */
export class RunLedger {
  readonly #registered: number;
  readonly #calls: Record<string, number> = {};
  readonly #nodeMs: Record<string, number> = {};
  readonly #tracks = new Map<string, TrackCount>();
  readonly #queries = new Map<number, QueryCount>();
  readonly #warnings = new Set<string>();
  #frames = 0;
  #keyFrames = 0;
  #changes = 0;

  /** @param registered number of specialists that an always-on pipeline would run in every frame */
  constructor(registered: number) {
    this.#registered = registered;
  }

  /** A query is asked from the next frame on. */
  begin(id: number, plan: Plan): void {
    const nothing = { frames: 0, first: null, last: null, calls: {}, ms: 0, changes: [], repairs: [] };
    this.#queries.set(id, { id, plan, ...nothing, warnings: new Set() });
  }

  /** Notes warnings about the run; gives back those that are new. */
  warn(warnings: Iterable<string>): string[] {
    return addNew(this.#warnings, warnings);
  }

  /** Notes warnings about a query; gives back those that are new to it. */
  warnOf(query: number, warnings: Iterable<string>): string[] {
    return addNew(this.#queries.get(query)!.warnings, warnings);
  }

  add(answer: Omit<FrameAnswer, 'frame'>): void {
    this.#frames++;
    if (answer.trace.keyFrame) this.#keyFrames++;
    for (const node of answer.trace.nodes) this.#addNode(node);
    for (const own of answer.answers) {
      this.#addAnswer(own, answer.index);
      for (const { id, score, label } of own.objects) this.#addTrack(own.id, id, score, label, answer.index);
    }
  }

  summary(dropped: number): RunSummary {
    return {
      usage: {
        frames: this.#frames,
        keyFrames: this.#keyFrames,
        dropped,
        specialistCalls: { ...this.#calls },
        alwaysOnCalls: this.#frames * this.#registered,
        llm: { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0 },
      },
      tracks: [...this.#tracks.values()].map(toSummary),
      queries: [...this.#queries.values()].map(querySummary),
      warnings: [...this.#warnings],
      nodeMs: { ...this.#nodeMs },
    };
  }

  #addNode(node: NodeReport): void {
    this.#nodeMs[node.id] = (this.#nodeMs[node.id] ?? 0) + node.ms;
    if (node.specialist !== undefined) this.#calls[node.specialist] = (this.#calls[node.specialist] ?? 0) + node.tries;
  }

  #addAnswer({ id, cost, change, repair }: QueryAnswer, frame: number): void {
    const count = this.#queries.get(id);
    if (count === undefined) return;
    count.frames++;
    count.first ??= frame;
    count.last = frame;
    count.ms += cost.ms;
    for (const [specialist, calls] of Object.entries(cost.calls))
      count.calls[specialist] = (count.calls[specialist] ?? 0) + calls;
    if (repair !== undefined) count.repairs.push(repair);
    if (change === undefined) return;
    if (this.#changes++ < changeCeiling) count.changes.push(change);
    else
      this.#warnings.add(
        `the answers changed more than ${changeCeiling} times: the later changes are not in the summary`,
      );
  }

  #addTrack(query: number, id: number, score: number, label: string | undefined, frame: number): void {
    const key = `${query}:${id}`;
    const there = this.#tracks.get(key);
    if (there !== undefined) {
      there.frames++;
      there.last = frame;
      there.scoreSum += score;
      if (label !== undefined) there.label = label;
    } else if (this.#tracks.size < trackCeiling) {
      const count: TrackCount = { id, query, frames: 1, first: frame, last: frame, scoreSum: score };
      if (label !== undefined) count.label = label;
      this.#tracks.set(key, count);
    } else {
      this.#warnings.add(`more than ${trackCeiling} tracks were answered: the later ones are not in the summary`);
    }
  }
}

function addNew(known: Set<string>, warnings: Iterable<string>): string[] {
  const fresh = [...new Set(warnings)].filter((warning) => !known.has(warning));
  for (const warning of fresh) known.add(warning);
  return fresh;
}

function toSummary({ scoreSum, ...count }: TrackCount): TrackSummary {
  return { ...count, meanScore: scoreSum / count.frames };
}

function querySummary({ calls, ms, warnings, changes, repairs, ...count }: QueryCount): QuerySummary {
  return {
    ...count,
    query: count.plan.query,
    cost: { calls: { ...calls }, ms },
    changes: [...changes],
    repairs: [...repairs],
    warnings: [...warnings],
  };
}
