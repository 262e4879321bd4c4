import { type Columns, finishColumns } from './columns.ts';
import { overlapArea } from './contact.ts';
import { PlacedShape } from './placed-shape.ts';

const hulls = new WeakMap<Columns, Columns>();

/** Convex hull of a shape as columns; remembered with the shape. Monotone chain over the column ends (Andrew 1979). */
export function hullOf(shape: Columns): Columns {
  let hull = hulls.get(shape);
  if (hull === undefined) {
    hull = convexHull(shape);
    hulls.set(shape, hull);
  }
  return hull;
}

/** Convex hull of a shape at its place. */
export function hullShape({ columns, dx, dy }: PlacedShape): PlacedShape {
  const hull = new PlacedShape(hullOf(columns));
  hull.move(dx, dy);
  return hull;
}

/** Pixels of `a` inside the convex hull of `b`. */
export const hullOverlap = (a: PlacedShape, b: PlacedShape): number => overlapArea(a, hullShape(b));

function convexHull(shape: Columns): Columns {
  const width = shape.starts.length - 1;
  if (shape.area === 0) return shape;
  const top = chain(shape, width, (c) => shape.rows[2 * shape.starts[c]!]!, 1);
  const bottom = chain(shape, width, (c) => shape.rows[2 * shape.starts[c + 1]! - 1]!, -1);
  const starts = new Int32Array(width + 1);
  const rows = new Int32Array(2 * width);
  for (let c = 0; c < width; c++) {
    rows[2 * c] = Math.ceil(top[c]! - 1e-9);
    rows[2 * c + 1] = Math.floor(bottom[c]! + 1e-9);
    starts[c + 1] = c + 1;
  }
  return finishColumns(shape.left, starts, rows);
}

/** Height of the hull's upper (sign 1) or lower (sign -1) side in each column. */
function chain(shape: Columns, width: number, edge: (column: number) => number, sign: 1 | -1): Float64Array {
  const kept: number[] = [];
  for (let c = 0; c < width; c++) {
    if (shape.starts[c] === shape.starts[c + 1]) continue;
    while (kept.length > 1 && bends(kept.at(-2)!, kept.at(-1)!, c, edge) * sign >= 0) kept.pop();
    kept.push(c);
  }
  const side = new Float64Array(width);
  for (let k = 0; k < kept.length; k++) {
    const a = kept[k]!;
    const b = kept[k + 1] ?? a;
    side[a] = edge(a);
    for (let c = a + 1; c < b; c++) side[c] = edge(a) + ((edge(b) - edge(a)) * (c - a)) / (b - a);
  }
  return side;
}

/** Positive where the middle point lies below (greater y than) the line from the first to the last. */
function bends(a: number, b: number, c: number, edge: (column: number) => number): number {
  return (edge(b) - edge(a)) * (c - a) - (edge(c) - edge(a)) * (b - a);
}
