/** Which leaves touch: one row a pair, `a` < `b`. */
export interface LeafGraph {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Pixel sides shared. */
  readonly length: Float64Array;
  /** Sum of the larger gradient strength over those sides. */
  readonly strength: Float64Array;
}

/** Pairs of leaves that share pixel sides (4-neighbours), in order of `a`, then of first meeting. */
export function leafGraph(
  labels: Int32Array,
  width: number,
  height: number,
  strength: Float32Array,
  leaves: number,
): LeafGraph {
  const { from, to, force } = crossings(labels, width, height, strength);
  return mergeCrossings(from, to, force, leaves);
}

/** Every pixel side with different leaves on it, grouped by the smaller leaf (counting sort). */
function crossings(labels: Int32Array, width: number, height: number, strength: Float32Array) {
  const found: { from: number[]; to: number[]; force: number[] } = { from: [], to: [], force: [] };
  const add = (i: number, j: number) => {
    const p = labels[i]!;
    const q = labels[j]!;
    if (p === q) return;
    found.from.push(Math.min(p, q));
    found.to.push(Math.max(p, q));
    found.force.push(Math.max(strength[i]!, strength[j]!));
  };
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (x + 1 < width) add(i, i + 1);
      if (y + 1 < height) add(i, i + width);
    }
  }
  return found;
}

function mergeCrossings(from: number[], to: number[], force: number[], leaves: number): LeafGraph {
  const starts = new Int32Array(leaves + 1);
  for (const p of from) starts[p + 1]!++;
  for (let p = 0; p < leaves; p++) starts[p + 1]! += starts[p]!;
  const order = new Int32Array(from.length);
  const at = starts.slice();
  for (let k = 0; k < from.length; k++) order[at[from[k]!]!++] = k;
  return collectPairs(order, starts, to, force, leaves);
}

function collectPairs(order: Int32Array, starts: Int32Array, to: number[], force: number[], leaves: number): LeafGraph {
  const a = new Int32Array(order.length);
  const b = new Int32Array(order.length);
  const length = new Float64Array(order.length);
  const strength = new Float64Array(order.length);
  const rowOf = new Int32Array(leaves).fill(-1);
  let rows = 0;
  for (let p = 0; p < leaves; p++) {
    const firstRow = rows;
    for (let s = starts[p]!; s < starts[p + 1]!; s++) {
      const q = to[order[s]!]!;
      let row = rowOf[q]!;
      if (row < firstRow) {
        row = rows++;
        rowOf[q] = row;
        a[row] = p;
        b[row] = q;
      }
      length[row]!++;
      strength[row]! += force[order[s]!]!;
    }
  }
  return {
    a: a.subarray(0, rows),
    b: b.subarray(0, rows),
    length: length.subarray(0, rows),
    strength: strength.subarray(0, rows),
  };
}

/** The neighbours of each leaf: those of leaf p are rows `starts[p]` to `starts[p + 1]`. */
export interface LeafNeighbours {
  readonly starts: Int32Array;
  readonly leaf: Int32Array;
  /** Pixel sides shared. */
  readonly length: Float64Array;
  /** Mean gradient strength along them, 0..1. */
  readonly strength: Float64Array;
}

export function leafNeighbours(graph: LeafGraph, leaves: number): LeafNeighbours {
  const starts = new Int32Array(leaves + 1);
  for (const ends of [graph.a, graph.b]) for (const p of ends) starts[p + 1]!++;
  for (let p = 0; p < leaves; p++) starts[p + 1]! += starts[p]!;
  const leaf = new Int32Array(2 * graph.a.length);
  const length = new Float64Array(2 * graph.a.length);
  const strength = new Float64Array(2 * graph.a.length);
  const at = starts.slice();
  const put = (p: number, q: number, k: number) => {
    const to = at[p]!++;
    leaf[to] = q;
    length[to] = graph.length[k]!;
    strength[to] = graph.strength[k]! / graph.length[k]!;
  };
  for (let k = 0; k < graph.a.length; k++) {
    put(graph.a[k]!, graph.b[k]!, k);
    put(graph.b[k]!, graph.a[k]!, k);
  }
  return { starts, leaf, length, strength };
}
