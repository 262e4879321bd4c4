import type { Point } from '../../base/geometry.ts';
import type { EventRule } from './rule.ts';
import { speedOf } from './rule.ts';
import { SteadyPairs } from './steady-pairs.ts';

/** Distance is compared over this time. */
const span = 0.3;

/**
 * approaches, recedes (other): `who` moves and the distance of the centres shrinks / grows over 0.3 s faster than half
 * of its speed, for 0.5 s.
 */
export function approachEvents(): EventRule {
  const approach = new SteadyPairs(0.5, 0.2);
  const recede = new SteadyPairs(0.5, 0.2);
  const places: { time: number; at: Map<number, Point> }[] = [];
  return {
    step({ now, time, earlier }) {
      places.push({ time, at: new Map([...now].map(([id, node]) => [id, node.attr.spa.centroid])) });
      while (places.length > 2 && time - places[1]!.time >= span - 1e-9) places.shift();
      const closer: { a: number; b: number }[] = [];
      const farther: { a: number; b: number }[] = [];
      const old = places[0]!;
      const dt = time - old.time;
      for (const [a, node] of dt > 0 ? now : []) {
        if (!node.attr.temp.moving) continue;
        const limit = 0.5 * speedOf(node) * dt;
        for (const b of now.keys()) {
          const grown = a === b ? 0 : growth(a, b, old.at, places.at(-1)!.at);
          if (grown < -limit) closer.push({ a, b });
          if (grown > limit) farther.push({ a, b });
        }
      }
      const listed = (id: number) => earlier.has(id);
      return [
        ...approach.step(closer, time, listed).map((edge) => ({ edge, type: 'approaches' as const })),
        ...recede.step(farther, time, listed).map((edge) => ({ edge, type: 'recedes' as const })),
      ]
        .filter(({ edge }) => edge.kind === 'begins')
        .map(({ edge, type }) => ({ t: edge.time, type, who: edge.a, other: edge.b }));
    },
    forget(isKnown) {
      approach.forget(isKnown);
      recede.forget(isKnown);
    },
  };
}

/** By how much the distance of two has grown, px; 0 where it is not known. */
function growth(a: number, b: number, then: Map<number, Point>, now: Map<number, Point>): number {
  const [p, q, r, s] = [then.get(a), then.get(b), now.get(a), now.get(b)];
  if (!p || !q || !r || !s) return 0;
  return Math.hypot(r[0] - s[0], r[1] - s[1]) - Math.hypot(p[0] - q[0], p[1] - q[1]);
}
