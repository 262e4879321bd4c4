import type { ExplanationRecord } from '../reason/contract.ts';
import type { AnswerChange, ChangedObject } from './answer.ts';

/** What a query answered in one frame. */
export interface AnsweredFrame {
  readonly frame: number;
  /** Seconds. */
  readonly time: number;
  /** Ids of the answer, hidden objects too. */
  readonly ids: readonly number[];
  readonly explanation: readonly ExplanationRecord[];
  readonly isPresent: (id: number) => boolean;
}

type Entry = { readonly because: string };

/**
 * Follows one query's answer and tells when and why it changes. The program's own decision (what the last record of its
 * explanation keeps) runs ahead of the answer by the delay that keeps near-ties from flickering: that dates a change, and
 * the explanation before it is what the new one is compared with.
 */
export class AnswerChanges {
  #shown: ReadonlySet<number> = new Set();
  /** The last explanation that agreed with the answer shown then. */
  #agreed: readonly ExplanationRecord[] = [];
  /** Since when the program has decided otherwise than is shown, by id. */
  readonly #since = new Map<number, number>();

  /** @returns what changed against the frame before; null where nothing did */
  note(answered: AnsweredFrame): AnswerChange | null {
    const { frame, time, ids, explanation } = answered;
    const now = new Set(ids);
    const decided = new Set(explanation.at(-1)?.kept.map(({ id }) => id) ?? ids);
    this.#date(decided, time);
    const added = ids.filter((id) => !this.#shown.has(id)).map((id) => this.#changed(id, answered, true));
    const gone = [...this.#shown].filter((id) => !now.has(id)).map((id) => this.#changed(id, answered, false));
    this.#shown = now;
    if (agree(decided, now)) this.#agreed = explanation;
    return added.length + gone.length === 0 ? null : { frame, time, added, removed: gone };
  }

  /** Another program answers from here: its reasons are not to be compared with those of the one before. */
  startAnew(): void {
    this.#agreed = [];
    this.#since.clear();
  }

  #date(decided: ReadonlySet<number>, time: number): void {
    for (const id of new Set([...decided, ...this.#shown, ...this.#since.keys()])) {
      if (decided.has(id) === this.#shown.has(id)) this.#since.delete(id);
      else if (!this.#since.has(id)) this.#since.set(id, time);
    }
  }

  #changed(id: number, { time, explanation, isPresent }: AnsweredFrame, added: boolean): ChangedObject {
    const since = this.#since.get(id) ?? time;
    this.#since.delete(id);
    if (!added && !isPresent(id)) return { id, because: 'has left the picture', since };
    return { id, because: firstDifference(id, this.#agreed, explanation, added), since };
  }
}

/** Things that have left stay in what a program decides, but not in an answer. */
function agree(decided: ReadonlySet<number>, shown: ReadonlySet<number>): boolean {
  return [...shown].every((id) => decided.has(id)) && [...decided].every((id) => shown.has(id));
}

/** What the first record in which the object has another fate than before says of it. */
function firstDifference(
  id: number,
  before: readonly ExplanationRecord[],
  now: readonly ExplanationRecord[],
  kept: boolean,
): string {
  for (const record of now) {
    const entry = entryOf(record, id, kept);
    const earlier = before.find(({ op, text }) => op === record.op && text === record.text);
    if (entry !== undefined && (earlier === undefined || entryOf(earlier, id, kept) === undefined))
      return entry.because;
  }
  const last = now.map((record) => entryOf(record, id, kept)).findLast((entry) => entry !== undefined);
  return last?.because ?? 'the program does not choose it any more';
}

const entryOf = ({ kept, dropped }: ExplanationRecord, id: number, wasKept: boolean): Entry | undefined =>
  (wasKept ? kept : dropped).find((entry) => entry.id === id);
