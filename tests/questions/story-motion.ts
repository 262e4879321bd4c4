type Corner = readonly [t: number, x: number, y: number];

const near = 1e-6;

/** Where a path is at a moment: straight between its corners, at rest before the first and after the last. */
export function positionAt(path: readonly Corner[], t: number): [number, number] {
  const next = path.findIndex(([at]) => at > t + near);
  if (next === 0) return [path[0]![1], path[0]![2]];
  const from = path.at(next === -1 ? -1 : next - 1)!;
  if (next === -1) return [from[1], from[2]];
  const to = path[next]!;
  const share = (t - from[0]) / (to[0] - from[0]);
  return [from[1] + share * (to[1] - from[1]), from[2] + share * (to[2] - from[2])];
}

/** Width and height at a moment. */
export function sizeAt(size: readonly [number, number] | readonly Corner[], t: number): [number, number] {
  return isFixed(size) ? [size[0], size[1]] : positionAt(size, t);
}

const isFixed = (size: readonly [number, number] | readonly Corner[]): size is readonly [number, number] =>
  typeof size[0] === 'number';

/** px/s over the tenth of a second before, or after in a thing's first frame. */
export function velocityAt(path: readonly Corner[], t: number, isFirst: boolean): [number, number] {
  const from = isFirst ? t : t - 0.1;
  const [ax, ay] = positionAt(path, from);
  const [bx, by] = positionAt(path, from + 0.1);
  return [Math.round((bx - ax) * 1000) / 100, Math.round((by - ay) * 1000) / 100];
}
