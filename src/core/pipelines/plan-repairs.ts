import type { AssumptionFailure, Plan } from '../plan/contract.ts';
import { AssumptionMonitor, type WatchedFrame } from './assumption-monitor.ts';

/** How plans that do not hold are replaced. */
export interface RepairPolicy<Revision> {
  /** A better plan, ready to answer; null when there is none. Runs beside the stream. */
  readonly revise: (plan: Plan, failures: readonly AssumptionFailure[]) => Promise<Revision | null>;
  /** Gives back a revision that comes too late. */
  readonly discard: (revision: Revision) => void;
  /** Most plans that are asked for in one stream. */
  readonly most: number;
  /**
   * True: the next frame waits for the new plan, so that the same input gives the same answers. False (live sources):
   * the old plan goes on until the new one is there.
   */
  readonly waits: boolean;
}

/** How a search for a better plan ended. */
export interface RepairOutcome<Revision> {
  readonly failures: readonly AssumptionFailure[];
  readonly revision: Revision | null;
}

interface Search<Revision> {
  readonly failures: readonly AssumptionFailure[];
  readonly settled: Promise<void>;
  outcome: RepairOutcome<Revision> | null;
}

/**
 * Watches one query's plan and looks for a better one when it does not hold. After each new plan it is twice as patient;
 * when no more may be asked for, a failure is only told.
 */
export class PlanRepairs<Revision extends { readonly plan: Plan }> {
  readonly #policy: RepairPolicy<Revision>;
  #plan: Plan;
  #monitor: AssumptionMonitor;
  #search: Search<Revision> | null = null;
  #made = 0;
  #closed = false;

  constructor(plan: Plan, policy: RepairPolicy<Revision>) {
    this.#plan = plan;
    this.#policy = policy;
    this.#monitor = new AssumptionMonitor(plan);
  }

  /** Call once a frame, after it has been answered. While a better plan is looked for nothing is watched. */
  watch(seen: WatchedFrame): void {
    if (this.#search !== null) return;
    const failures = this.#monitor.watch(seen);
    if (failures.length > 0) this.#search = this.#look(failures);
  }

  /** Call before the next frame: what has come of a search, once. A revision is taken over by this call. */
  async outcome(): Promise<RepairOutcome<Revision> | null> {
    const search = this.#search;
    if (search === null) return null;
    if (this.#policy.waits) await search.settled;
    if (search.outcome === null) return null;
    this.#search = null;
    if (search.outcome.revision !== null) this.#adopt(search.outcome.revision.plan);
    return search.outcome;
  }

  close(): void {
    this.#closed = true;
    const revision = this.#search?.outcome?.revision;
    if (revision) this.#policy.discard(revision);
    this.#search = null;
  }

  #adopt(plan: Plan): void {
    this.#made++;
    this.#plan = plan;
    this.#monitor = new AssumptionMonitor(plan, 2 ** this.#made);
  }

  #look(failures: readonly AssumptionFailure[]): Search<Revision> {
    const found =
      this.#made < this.#policy.most ? this.#policy.revise(this.#plan, failures) : Promise.resolve<null>(null);
    const settled = found.then(
      (revision) => this.#end(search, revision),
      () => this.#end(search, null),
    );
    const search: Search<Revision> = { failures, settled, outcome: null };
    return search;
  }

  #end(search: Search<Revision>, revision: Revision | null): void {
    if (this.#closed && revision !== null) this.#policy.discard(revision);
    else search.outcome = { failures: search.failures, revision };
  }
}
