import type { NodeReport } from '../plan/executor/events.ts';
import type { FrameAnswer, RunSummary, TrackSummary } from './answer.ts';

interface TrackCount {
  id: number;
  query: number;
  label?: string;
  frames: number;
  first: number;
  last: number;
  scoreSum: number;
}

/** Most answered tracks that a summary lists; the counts of the others are left out and that is said. */
const trackCeiling = 10_000;

/** Counts the work of a run: what ran, what that saved, which tracks were answered. Bounded in memory. */
export class RunLedger {
  readonly #registered: number;
  readonly #calls: Record<string, number> = {};
  readonly #nodeMs: Record<string, number> = {};
  readonly #tracks = new Map<string, TrackCount>();
  readonly #warnings = new Set<string>();
  #frames = 0;
  #keyFrames = 0;

  /** @param registered number of specialists that an always-on pipeline would run in every frame */
  constructor(registered: number) {
    this.#registered = registered;
  }

  /** Notes warnings; gives back those that are new. */
  warn(warnings: Iterable<string>): string[] {
    const fresh = [...new Set(warnings)].filter((warning) => !this.#warnings.has(warning));
    for (const warning of fresh) this.#warnings.add(warning);
    return fresh;
  }

  add(answer: Omit<FrameAnswer, 'frame'>): void {
    this.#frames++;
    if (answer.trace.keyFrame) this.#keyFrames++;
    for (const node of answer.trace.nodes) this.#addNode(node);
    answer.answers.forEach(({ objects }, query) => {
      for (const { id, score, label } of objects) this.#addTrack(query, id, score, label, answer.index);
    });
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
      warnings: [...this.#warnings],
      nodeMs: { ...this.#nodeMs },
    };
  }

  #addNode(node: NodeReport): void {
    this.#nodeMs[node.id] = (this.#nodeMs[node.id] ?? 0) + node.ms;
    if (node.specialist !== undefined) this.#calls[node.specialist] = (this.#calls[node.specialist] ?? 0) + node.tries;
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

function toSummary({ scoreSum, ...count }: TrackCount): TrackSummary {
  return { ...count, meanScore: scoreSum / count.frames };
}
