import { EdgeHeap } from './edge-heap.ts';
import type { LeafGraph } from './leaf-graph.ts';
import type { Joint, MergeCost } from './merge-cost.ts';
import { firstHistogram, histogramBins, joinRows, type NodeTable, texturesAt } from './node-table.ts';

/** Builds merge trees over the leaves of one picture; buffers are kept from tree to tree and frame to frame. */
export class TreeBuilder {
  readonly #heap = new EdgeHeap();
  #nodes!: NodeTable;
  #pixels = 1;
  // Edges: ends, shared length, summed strength, histogram distance, and the next edge in the list of either end.
  #ends = new Int32Array(0);
  #next = new Int32Array(0);
  #length = new Float64Array(0);
  #strength = new Float64Array(0);
  #distance = new Float64Array(0);
  #edges = 0;
  // Nodes, by row: first entry of its edge list (2 * edge + side), alive or merged away, edge to the newest node.
  #head = new Int32Array(0);
  #alive = new Uint8Array(0);
  #meeting = new Int32Array(0);
  readonly #joint: Joint = { color: 0, texture: 0, border: 0, shared: 0, smaller: 0, both: 0, gap: 0 };

  /**
   * Joins the `leaves` first rows of `nodes`, cheapest neighbours first (ties: oldest pair), until one is left.
   * The inner nodes become rows `firstRow` onwards; returns the row after the last.
   */
  build(nodes: NodeTable, graph: LeafGraph, leaves: number, pixels: number, cost: MergeCost, firstRow: number): number {
    this.#nodes = nodes;
    this.#pixels = pixels;
    this.#reset(graph, leaves, firstRow);
    for (let e = 0; e < graph.a.length; e++) this.#link(graph.a[e]!, graph.b[e]!, graph.length[e]!, graph.strength[e]!);
    for (let e = 0; e < this.#edges; e++) this.#price(e, cost);
    for (let p = 0; p < leaves; p++) this.#measureOutline(p);
    return this.#mergeAll(firstRow, cost);
  }

  #reset(graph: LeafGraph, leaves: number, firstRow: number): void {
    const rows = firstRow + leaves;
    if (this.#head.length < rows) {
      this.#head = new Int32Array(rows);
      this.#alive = new Uint8Array(rows);
      this.#meeting = new Int32Array(rows);
    }
    this.#head.fill(-1);
    this.#alive.fill(1);
    this.#meeting.fill(-1);
    this.#edges = 0;
    this.#heap.clear();
    this.#reserve(graph.a.length);
    this.#setPerimeters(graph, leaves);
  }

