import type { AssumptionFailure, Plan } from '../plan/contract.ts';
import type { ProgramOptions, ProgramSandbox } from '../reason/contract.ts';
import type { SceneGraph } from '../twin/scene-graph.ts';
import type { Twin } from '../twin/twin.ts';
import type { PlanRepair, QueryAnswer } from './answer.ts';
import { AnswerChanges } from './answer-changes.ts';
import type { WatchedFrame } from './assumption-monitor.ts';
import { conceptsOf, type PlanToMerge } from './merge-plans.ts';
import { PlanRepairs } from './plan-repairs.ts';
import { QueryReasoner, type Reasoned } from './query-reasoner.ts';

/** What a query finds in its stream. */
export interface QueryContext {
  readonly twin: Twin;
  readonly sandbox: ProgramSandbox;
  readonly program: ProgramOptions;
  /** Whether frames were answered before the one at hand. */
  readonly isUnderWay: () => boolean;
  readonly revise: (plan: Plan, failures: readonly AssumptionFailure[]) => Promise<Plan | null>;
  readonly mostRepairs: number;
  readonly waitsForPlans: boolean;
}

/** A plan with its program opened. */
interface Voice extends Omit<PlanToMerge, 'id'> {
  readonly reasoner: QueryReasoner;
}

/** What a query says of a frame; what it costs is known when the frame has ended. */
export type SaidAnswer = Omit<QueryAnswer, 'cost'>;

/** A fit from here on is a sign that a concept is in the picture: half of what is given without knowing names. */
const seenFit = 0.2;

/** One query of a stream: its plan, its program, how its answer changes, and what becomes of its assumptions. */
export class StreamQuery {
  readonly id: number;
  readonly query: string;
  /** The plan it began with. */
  readonly plan: Plan;
  readonly #context: QueryContext;
  readonly #changes = new AnswerChanges();
  readonly #repairs: PlanRepairs<Voice>;
  #voice: Voice;
  #voices = 1;
  #hasSpoken = false;
  /** Its program was stopped since it took too long. */
  #tookTooLong = false;
  #retried = false;
  #repair: PlanRepair | null = null;

  static async open(id: number, plan: Plan, context: QueryContext): Promise<StreamQuery> {
    const prefix = id === 0 ? '' : `q${id + 1}.`;
    return new StreamQuery(id, await openVoice(plan, prefix, context), context);
  }

