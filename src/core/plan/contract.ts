import type { Issue } from '../base/issues.ts';
import type { Concept } from '../specialists/concept.ts';
import type { Attribute, SpecialistCard } from '../specialists/contract.ts';

export type { SpecialistCard };

/** What reasoning a query needs. */
export type QueryKind = 'semantic' | 'spatial' | 'temporal';
/** Whether the query is about groups, whole objects or parts. */
export type Granularity = 'group' | 'object' | 'part';

/** When a node runs: each frame, on key frames, when what it sees has changed, or when another node asks. */
export type Cadence = 'every-frame' | 'key-frames' | 'on-change' | 'on-demand';

/** What the planner decided for one query. Plain data, the same whoever wrote it. */
export interface Plan {
  readonly version: 1;
  readonly query: string;
  readonly kinds: readonly QueryKind[];
  readonly granularity: Granularity;
  readonly concepts: readonly Concept[];
  readonly specialists: readonly PlannedSpecialist[];
  readonly graph: PlanGraph;
  /** What was understood, in plain English, for the user to check. */
  readonly paraphrase: string;
  /** Text of the program that chooses the answer: `function select(twin, state) { ... }`. */
  readonly program?: string;
  /** Words that no active specialist can check or that the planner did not understand. */
  readonly unchecked: readonly UncheckedWord[];
  /** What must turn out so on the stream for the plan to be a good one; watched while it runs. Absent: nothing is. */
  readonly assumptions?: readonly Assumption[];
  /** Who wrote it: `rules`, or `PROVIDER:MODEL`. */
  readonly planner: string;
}

/**
 * What a plan takes for granted.
 * - `concept-seen`: something that fits the concept is seen within so many frames from the plan's start
 * - `answer-not-empty`: something is answered within so many seconds from the plan's start
 * - `answer-not-everything`: never for so long is at least this share of all objects (four or more) the answer
 * - `program-runs`: the program ends without an error
 */
export type Assumption =
  | { readonly kind: 'concept-seen'; readonly concept: string; readonly within: number }
  | { readonly kind: 'answer-not-empty'; readonly seconds: number }
  | { readonly kind: 'answer-not-everything'; readonly seconds: number; readonly share: number }
  | { readonly kind: 'program-runs' };

/** An assumption that did not hold. */
export interface AssumptionFailure {
  readonly assumption: Assumption;
  /** Frame and time (s) at which that became clear. */
  readonly frame: number;
  readonly time: number;
  /** What happened, for people: `no "red ball" was seen in 50 frames`. */
  readonly message: string;
}

/** A specialist of a plan and why it runs. */
export interface PlannedSpecialist {
  readonly id: string;
  /** What it is asked for. */
  readonly attributes: readonly Attribute[];
  readonly reason: string;
}

/** The nodes that answer a query, as a directed acyclic graph. */
export interface PlanGraph {
  readonly nodes: readonly PlanNode[];
  /** The reasoning node whose result is the answer. */
  readonly answer: string;
}

/** `needs` are the ids of the nodes that must have run before in the same frame: the edges of the graph. */
export type PlanNode = PerceptionNode | StateNode | ReasoningNode;

interface NodeBase {
  readonly id: string;
  readonly needs: readonly string[];
  readonly cadence: Cadence;
}

/** Runs a specialist. */
export interface PerceptionNode extends NodeBase {
  readonly kind: 'perception';
  readonly specialist: string;
  readonly gives: readonly Attribute[];
}

/** Updates the twin: `track` associates and smooths, `relate` computes relations and events. */
export interface StateNode extends NodeBase {
  readonly kind: 'state';
  readonly op: 'track' | 'relate';
}

/** Answers from the twin: by program, or (with a language model) semantically or in steps. */
export interface ReasoningNode extends NodeBase {
  readonly kind: 'reasoning';
  readonly op: 'program' | 'semantic' | 'steps';
}

/** A word of the query that the answer does not rest on. */
export interface UncheckedWord {
  readonly word: string;
  /**
   * `cannot-check`: understood, but no active specialist can see it. `not-understood`: not in the grammar.
   * `revised`: read otherwise than it was said, since the first reading did not hold on the stream.
   */
  readonly why: 'cannot-check' | 'not-understood' | 'revised';
  /** What would be needed, such as `a specialist that provides labels (owlv2)`; for `revised`: how it is read now. */
  readonly remedy: string;
}

/** What a planner is asked. */
export interface PlanRequest {
  readonly query: string;
  readonly source: { readonly still: boolean; readonly live: boolean };
  readonly specialists: readonly SpecialistCard[];
  /** A plan that did not hold on the stream, and what failed; asked only by `revise`. */
  readonly previous?: { readonly plan: Plan; readonly failures: readonly AssumptionFailure[] };
}

/** Turns a query into a plan. */
export interface Planner {
  readonly id: string;
  plan(request: PlanRequest, signal?: AbortSignal): Promise<Plan>;
  /** Called once with the issues of a plan that failed its checks; absent: no second try. */
  repair?(request: PlanRequest, plan: unknown, issues: readonly Issue[], signal?: AbortSignal): Promise<Plan>;
  /**
   * Called while a stream runs, with `request.previous`: a better plan, or null when there is none. It must not trade
   * an honest "nothing matches" for a guess; what it doubts stands in the plan's `unchecked`. Absent: plans are kept.
   */
  revise?(request: PlanRequest, signal?: AbortSignal): Promise<Plan | null>;
}
