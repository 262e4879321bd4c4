import type { AttributeRule } from './attributes.ts';
import { certain, type Truth } from './kleene.ts';
import { settings } from './settings.ts';
import type { Thing } from './thing.ts';

export const directions = ['left', 'right', 'up', 'down', 'closer', 'farther'] as const;
export type Direction = (typeof directions)[number];

/** Moving within 45 degrees of an image direction, or depth changing by more than 2 % a second over 0.5 s. */
export function headingRule(direction: Direction): AttributeRule {
  const inDepth = direction === 'closer' || direction === 'farther';
  return {
    word: 'heading',
    argument: JSON.stringify(direction),
    here: true,
    test: (o, { world }) => certain(inDepth ? headsInDepth(o, direction, world.time) : headsAcross(o, direction)),
    tell: (o, _v, { world }) => (inDepth ? tellDepth(o, world.time) : tellAcross(o)),
  };
}

function headsAcross(o: Thing, direction: Direction): Truth {
  if (!o.moving || o.speed === null) return false;
  const { vx, vy } = o;
  if (direction === 'left' || direction === 'right')
    return Math.abs(vx) >= Math.abs(vy) && (direction === 'left' ? vx < 0 : vx > 0);
  return Math.abs(vy) >= Math.abs(vx) && (direction === 'up' ? vy < 0 : vy > 0);
}

/** Share of the depth gained a second; null without depth now and half a second ago. */
function depthRate(o: Thing, now: number): number | null {
  const then = o.before(settings.depthSpan, now);
  if (then === undefined || then.depth === null || o.depth === null) return null;
  return (o.depth - then.depth) / (Math.max(Math.abs(then.depth), 1e-9) * (now - then.t));
}

function headsInDepth(o: Thing, direction: Direction, now: number): Truth {
  const rate = depthRate(o, now);
  if (rate === null) return null;
  return direction === 'closer' ? rate < -settings.depthRate : rate > settings.depthRate;
}

function tellAcross(o: Thing): string {
  if (!o.moving) return 'not moving';
  return `velocity ${Math.round(o.vx)}, ${Math.round(o.vy)} px/s`;
}

function tellDepth(o: Thing, now: number): string {
  const rate = depthRate(o, now);
  return rate === null ? 'change of depth unknown' : `depth changes ${(rate * 100).toFixed(1)} %/s`;
}
