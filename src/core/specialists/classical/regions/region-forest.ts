import type { LeafNeighbours } from './leaf-graph.ts';
import type { NodeTable } from './node-table.ts';
import type { WorkingImage } from './working-image.ts';

/** All regions of one picture: leaves that tile it and one or more binary trees over them. */
export interface RegionForest {
  readonly image: WorkingImage;
  /** Leaf of each working pixel. */
  readonly labels: Int32Array;
  readonly leaves: number;
  readonly nodes: NodeTable;
  /** Rows of `nodes` in use: leaves first, then `leaves - 1` inner nodes a tree. */
  readonly count: number;
  /** Rows of `nodes` for unions: the next free one, and where they end. */
  readonly spare: { next: number; readonly end: number };
  readonly trees: number;
  /** Leaves in depth-first order, `leaves` values a tree. */
  readonly order: Int32Array;
  readonly neighbours: LeafNeighbours;
  /** Colour of all pixels: 11 sums in the order of `basicColors`. */
  readonly colorTotals: Float64Array;
}

/** Root row of a tree. */
export function rootOf({ leaves }: RegionForest, tree: number): number {
  return leaves === 1 ? 0 : leaves + (tree + 1) * (leaves - 1) - 1;
}

/** The leaves under a node; a view, not a copy. */
export function leavesOf({ nodes, order, leaves }: RegionForest, node: number): Int32Array {
  const base = nodes.tree[node]! * leaves;
  return order.subarray(base + nodes.first[node]!, base + nodes.last[node]!);
}

/** Fills `order` and the columns `tree`, `first`, `last` by a walk of each tree. */
export function orderLeaves(nodes: NodeTable, leaves: number, trees: number, order: Int32Array): void {
  const stack: number[] = [];
  for (let tree = trees - 1; tree >= 0; tree--) {
    const base = tree * leaves;
    let at = 0;
    stack.push(leaves === 1 ? 0 : leaves + (tree + 1) * (leaves - 1) - 1);
    while (stack.length > 0) {
      const node = stack.pop()!;
      nodes.tree[node] = tree;
      nodes.first[node] = at;
      if (node < leaves) order[base + at++] = node;
      else stack.push(nodes.right[node]!, nodes.left[node]!);
    }
  }
  setEnds(nodes, leaves, leaves + trees * (leaves - 1));
}

/** Children come before their parents, so ends follow from the right child. */
function setEnds(nodes: NodeTable, leaves: number, count: number): void {
  for (let n = 0; n < leaves; n++) nodes.last[n] = nodes.first[n]! + 1;
  for (let n = leaves; n < count; n++) {
    const right = nodes.right[n]!;
    const width = right < leaves ? 1 : nodes.last[right]! - nodes.first[right]!;
    const left = nodes.left[n]!;
    nodes.last[n] = nodes.first[n]! + width + (left < leaves ? 1 : nodes.last[left]! - nodes.first[left]!);
  }
}
