/** A node of a graph to lay out: `needs` are the nodes that come before it. */
export interface LayoutNode {
  readonly id: string;
  readonly needs: readonly string[];
}

/** Where something stands: upper left corner and width. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface GraphLayout {
  readonly spots: ReadonlyMap<string, Spot>;
  /** One an edge: the spots from the needed node to the one that needs it, with free places in the rows between. */
  readonly wires: readonly (readonly Spot[])[];
  readonly width: number;
  readonly height: number;
}

const [gapX, gapY, margin, wireWidth] = [18, 36, 4, 16];

/**
 * Layered drawing, top to bottom (after K. Sugiyama et al., 1981): rows by the longest chain before a node, order in
 * a row by the mean place of what comes before; an edge over several rows keeps a place free in each. Needs that do
 * not exist, and those that close a ring, are left out.
 */
export function layOutGraph(nodes: readonly LayoutNode[], size: { width: number; height: number }): GraphLayout {
  const rowOf = rowsOf(nodes);
  const ways = nodes.flatMap((node) => node.needs.flatMap((need) => wayBetween(need, node.id, rowOf)));
  const rows = orderRows(nodes, ways, rowOf);
  const isNode = (key: string) => rowOf.has(key);
  const widthOf = (key: string) => (isNode(key) ? size.width : wireWidth);
  const rowWidth = (row: readonly string[]) => row.reduce((sum, key) => sum + widthOf(key) + gapX, -gapX);
  const inner = Math.max(size.width, ...rows.map(rowWidth));
  const spots = new Map<string, Spot>();
  rows.forEach((row, r) => {
    let x = margin + (inner - rowWidth(row)) / 2;
    for (const key of row) {
      spots.set(key, { x, y: margin + r * (size.height + gapY), width: widthOf(key) });
      x += widthOf(key) + gapX;
    }
  });
  return {
    spots,
    wires: ways.map((way) => way.map((key) => spots.get(key)!)),
    width: inner + 2 * margin,
    height: Math.max(1, rows.length) * (size.height + gapY) - gapY + 2 * margin,
  };
}

/** Length of the longest chain of needs before each node. */
function rowsOf(nodes: readonly LayoutNode[]): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const rows = new Map<string, number>();
  const visit = (id: string, open: readonly string[]): number => {
    const node = byId.get(id);
    if (node === undefined || open.includes(id)) return -1;
    const row = rows.get(id) ?? 1 + Math.max(-1, ...node.needs.map((need) => visit(need, [...open, id])));
    rows.set(id, row);
    return row;
  };
  for (const { id } of nodes) visit(id, []);
  return rows;
}

/** Keys from node to node: the two ids, and one key for each row between. */
function wayBetween(from: string, to: string, rowOf: ReadonlyMap<string, number>): string[][] {
  const [start, end] = [rowOf.get(from), rowOf.get(to)];
  if (start === undefined || end === undefined || end <= start) return [];
  const between = Array.from({ length: end - start - 1 }, (_, i) => JSON.stringify([from, to, start + 1 + i]));
  return [[from, ...between, to]];
}

function orderRows(
  nodes: readonly LayoutNode[],
  ways: readonly (readonly string[])[],
  rowOf: ReadonlyMap<string, number>,
): string[][] {
  const rows: string[][] = Array.from({ length: Math.max(-1, ...rowOf.values()) + 1 }, () => []);
  for (const { id } of nodes) rows[rowOf.get(id)!]!.push(id);
  for (const way of ways)
    for (const [i, key] of way.slice(1, -1).entries()) rows[rowOf.get(way[0]!)! + 1 + i]!.push(key);
  const place = new Map<string, number>();
  return rows.map((row) => {
    const before = (key: string) => ways.flatMap((way) => place.get(way[way.indexOf(key) - 1] ?? '') ?? []);
    const middle = (key: string) => {
      const places = before(key);
      return places.length === 0 ? 0.5 : places.reduce((a, b) => a + b, 0) / places.length;
    };
    const ordered = row.map((key) => [key, middle(key)] as const).sort((a, b) => a[1] - b[1]);
    for (const [i, [key]] of ordered.entries()) place.set(key, (i + 0.5) / ordered.length);
    return ordered.map(([key]) => key);
  });
}
