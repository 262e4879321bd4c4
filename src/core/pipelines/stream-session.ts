import { InputError, TwinsegError, toError } from '../base/errors.ts';
import type { Frame } from '../media/frame.ts';
import type { AssumptionFailure, Plan, PlanNode } from '../plan/contract.ts';
import type { ExecutorListener, NodeReport } from '../plan/executor/events.ts';
import { executeFrame } from '../plan/executor/execute-frame.ts';
import type { ProgramOptions, ProgramSandbox } from '../reason/contract.ts';
import type { Observation, StreamInfo } from '../specialists/contract.ts';
import type { TwinOptions } from '../twin/options.ts';
import type { SceneGraph } from '../twin/scene-graph.ts';
import { Twin } from '../twin/twin.ts';
import type { FrameAnswer, QueryAnswer, RunSummary } from './answer.ts';
import { costShares } from './cost-shares.ts';
import { KeyFrameClock } from './key-frames.ts';
import { type MergedPlans, mergePlans } from './merge-plans.ts';
import { perceive, seenFrame } from './perceive.ts';
import { RunLedger } from './run-ledger.ts';
import type { SharedSpecialists } from './shared-specialists.ts';
import { SpecialistPool } from './specialist-pool.ts';
import { type QueryContext, type SaidAnswer, StreamQuery } from './stream-query.ts';

/** What a stream is answered with. */
export interface StreamDependencies {
  readonly specialists: SharedSpecialists;
  /** Number of specialists registered: what an always-on pipeline would run. */
  readonly registered: number;
  readonly sandbox: ProgramSandbox;
  /** A better plan for one that does not hold; by default there is none. */
  readonly revise?: (plan: Plan, failures: readonly AssumptionFailure[]) => Promise<Plan | null>;
}

/** How a stream is answered. */
export interface StreamOptions {
  /** A key frame at least every so many frames. @default 3 */
  readonly keyFrameInterval?: number;
  readonly twin?: Partial<TwinOptions>;
  /** Longest time of one node in one frame, ms. @default 120000 */
  readonly nodeTimeoutMs?: number;
  /** Seconds of agreement before an answer gains or loses an id; 0 switches it off. @default 0.2 */
  readonly hysteresisSeconds?: number;
  /** Whether reasons are made anew in each frame, or when the answer changes and once a second. @default 'on-change' */
  readonly explain?: ProgramOptions['explain'];
  /** Most better plans that are asked for when a query's plan does not hold; 0: it is only told. @default 2 */
  readonly repairs?: number;
  /** Whether the next frame waits for a better plan; a live stream goes on with the old one. @default true, live: false */
  readonly waitsForPlans?: boolean;
  readonly listener?: ExecutorListener;
  readonly signal?: AbortSignal;
}

/** Most queries of one stream, those that were taken away counted too. */
const mostQueries = 1000;

/**
 * Answers the frames of one stream, one after another, for one or several queries over one twin; queries may come and go.
 * The only place where plan, reason and specialists meet; it knows attributes, never a model's name.
 */
export class StreamSession {
  readonly #options: StreamOptions;
  readonly #sandbox: ProgramSandbox;
  readonly #context: QueryContext;
  readonly #specialists: SpecialistPool;
  readonly #twin: Twin;
  readonly #keyFrames: KeyFrameClock;
  readonly #ledger: RunLedger;
  #queries: readonly StreamQuery[] = [];
  #merged: MergedPlans = mergePlans([]);
  /** Queries that are asked from the next frame on; null until something is to change. */
  #next: readonly StreamQuery[] | null = null;
  #asked = 0;
  #frames = 0;
  #unsure = 0;
  #dropped = 0;
  #closed = false;

  static async open(
    stream: StreamInfo,
    plans: readonly Plan[],
    dependencies: StreamDependencies,
    options: StreamOptions = {},
  ): Promise<StreamSession> {
    const session = new StreamSession(stream, dependencies, options);
    try {
      for (const plan of plans) await session.addQuery(plan);
    } catch (thrown) {
      session.close();
      throw thrown;
    }
    return session;
  }