  private constructor(id: number, voice: Voice, context: QueryContext) {
    this.id = id;
    this.query = voice.plan.query;
    this.plan = voice.plan;
    this.#voice = voice;
    this.#context = context;
    this.#repairs = new PlanRepairs(voice.plan, {
      revise: (plan, failures) => this.#revise(plan, failures),
      discard: ({ reasoner }) => reasoner.close(),
      most: context.mostRepairs,
      waits: context.waitsForPlans,
    });
  }

  /** The plan in force, for merging. */
  get current(): PlanToMerge {
    const { plan, prefix } = this.#voice;
    return { id: this.id, plan, prefix };
  }

  /** Call before each frame. True when another plan answers from this frame on. */
  async prepare(frame: { readonly index: number; readonly time: number }): Promise<boolean> {
    const outcome = await this.#repairs.outcome();
    if (outcome === null) return false;
    const { failures, revision } = outcome;
    const { plan: from } = this.#voice;
    const to = revision === null ? {} : { to: revision.plan };
    this.#repair = { failures, from, ...to, frame: frame.index, time: frame.time };
    if (revision !== null) this.#adopt(revision);
    return revision !== null;
  }

  async answer(graph: SceneGraph): Promise<SaidAnswer> {
    const late = this.#lateMemory(graph);
    const repair = this.#repair;
    this.#repair = null;
    const reasoned = await this.#voice.reasoner.answer(graph);
    const present = new Set(graph.nodes.map(({ id }) => id));
    const { ids, objects, explanation, warnings, error } = reasoned;
    const { index: frame, time } = graph;
    const change = this.#changes.note({ frame, time, ids, explanation, isPresent: (id) => present.has(id) });
    this.#tookTooLong ||= reasoned.tookTooLong === true;
    this.#repairs.watch(this.#watched(graph, reasoned, error));
    return {
      id: this.id,
      query: this.query,
      objects,
      explanation,
      changed: change !== null,
      ...(change === null ? {} : { change }),
      ...(repair === null ? {} : { repair }),
      warnings: [...(repair === null ? [] : repairWarnings(this.query, repair)), ...late, ...warnings],
    };
  }

  close(): void {
    this.#repairs.close();
    this.#voice.reasoner.close();
  }

  #adopt(voice: Voice): void {
    this.#voice.reasoner.close();
    this.#voice = voice;
    this.#hasSpoken = false;
    this.#tookTooLong = false;
    this.#changes.startAnew();
  }

  async #revise(plan: Plan, failures: readonly AssumptionFailure[]): Promise<Voice | null> {
    // A program that was slow once, on a busy machine, need not be slow again: it gets another try before anything else.
    const again = this.#tookTooLong && !this.#retried;
    this.#retried ||= again;
    const revised = again ? plan : await this.#context.revise(plan, failures);
    if (revised === null) return null;
    const sameConcepts = JSON.stringify(revised.concepts) === JSON.stringify(plan.concepts);
    const prefix = sameConcepts ? this.#voice.prefix : `q${this.id + 1}.${++this.#voices}.`;
    return openVoice(revised, prefix, this.#context);
  }

  /** What a program that comes late is told of the time before, said once, where it matters. */
  #lateMemory({ time }: SceneGraph): string[] {
    const late = !this.#hasSpoken && this.#context.isUnderWay() && this.#voice.plan.kinds.includes('temporal');
    this.#hasSpoken = true;
    if (!late) return [];
    const known = this.#context.twin.events.filter((event) => event.t < time).length;
    return [
      `late-memory: "${this.query}" is answered from ${Math.round(time * 100) / 100} s on; of the time before it knows ` +
        `${known} events, and how things looked last, but not where they were or how they moved`,
    ];
  }

  #watched(graph: SceneGraph, { ids }: Reasoned, error: string | undefined): WatchedFrame {
    const { plan, prefix } = this.#voice;
    const names = plan.specialists.some(({ attributes }) => attributes.includes('labels'));
    return {
      frame: graph.index,
      time: graph.time,
      sees: (concept) => sees(graph, prefix + concept, names),
      objects: graph.nodes.reduce((n, node) => n + (node.partOf === undefined ? 1 : 0), 0),
      answered: ids.length,
      ...(error === undefined ? {} : { error }),
    };
  }
}

async function openVoice(plan: Plan, prefix: string, context: QueryContext): Promise<Voice> {
  const { twin, sandbox, program, isUnderWay } = context;
  const view = twin.openView(conceptsOf({ plan, prefix }));
  const reasoner = await QueryReasoner.open(plan, view, sandbox, program, () => (isUnderWay() ? twin.events : null));
  return { plan, prefix, reasoner };
}

/** Null where no specialist has judged the concept and none could name it. */
function sees({ nodes }: SceneGraph, concept: string, names: boolean): boolean | null {
  const fits = nodes.flatMap(({ concepts }) => concepts[concept] ?? []);
  return fits.length === 0 && !names ? null : fits.some((fit) => fit >= seenFit);
}

function repairWarnings(query: string, { failures, from, to, time }: PlanRepair): string[] {
  const what = failures.map(({ message }) => message).join('; ');
  if (to === undefined) return [`"${query}": ${what}; there is no better plan, this one goes on`];
  const at = `from ${Math.round(time * 100) / 100} s on`;
  if (to === from) return [`"${query}": ${what}; its program was started anew and answers ${at}`];
  const doubts = to.unchecked.filter(({ why }) => why === 'revised').map(({ word, remedy }) => `"${word}": ${remedy}`);
  return [`"${query}": ${what}; a new plan answers ${at}`, ...doubts];
}
