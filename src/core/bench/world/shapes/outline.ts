import type { Box, Point } from '../../../base/geometry.ts';

/** Signed distance from a polygon's outline, negative inside (exact; after I. Quilez, "2D distance functions"). */
export function polygonDistance(corners: readonly Point[]): (x: number, y: number) => number {
  const n = corners.length;
  return (x, y) => {
    let nearest = Infinity;
    let inside = false;
    for (let i = 0, j = n - 1; i < n; j = i++) {
      const [ax, ay] = corners[i]!;
      const [bx, by] = corners[j]!;
      const ex = bx - ax;
      const ey = by - ay;
      const wx = x - ax;
      const wy = y - ay;
      const t = Math.min(1, Math.max(0, (wx * ex + wy * ey) / (ex * ex + ey * ey)));
      const dx = wx - t * ex;
      const dy = wy - t * ey;
      nearest = Math.min(nearest, dx * dx + dy * dy);
      if (ay > y !== by > y && x < ax + ((y - ay) * ex) / ey) inside = !inside;
    }
    return inside ? -Math.sqrt(nearest) : Math.sqrt(nearest);
  };
}

/** Signed distance from a rectangle with rounded corners. */
export function roundRectDistance([x0, y0, w, h]: Box, radius: number): (x: number, y: number) => number {
  const cx = x0 + w / 2;
  const cy = y0 + h / 2;
  return (x, y) => {
    const dx = Math.abs(x - cx) - w / 2 + radius;
    const dy = Math.abs(y - cy) - h / 2 + radius;
    const ox = Math.max(dx, 0);
    const oy = Math.max(dy, 0);
    return Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - radius;
  };
}

/** Box around some points, grown by `margin`. */
export function boundsOf(corners: readonly Point[], margin = 0): Box {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const x = Math.min(...xs) - margin;
  const y = Math.min(...ys) - margin;
  return [x, y, Math.max(...xs) + margin - x, Math.max(...ys) + margin - y];
}
