import type { Point } from '../../../base/geometry.ts';
import type { Layers } from '../render/contract.ts';
import type { Projector } from './projector.ts';

/** [a, b, c, d, e, f]: x' = a x + c y + e, y' = b x + d y + f, px. */
export type Affine = readonly [number, number, number, number, number, number];

export const noMotion: Affine = [1, 0, 0, 1, 0, 0];

/** Every so many pixels a place of the background is followed. */
const spacing = 20;

/**
 * How the background moves in the picture from the frame before to this one: the affine motion that fits the true
 * movement of a grid of background points best (least squares).
 */
export function cameraMotion(layers: Layers, width: number, before: Projector, now: Projector): Affine {
  const pairs: [Point, Point][] = [];
  const height = layers.things.length / width;
  for (let y = spacing / 2; y < height; y += spacing) {
    for (let x = spacing / 2; x < width; x += spacing) {
      const at = y * width + x;
      if (layers.things[at] !== 0 || !Number.isFinite(layers.depth[at]!)) continue;
      const place: Point = [x + 0.5, y + 0.5];
      pairs.push([before.pixel(now.point(place, layers.depth[at]!)), place]);
    }
  }
  return pairs.length < 6 ? noMotion : fitAffine(pairs);
}

function fitAffine(pairs: readonly (readonly [Point, Point])[]): Affine {
  const n = pairs.length;
  const mean = (of: (pair: readonly [Point, Point]) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0) / n;
  const [mx, my] = [mean(([p]) => p[0]), mean(([p]) => p[1])];
  const [mu, mv] = [mean(([, q]) => q[0]), mean(([, q]) => q[1])];
  const sum = (of: (x: number, y: number, u: number, v: number) => number) =>
    pairs.reduce((total, [p, q]) => total + of(p[0] - mx, p[1] - my, q[0] - mu, q[1] - mv), 0);
  const [xx, xy, yy] = [sum((x) => x * x), sum((x, y) => x * y), sum((_, y) => y * y)];
  const det = xx * yy - xy * xy;
  if (det < 1e-6) return [1, 0, 0, 1, mu - mx, mv - my];
  const solve = (px: number, py: number): [number, number] => [(px * yy - py * xy) / det, (py * xx - px * xy) / det];
  const [a, c] = solve(
    sum((x, _y, u) => x * u),
    sum((_x, y, u) => y * u),
  );
  const [b, d] = solve(
    sum((x, _y, _u, v) => x * v),
    sum((_x, y, _u, v) => y * v),
  );
  return [a, b, c, d, mu - a * mx - c * my, mv - b * mx - d * my];
}

/** Where a point of the frame before would be now if it were background. */
export const applyAffine = ([a, b, c, d, e, f]: Affine, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f];
