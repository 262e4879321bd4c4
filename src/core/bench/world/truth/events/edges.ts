import { instant, isSettled, type Step } from './rule.ts';

/** A fact about a pair that began or ended. */
export interface Edge {
  readonly begins: boolean;
  readonly a: number;
  readonly b: number;
  /** When it did, not when that became certain. */
  readonly time: number;
}

interface PairMemory {
  readonly a: number;
  readonly b: number;
  holds: boolean;
  changedAt: number | null;
}

/**
 * Turns what is the case in each frame into begins and ends. A begin is certain after `beginSeconds`, an end after
 * `endSeconds` without a break. What is so when the two first meet in the picture is no begin.
 */
export class Edges {
  readonly #beginSeconds: number;
  readonly #endSeconds: number;
  readonly #pairs = new Map<string, PairMemory>();

  constructor(beginSeconds: number, endSeconds: number) {
    this.#beginSeconds = beginSeconds;
    this.#endSeconds = endSeconds;
  }

  /**
   * @param facts the pairs of which it holds now
   * @param unclear can it not be seen now whether it holds? Then it stays as it was.
   */
  step(
    facts: readonly { readonly a: number; readonly b: number }[],
    step: Step,
    unclear: (a: number, b: number) => boolean = () => false,
  ): readonly Edge[] {
    const holding = new Set(facts.map(({ a, b }) => `${a} ${b}`));
    for (const { a, b } of facts) {
      const key = `${a} ${b}`;
      if (this.#pairs.has(key) || unclear(a, b)) continue;
      const holds = !isSettled(step, a) || !isSettled(step, b);
      this.#pairs.set(key, { a, b, holds, changedAt: null });
    }
    const edges: Edge[] = [];
    for (const [key, pair] of this.#pairs) {
      // what leaves the picture ends nothing
      if (!step.now.has(pair.a) || !step.now.has(pair.b)) {
        this.#pairs.delete(key);
        continue;
      }
      if (unclear(pair.a, pair.b)) continue;
      const edge = this.#judge(pair, holding.has(key), step.record.time);
      if (edge !== undefined) edges.push(edge);
      if (!pair.holds && !holding.has(key)) this.#pairs.delete(key);
    }
    return edges;
  }

  #judge(pair: PairMemory, fact: boolean, time: number): Edge | undefined {
    if (fact === pair.holds) {
      pair.changedAt = null;
      return undefined;
    }
    pair.changedAt ??= time;
    const wait = fact ? this.#beginSeconds : this.#endSeconds;
    if (time - pair.changedAt < wait - instant) return undefined;
    const edge = { begins: fact, a: pair.a, b: pair.b, time: pair.changedAt };
    Object.assign(pair, { holds: fact, changedAt: null });
    return edge;
  }
}
