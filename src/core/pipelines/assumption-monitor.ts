import type { Assumption, AssumptionFailure, Plan } from '../plan/contract.ts';

/** What is known of one query after a frame. */
export interface WatchedFrame {
  readonly frame: number;
  /** Seconds. */
  readonly time: number;
  /** Whether something in the picture fits a concept of the plan; null where nobody can tell. */
  readonly sees: (concept: string) => boolean | null;
  /** Things in the picture, parts not counted. */
  readonly objects: number;
  /** How many objects are in the answer, hidden ones too. */
  readonly answered: number;
  /** Message of the program's error, in the frame in which it stopped. */
  readonly error?: string;
}

/** `holds`: it has come out so and is watched no longer; a text: it has failed, and how; null: too early to say. */
type Verdict = 'holds' | { readonly failed: string } | null;
type Watch = (frame: WatchedFrame) => Verdict;

/** Fewer things than this are no "everything". */
const fewest = 4;

/** Watches the assumptions of one plan, frame by frame. Each fails at most once. Pure: knows nothing but what it is fed. */
export class AssumptionMonitor {
  readonly #watched = new Map<Assumption, Watch>();

  /** @param patience by how much longer than the plan says it waits */
  constructor(plan: Pick<Plan, 'assumptions' | 'concepts'>, patience = 1) {
    for (const assumption of plan.assumptions ?? []) this.#watched.set(assumption, watchOf(assumption, plan, patience));
  }

  /** The assumptions that turned out wrong with this frame. */
  watch(seen: WatchedFrame): AssumptionFailure[] {
    const failures: AssumptionFailure[] = [];
    for (const [assumption, watch] of this.#watched) {
      const verdict = watch(seen);
      if (verdict === null) continue;
      this.#watched.delete(assumption);
      if (verdict !== 'holds')
        failures.push({ assumption, frame: seen.frame, time: seen.time, message: verdict.failed });
    }
    return failures;
  }
}

function watchOf(assumption: Assumption, { concepts }: Pick<Plan, 'concepts'>, patience: number): Watch {
  switch (assumption.kind) {
    case 'concept-seen': {
      const phrase = concepts.find(({ id }) => id === assumption.concept)?.phrase ?? assumption.concept;
      return seenWatch(assumption.concept, phrase, assumption.within * patience);
    }
    case 'answer-not-empty':
      return notEmptyWatch(assumption.seconds * patience);
    case 'answer-not-everything':
      return notEverythingWatch(assumption.seconds * patience, assumption.share);
    case 'program-runs':
      return ({ error }) => (error === undefined ? null : { failed: `the program failed: ${error}` });
  }
}

function seenWatch(concept: string, phrase: string, within: number): Watch {
  let frames = 0;
  return ({ sees }) => {
    const seen = sees(concept);
    if (seen === true) return 'holds';
    if (seen === false) frames++;
    return frames < within ? null : { failed: `no "${phrase}" was seen in ${frames} frames` };
  };
}

/** An answer that was there once shows that the plan works: that it is empty later is news, not a fault. */
function notEmptyWatch(seconds: number): Watch {
  let from: number | null = null;
  return ({ time, answered }) => {
    from ??= time;
    if (answered > 0) return 'holds';
    return time - from < seconds - tick ? null : { failed: `nothing was answered in ${figure(time - from)} s` };
  };
}

function notEverythingWatch(seconds: number, share: number): Watch {
  let from: number | null = null;
  return ({ time, objects, answered }) => {
    if (objects < fewest || answered < share * objects) {
      from = null;
      return null;
    }
    from ??= time;
    if (time - from < seconds - tick) return null;
    return { failed: `${answered} of ${objects} things have been the answer for ${figure(time - from)} s` };
  };
}

/** Times are sums of rounded parts. */
const tick = 1e-6;
const figure = (seconds: number): string => String(Math.round(seconds * 100) / 100);