  private constructor(stream: StreamInfo, dependencies: StreamDependencies, options: StreamOptions) {
    this.#options = options;
    this.#sandbox = dependencies.sandbox;
    this.#twin = new Twin(stream, { contacts: false, events: false, ...options.twin });
    this.#specialists = new SpecialistPool(dependencies.specialists, stream);
    this.#keyFrames = new KeyFrameClock(stream.still ? 1 : (options.keyFrameInterval ?? 3));
    this.#ledger = new RunLedger(dependencies.registered);
    this.#context = this.#queryContext(stream, dependencies);
  }

  #queryContext(stream: StreamInfo, { revise = async () => null }: StreamDependencies): QueryContext {
    const { explain = 'on-change', hysteresisSeconds = 0.2, repairs = 2, waitsForPlans = true, signal } = this.#options;
    return {
      twin: this.#twin,
      sandbox: this.#sandbox,
      program: {
        explain,
        hysteresisSeconds: stream.still ? 0 : hysteresisSeconds,
        ...(signal === undefined ? {} : { signal }),
      },
      isUnderWay: () => this.#frames > 0,
      revise,
      mostRepairs: repairs,
      waitsForPlans,
    };
  }

  /** The live twin, for those who want to look at it or save it. */
  get twin(): Twin {
    return this.#twin;
  }

  /** Opens a query's program; it is answered from the next frame on. @returns its number */
  async addQuery(plan: Plan): Promise<number> {
    this.#requireOpen();
    if (this.#asked >= mostQueries) {
      throw new InputError(`${mostQueries} queries were asked of this stream; that is the limit`, {
        remedy: 'start a new run',
      });
    }
    const id = this.#asked++;
    const query = await StreamQuery.open(id, plan, this.#context);
    if (this.#closed) {
      query.close();
      this.#requireOpen();
    }
    this.#ledger.begin(id, plan);
    this.#next = [...(this.#next ?? this.#queries), query].sort((a, b) => a.id - b.id);
    return id;
  }

  /** Takes a query away: from the next frame on it is not answered. @throws InputError for one that is not asked */
  removeQuery(id: number): void {
    this.#requireOpen();
    const asked = this.#next ?? this.#queries;
    if (!asked.some((query) => query.id === id)) throw new InputError(`there is no query ${id} in this run`);
    this.#next = asked.filter((query) => query.id !== id);
  }

  /** Answers one frame. Frames must come in order. The frame is lent. */
  async answer(frame: Frame): Promise<FrameAnswer> {
    this.#requireOpen();
    if (this.#queries.length === 0) await turn();
    const asksAnew = await this.#takeOver(frame);
    const keyFrame = this.#keyFrames.isKey({ index: frame.index, unsure: this.#unsure, asksAnew });
    const notes: string[] = [];
    const { signal, listener, nodeTimeoutMs } = this.#options;
    const { results, reports, ms } = await executeFrame(this.#merged.graph, {
      frame: frame.index,
      conditions: { keyFrame, changed: () => keyFrame },
      handler: (node, before, inner) => this.#runNode(node, frame, before, notes, inner),
      ...(listener === undefined ? {} : { listener }),
      ...(signal === undefined ? {} : { signal }),
      ...(nodeTimeoutMs === undefined ? {} : { timeoutMs: nodeTimeoutMs }),
    });
    for (const report of reports) {
      if (report.status === 'failed') notes.push(`${report.specialist ?? report.id} failed: ${report.error}`);
    }
    const answers = this.#answers(results, reports);
    this.#unsure = this.#twin.unsure;
    this.#frames++;
    const answered = {
      frame,
      index: frame.index,
      time: frame.time,
      objects: answers[0]?.objects ?? [],
      answers,
      warnings: this.#ledger.warn([...notes, ...answers.flatMap(({ warnings }) => warnings)]),
      trace: { keyFrame, nodes: reports, ms, tracks: this.#twin.latest?.nodes.length ?? 0 },
    };
    this.#ledger.add(answered);
    return answered;
  }

  /** Frames thrown away by the source so far, for the summary. */
  noteDropped(frames: number): void {
    this.#dropped = frames;
  }

  /** Notes what went wrong in planning a query; gives back what is new. */
  warn(query: number, warnings: readonly string[]): string[] {
    this.#ledger.warnOf(query, warnings);
    return this.#ledger.warn(warnings);
  }

  summary(): RunSummary {
    return this.#ledger.summary(this.#dropped);
  }

  close(): void {
    this.#closed = true;
    this.#specialists.close();
    for (const query of new Set([...this.#queries, ...(this.#next ?? [])])) query.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #requireOpen(): void {
    if (this.#closed) throw new TwinsegError('closed', 'the run has ended');
  }

  /** Between two frames: new plans and other queries take over. True when something new is to be looked for. */
  async #takeOver(frame: Frame): Promise<boolean> {
    const queries = this.#next ?? this.#queries;
    this.#next = null;
    const changed = queries !== this.#queries;
    for (const query of this.#queries) if (!queries.includes(query)) query.close();
    this.#queries = queries;
    const revised: boolean[] = [];
    for (const query of queries) revised.push(await query.prepare(frame));
    return changed || revised.includes(true) ? this.#mergeAnew() : false;
  }

  #mergeAnew(): boolean {
    const before = this.#merged;
    this.#merged = mergePlans(this.#queries.map(({ current }) => current));
    const { graph, concepts } = this.#merged;
    const ids = new Set(concepts.map(({ id }) => id));
    const needed = specialistsOf(this.#merged);
    this.#specialists.keep(needed);
    this.#twin.keepConcepts(ids);
    const related = graph.nodes.some((node) => node.kind === 'state' && node.op === 'relate');
    const { contacts = related, events = related } = this.#options.twin ?? {};
    this.#twin.watchFor({ contacts, events });
    const known = new Set(before.concepts.map(({ id }) => id));
    const running = specialistsOf(before);
    return [...ids].some((id) => !known.has(id)) || [...needed].some((id) => !running.has(id));
  }

  #answers(results: ReadonlyMap<string, unknown>, reports: readonly NodeReport[]): QueryAnswer[] {
    const { graph, queries } = this.#merged;
    const sharers = queries.map(({ id, answer }, i) => ({ id, answer, plan: this.#queries[i]!.current.plan }));
    const costs = costShares(graph.nodes, reports, sharers);
    return queries.map(({ id, answer }) => {
      const said = results.get(answer) as SaidAnswer;
      return { ...said, warnings: this.#ledger.warnOf(id, said.warnings), cost: costs.get(id)! };
    });
  }

  async #runNode(
    node: PlanNode,
    frame: Frame,
    before: ReadonlyMap<string, unknown>,
    notes: string[],
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    switch (node.kind) {
      case 'perception': {
        const session = await this.#specialists.session(node.specialist, signal);
        const observation = await perceive(session, node, frame, this.#twin, this.#merged.concepts, before, signal);
        notes.push(...(observation.warnings ?? []));
        return observation;
      }
      case 'state':
        return node.op === 'track'
          ? this.#twin.update(seenFrame(frame, this.#observations(before)))
          : this.#sceneGraph(before);
      case 'reasoning':
        return this.#reason(node, before);
    }
  }

  /** Observations of this frame by the attributes they were asked for. */
  #observations(before: ReadonlyMap<string, unknown>): Observation[] {
    return this.#merged.graph.nodes
      .filter((node) => node.kind === 'perception' && before.has(node.id))
      .map((node) => before.get(node.id) as Observation);
  }

  #sceneGraph(before: ReadonlyMap<string, unknown>): SceneGraph {
    const track = this.#merged.graph.nodes.find((node) => node.kind === 'state' && node.op === 'track');
    return before.get(track?.id ?? '') as SceneGraph;
  }

  #reason(node: PlanNode, before: ReadonlyMap<string, unknown>): Promise<SaidAnswer> {
    const at = this.#merged.queries.findIndex(({ answer }) => answer === node.id);
    const query = this.#queries[at];
    if (query === undefined) throw toError(`no query for node ${node.id}`);
    return query.answer(this.#sceneGraph(before));
  }
}

/** While nothing is asked a run may be faster than the timers and messages that would bring it the next query. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const specialistsOf = ({ graph }: MergedPlans): ReadonlySet<string> =>
  new Set(graph.nodes.flatMap((node) => (node.kind === 'perception' ? [node.specialist] : [])));