  #setPerimeters(graph: LeafGraph, leaves: number): void {
    const { perimeter } = this.#nodes;
    perimeter.fill(0, 0, leaves);
    for (let e = 0; e < graph.a.length; e++) {
      perimeter[graph.a[e]!]! += graph.length[e]!;
      perimeter[graph.b[e]!]! += graph.length[e]!;
    }
  }

  #mergeAll(firstRow: number, cost: MergeCost): number {
    const nodes = this.#nodes;
    let node = firstRow;
    for (let e = this.#heap.pop(); e >= 0; e = this.#heap.pop()) {
      const i = this.#ends[2 * e]!;
      const j = this.#ends[2 * e + 1]!;
      if (this.#alive[i] === 0 || this.#alive[j] === 0) continue;
      joinRows(nodes, i, j, node);
      nodes.cost[node] = this.#costOf(e);
      nodes.perimeter[node] = nodes.perimeter[i]! + nodes.perimeter[j]! - 2 * this.#length[e]!;
      this.#replace(i, j, node, cost);
      node++;
    }
    return node;
  }

  /** Kept beside the heap, since popping forgets it. */
  #costs = new Float64Array(0);
  #costOf(e: number): number {
    return this.#costs[e]!;
  }

  #replace(i: number, j: number, node: number, cost: MergeCost): void {
    const nodes = this.#nodes;
    if (nodes.parent[i] === 0) nodes.parent[i] = node;
    if (nodes.parent[j] === 0) nodes.parent[j] = node;
    this.#alive[i] = 0;
    this.#alive[j] = 0;
    const firstEdge = this.#edges;
    this.#inherit(i, node, firstEdge);
    this.#inherit(j, node, firstEdge);
    for (let e = firstEdge; e < this.#edges; e++) this.#price(e, cost);
    this.#measureOutline(node);
  }

  /** Gives `node` the living neighbours of `old`; a neighbour of both children gets one edge. */
  #inherit(old: number, node: number, firstEdge: number): void {
    for (let half = this.#head[old]!; half >= 0; half = this.#next[half]!) {
      const other = this.#ends[half ^ 1]!;
      if (this.#alive[other] === 0) continue;
      const e = half >> 1;
      const known = this.#meeting[other]!;
      if (known >= firstEdge) {
        this.#length[known]! += this.#length[e]!;
        this.#strength[known]! += this.#strength[e]!;
      } else {
        this.#meeting[other] = this.#link(other, node, this.#length[e]!, this.#strength[e]!);
      }
    }
  }

  #link(a: number, b: number, length: number, strength: number): number {
    if (this.#edges === this.#length.length) this.#reserve(2 * this.#edges);
    const e = this.#edges++;
    this.#ends[2 * e] = a;
    this.#ends[2 * e + 1] = b;
    this.#next[2 * e] = this.#head[a]!;
    this.#next[2 * e + 1] = this.#head[b]!;
    this.#head[a] = 2 * e;
    this.#head[b] = 2 * e + 1;
    this.#length[e] = length;
    this.#strength[e] = strength;
    return e;
  }

  #price(e: number, cost: MergeCost): void {
    const t = this.#nodes;
    const i = this.#ends[2 * e]!;
    const j = this.#ends[2 * e + 1]!;
    const joint = this.#joint;
    const areas = t.area[i]! + t.area[j]!;
    joint.color = 1 - intersection(t, i, j, 0, texturesAt) / 3;
    joint.texture = 1 - intersection(t, i, j, texturesAt, histogramBins);
    joint.border = this.#strength[e]! / this.#length[e]!;
    joint.shared = this.#length[e]! / Math.min(t.perimeter[i]! + t.edge[i]!, t.perimeter[j]! + t.edge[j]!);
    joint.smaller = Math.min(t.area[i]!, t.area[j]!) / this.#pixels;
    joint.both = areas / this.#pixels;
    joint.gap = (commonBox(t, i, j) - areas) / this.#pixels;
    this.#distance[e] = joint.color;
    this.#costs[e] = cost(joint);
    this.#heap.push(e, this.#costs[e]!);
  }

  /** Mean strength and mean histogram distance along the outline of a node that was just made. */
  #measureOutline(node: number): void {
    let length = 0;
    let strength = 0;
    let distance = 0;
    for (let half = this.#head[node]!; half >= 0; half = this.#next[half]!) {
      const e = half >> 1;
      length += this.#length[e]!;
      strength += this.#strength[e]!;
      distance += this.#length[e]! * this.#distance[e]!;
    }
    this.#nodes.strength[node] = length > 0 ? strength / length : 0;
    this.#nodes.surround[node] = length > 0 ? distance / length : 0;
  }

  #reserve(edges: number): void {
    if (edges <= this.#length.length) return;
    const size = Math.max(1024, edges);
    this.#ends = grown(this.#ends, new Int32Array(2 * size));
    this.#next = grown(this.#next, new Int32Array(2 * size));
    this.#length = grown(this.#length, new Float64Array(size));
    this.#strength = grown(this.#strength, new Float64Array(size));
    this.#distance = grown(this.#distance, new Float64Array(size));
    this.#costs = grown(this.#costs, new Float64Array(size));
  }
}

function grown<T extends Int32Array | Float64Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

/** Intersection of two histograms after each is divided by its node's area. */
function intersection(t: NodeTable, i: number, j: number, from: number, to: number): number {
  const { histograms } = t;
  const a = firstHistogram(i);
  const b = firstHistogram(j);
  const perA = 1 / t.area[i]!;
  const perB = 1 / t.area[j]!;
  let sum = 0;
  for (let k = from; k < to; k++) {
    const p = histograms[a + k]! * perA;
    const q = histograms[b + k]! * perB;
    sum += Math.min(p, q);
  }
  return sum;
}

function commonBox(t: NodeTable, i: number, j: number): number {
  const width = Math.max(t.x1[i]!, t.x1[j]!) - Math.min(t.x0[i]!, t.x0[j]!);
  const height = Math.max(t.y1[i]!, t.y1[j]!) - Math.min(t.y0[i]!, t.y0[j]!);
  return width * height;
}
