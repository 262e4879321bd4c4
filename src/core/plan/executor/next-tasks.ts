import type { PlanGraph, PlanNode } from '../contract.ts';

/** Ids by what has become of them in this frame. */
export interface Progress {
  /** Finished, failed or not due. */
  readonly settled: ReadonlySet<string>;
  readonly running: ReadonlySet<string>;
}

/** The nodes that can start now: neither settled nor running, everything they need settled. Pure; in graph order. */
export function nextTasks(graph: PlanGraph, { settled, running }: Progress): readonly PlanNode[] {
  return graph.nodes.filter(
    (node) => !settled.has(node.id) && !running.has(node.id) && node.needs.every((id) => settled.has(id)),
  );
}
