/**
 * One-to-one assignment with the least total cost (Kuhn 1955, Munkres 1957; shortest augmenting paths with
 * potentials as in Jonker and Volgenant 1987), O(n² m) for n rows and m columns.
 *
 * @param cost row by row, `rows * columns` finite numbers
 * @returns for each row its column, or -1 where there are more rows than columns
 */
export function hungarian(cost: ArrayLike<number>, rows: number, columns: number): Int32Array {
  if (rows <= columns) return assign((r, c) => cost[r * columns + c]!, rows, columns);
  const byColumn = assign((r, c) => cost[c * columns + r]!, columns, rows);
  const byRow = new Int32Array(rows).fill(-1);
  byColumn.forEach((row, column) => {
    byRow[row] = column;
  });
  return byRow;
}

/** n <= m. Rows and columns count from 1 inside; column 0 is the row that is looking for its place. */
function assign(cost: (row: number, column: number) => number, n: number, m: number): Int32Array {
  const u = new Float64Array(n + 1);
  const v = new Float64Array(m + 1);
  const rowOf = new Int32Array(m + 1);
  const from = new Int32Array(m + 1);
  for (let row = 1; row <= n; row++) {
    rowOf[0] = row;
    let column = freeColumn(cost, m, u, v, rowOf, from);
    while (column !== 0) {
      rowOf[column] = rowOf[from[column]!]!;
      column = from[column]!;
    }
  }
  const columnOf = new Int32Array(n).fill(-1);
  for (let c = 1; c <= m; c++) if (rowOf[c]! > 0) columnOf[rowOf[c]! - 1] = c - 1;
  return columnOf;
}

/** Dijkstra over reduced costs from the waiting row to the nearest column without a row. */
function freeColumn(
  cost: (row: number, column: number) => number,
  m: number,
  u: Float64Array,
  v: Float64Array,
  rowOf: Int32Array,
  from: Int32Array,
): number {
  const least = new Float64Array(m + 1).fill(Number.POSITIVE_INFINITY);
  const used = new Uint8Array(m + 1);
  let column = 0;
  do {
    used[column] = 1;
    const row = rowOf[column]!;
    let delta = Number.POSITIVE_INFINITY;
    let next = 0;
    for (let c = 1; c <= m; c++) {
      if (used[c]) continue;
      const reduced = cost(row - 1, c - 1) - u[row]! - v[c]!;
      if (reduced < least[c]!) {
        least[c] = reduced;
        from[c] = column;
      }
      if (least[c]! < delta) {
        delta = least[c]!;
        next = c;
      }
    }
    for (let c = 0; c <= m; c++) {
      if (used[c]) {
        u[rowOf[c]!]! += delta;
        v[c]! -= delta;
      } else least[c]! -= delta;
    }
    column = next;
  } while (rowOf[column] !== 0);
  return column;
}
