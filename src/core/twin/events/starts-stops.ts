import type { FrameEvent } from '../program-frame.ts';
import { type EventRule, forgetIds } from './rule.ts';

/**
 * starts, stops: `moving` switches on (2 % of D per second) or off (1 %). What comes in already moving has no start:
 * only an object that has been known to be at rest can start.
 */
export function startsStops(): EventRule {
  const moving = new Map<number, boolean>();
  return {
    step({ now, time }) {
      const events: FrameEvent[] = [];
      for (const [id, { attr }] of now) {
        if (attr.temp.velocity === null) continue;
        const was = moving.get(id);
        const is = attr.temp.moving;
        if (was !== undefined && was !== is) events.push({ t: time, type: is ? 'starts' : 'stops', who: id });
        moving.set(id, is);
      }
      return events;
    },
    forget: (isKnown) => forgetIds(moving, isKnown),
  };
}
