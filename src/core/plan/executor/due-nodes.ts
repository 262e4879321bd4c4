import type { PlanGraph, PlanNode } from '../contract.ts';

/** What decides whether a node runs in this frame. */
export interface FrameConditions {
  readonly keyFrame: boolean;
  /** For nodes with the cadence `on-change`: has what it looks at changed since it last ran? */
  readonly changed: (node: PlanNode) => boolean;
}

/**
 * Ids of the nodes that run in this frame. A node `on-demand` runs exactly when a node that needs it does, directly
 * or through others; all the rest go by their own cadence.
 */
export function dueNodes(graph: PlanGraph, conditions: FrameConditions): ReadonlySet<string> {
  const due = new Set(graph.nodes.filter((node) => isDue(node, conditions)).map((node) => node.id));
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const ask = (id: string) => {
    for (const needed of byId.get(id)?.needs ?? []) {
      if (!due.has(needed) && byId.get(needed)?.cadence === 'on-demand') {
        due.add(needed);
        ask(needed);
      }
    }
  };
  for (const id of [...due]) ask(id);
  return due;
}

function isDue(node: PlanNode, { keyFrame, changed }: FrameConditions): boolean {
  switch (node.cadence) {
    case 'every-frame':
      return true;
    case 'key-frames':
      return keyFrame;
    case 'on-change':
      return changed(node);
    case 'on-demand':
      return false;
  }
}
