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
  /** Who wrote it: `rules`, or `PROVIDER:MODEL`. */
  readonly planner: string;
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
  /** `cannot-check`: understood, but no active specialist can see it. `not-understood`: not in the grammar. */
  readonly why: 'cannot-check' | 'not-understood';
  /** What would be needed, such as `a specialist that provides labels (owlv2)`. */
  readonly remedy: string;
}

/** What a planner is asked. */
export interface PlanRequest {
  readonly query: string;
  readonly source: { readonly still: boolean; readonly live: boolean };
  readonly specialists: readonly SpecialistCard[];
}

/** Turns a query into a plan. */
export interface Planner {
  readonly id: string;
  plan(request: PlanRequest, signal?: AbortSignal): Promise<Plan>;
  /** Called once with the issues of a plan that failed its checks; absent: no second try. */
  repair?(request: PlanRequest, plan: unknown, issues: readonly Issue[], signal?: AbortSignal): Promise<Plan>;
}
