import type { Cadence, PlanNode } from '../contract.ts';

/** How a node ended in one frame. */
export type NodeStatus = 'ran' | 'skipped' | 'failed';

/** What a node did in one frame: the unit of the trace. */
export interface NodeReport {
  readonly id: string;
  readonly kind: PlanNode['kind'];
  /** Only for perception nodes. */
  readonly specialist?: string;
  readonly cadence: Cadence;
  readonly status: NodeStatus;
  /** Wall time, 0 when it did not run. */
  readonly ms: number;
  /** Number of tries, 1 when the first one went well; 0 when it did not run. */
  readonly tries: number;
  /** Message of the last failure. */
  readonly error?: string;
}

/** Noun-verb events of one frame's execution, opened and closed by the same words. */
export type ExecutorEvent =
  | { readonly type: 'frame-start'; readonly frame: number }
  | { readonly type: 'node-start'; readonly frame: number; readonly id: string }
  | { readonly type: 'node-retry'; readonly frame: number; readonly id: string; readonly error: string }
  | { readonly type: 'node-end'; readonly frame: number; readonly report: NodeReport }
  | { readonly type: 'frame-end'; readonly frame: number; readonly ms: number };

/** Hears what the executor does; must not throw. */
export type ExecutorListener = (event: ExecutorEvent) => void;
