import type { Point } from '../../base/geometry.ts';
import type { Node } from '../scene-graph.ts';
import type { EventContext, EventRule } from './rule.ts';
import { SteadyPairs } from './steady-pairs.ts';

/** Distance is compared over this time. */
const span = 0.3;
/** 0.5 s, less what `moving` is late. */
const steadySeconds = 0.44;
const stepSeconds = 0.08;
const leastShare = 0.01;

/**
 * approaches, recedes (other): `who` moves and the distance of the centres shrinks / grows over 0.3 s by more than
 * half of the way that it went, for 0.5 s. How far they were apart is told from their paths: what comes to light or is hidden of a thing
 * shifts its centre, but does not move it.
 */
export function approachEvents(): EventRule {
  const approach = new SteadyPairs(steadySeconds, 0.2);
  const recede = new SteadyPairs(steadySeconds, 0.2);
  let wasCloser: ReadonlySet<string> = new Set();
  let wasFarther: ReadonlySet<string> = new Set();
  return {
    step(context) {
      const { now, time, earlier } = context;
      const places = new Map([...now].map(([id, node]) => [id, placeOf(node, context)]));
      const closer: { a: number; b: number }[] = [];
      const farther: { a: number; b: number }[] = [];
      for (const [a, node] of now) {
        if (!node.attr.temp.moving || hasHalted(a, context)) continue;
        const here = places.get(a)!;
        const limit = here.moved === null ? 0 : 0.5 * Math.hypot(here.moved[0], here.moved[1]);
        for (const [b, place] of places) {
          if (a === b) continue;
          if (here.moved === null || place.moved === null) {
            // Out of sight: as it was.
            if (wasCloser.has(`${a} ${b}`)) closer.push({ a, b });
            if (wasFarther.has(`${a} ${b}`)) farther.push({ a, b });
            continue;
          }
          const grown = growth(here.at, here.moved, place.at, place.moved);
          if (grown < -limit) closer.push({ a, b });
          if (grown > limit) farther.push({ a, b });
        }
      }
      wasCloser = keysOf(closer);
      wasFarther = keysOf(farther);
      const was = (id: number) => earlier.has(id);
      const is = (id: number) => now.has(id);
      return [
        ...approach.step(closer, time, was, is).map((edge) => ({ edge, type: 'approaches' as const })),
        ...recede.step(farther, time, was, is).map((edge) => ({ edge, type: 'recedes' as const })),
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

/** `moving` ends a little late; the last steps say whether it still goes on (1 % of D per second). */
function hasHalted(id: number, { time, diagonal, trackOf }: EventContext): boolean {
  const step = trackOf(id)?.path.meanVelocity(time, stepSeconds) ?? null;
  return step !== null && Math.hypot(step[0], step[1]) < leastShare * diagonal;
}

/** Where a thing is, and how far it has come in 0.3 s; null while that is not known. */
interface Place {
  readonly at: Point;
  readonly moved: Point | null;
}

function placeOf({ id, attr }: Node, { time, trackOf }: EventContext): Place {
  const { moving, status } = attr.temp;
  const velocity = trackOf(id)?.path.meanVelocity(time, span) ?? null;
  const isKnown = status === 'visible' && velocity !== null;
  const moved: Point | null = isKnown ? [velocity[0] * span, velocity[1] * span] : moving ? null : [0, 0];
  return { at: attr.spa.centroid, moved };
}

const keysOf = (pairs: readonly { a: number; b: number }[]): ReadonlySet<string> =>
  new Set(pairs.map(({ a, b }) => `${a} ${b}`));

/** By how much the distance of two has grown since each moved so, px. */
function growth(p: Point, pMoved: Point, q: Point, qMoved: Point): number {
  const [x, y] = [p[0] - q[0], p[1] - q[1]];
  const [dx, dy] = [pMoved[0] - qMoved[0], pMoved[1] - qMoved[1]];
  return Math.hypot(x, y) - Math.hypot(x - dx, y - dy);
}
