import { toError } from '../base/errors.ts';
import type { Frame } from '../media/frame.ts';
import type { Plan, PlanNode } from '../plan/contract.ts';
import type { ExecutorListener } from '../plan/executor/events.ts';
import { executeFrame } from '../plan/executor/execute-frame.ts';
import type { ProgramOptions, ProgramSandbox } from '../reason/contract.ts';
import type { Observation, Specialist, StreamInfo } from '../specialists/contract.ts';
import type { TwinOptions } from '../twin/options.ts';
import type { SceneGraph } from '../twin/scene-graph.ts';
import { Twin } from '../twin/twin.ts';
import type { FrameAnswer, QueryAnswer, RunSummary } from './answer.ts';
import { KeyFrameClock } from './key-frames.ts';
import { type MergedPlans, mergePlans } from './merge-plans.ts';
import { perceive, seenFrame } from './perceive.ts';
import { QueryReasoner } from './query-reasoner.ts';
import { RunLedger } from './run-ledger.ts';
import { SpecialistPool } from './specialist-pool.ts';

/** What a stream is answered with. */
export interface StreamDependencies {
  readonly findSpecialist: (id: string) => Specialist;
  /** Number of specialists registered: what an always-on pipeline would run. */
  readonly registered: number;
  readonly sandbox: ProgramSandbox;
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
  readonly listener?: ExecutorListener;
  readonly signal?: AbortSignal;
}

/**
 * Answers the frames of one stream, one after another, for one or several queries over one twin.
 * The only place where plan, reason and specialists meet; it knows attributes, never a model's name.
 */
export class StreamSession {
  readonly #merged: MergedPlans;
  readonly #options: StreamOptions;
  readonly #specialists: SpecialistPool;
  readonly #twin: Twin;
  readonly #reasoners: ReadonlyMap<string, QueryReasoner>;
  readonly #keyFrames: KeyFrameClock;
  readonly #ledger: RunLedger;
  #unsure = 0;
  #dropped = 0;

  static async open(
    stream: StreamInfo,
    plans: readonly Plan[],
    dependencies: StreamDependencies,
    options: StreamOptions = {},
  ): Promise<StreamSession> {
    const merged = mergePlans(plans);
    const related = merged.graph.nodes.some((node) => node.kind === 'state' && node.op === 'relate');
    const twin = new Twin(stream, { contacts: related, events: related, ...options.twin });
    const reasoners = new Map<string, QueryReasoner>();
    try {
      for (const { plan, concepts, answer } of merged.queries) {
        const reasoner = await QueryReasoner.open(plan, twin.openView(concepts), dependencies.sandbox, {
          explain: options.explain ?? 'on-change',
          hysteresisSeconds: stream.still ? 0 : (options.hysteresisSeconds ?? 0.2),
          ...(options.signal === undefined ? {} : { signal: options.signal }),
        });
        reasoners.set(answer, reasoner);
      }
    } catch (thrown) {
      for (const reasoner of reasoners.values()) reasoner.close();
      throw thrown;
    }
    return new StreamSession(stream, merged, twin, reasoners, dependencies, options);
  }

  private constructor(
    stream: StreamInfo,
    merged: MergedPlans,
    twin: Twin,
    reasoners: ReadonlyMap<string, QueryReasoner>,
    dependencies: StreamDependencies,
    options: StreamOptions,
  ) {
    this.#merged = merged;
    this.#twin = twin;
    this.#reasoners = reasoners;
    this.#options = options;
    this.#specialists = new SpecialistPool(dependencies.findSpecialist, stream);
    this.#keyFrames = new KeyFrameClock(stream.still ? 1 : (options.keyFrameInterval ?? 3));
    this.#ledger = new RunLedger(dependencies.registered);
  }

  /** The live twin, for those who want to look at it or save it. */
  get twin(): Twin {
    return this.#twin;
  }

  /** Answers one frame. Frames must come in order. The frame is lent. */
  async answer(frame: Frame): Promise<FrameAnswer> {
    const keyFrame = this.#keyFrames.isKey({ index: frame.index, unsure: this.#unsure });
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
    const answers = this.#merged.queries.map(({ answer }) => results.get(answer) as QueryAnswer);
    this.#unsure = this.#twin.unsure;
    const answered = {
      frame,
      index: frame.index,
      time: frame.time,
      objects: answers[0]?.objects ?? [],
      answers,
      warnings: this.#ledger.warn(notes),
      trace: { keyFrame, nodes: reports, ms, tracks: this.#twin.latest?.nodes.length ?? 0 },
    };
    this.#ledger.add(answered);
    return answered;
  }

  /** Frames thrown away by the source so far, for the summary. */
  noteDropped(frames: number): void {
    this.#dropped = frames;
  }

  warn(warnings: Iterable<string>): string[] {
    return this.#ledger.warn(warnings);
  }

  summary(): RunSummary {
    return this.#ledger.summary(this.#dropped);
  }

  close(): void {
    this.#specialists.close();
    for (const reasoner of this.#reasoners.values()) reasoner.close();
  }

  [Symbol.dispose](): void {
    this.close();
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
        return this.#reason(node, before, notes);
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

  async #reason(node: PlanNode, before: ReadonlyMap<string, unknown>, notes: string[]): Promise<QueryAnswer> {
    const reasoner = this.#reasoners.get(node.id);
    if (reasoner === undefined) throw toError(`no reasoner for node ${node.id}`);
    const { answer, warnings } = await reasoner.answer(this.#sceneGraph(before));
    notes.push(...warnings);
    return answer;
  }
}
