import type { FrameEvent } from '../program-frame.ts';
import { type EventRule, forgetIds } from './rule.ts';

/** What lasts shorter is no movement, or no rest. */
const steadySeconds = 0.2;
/** The path is searched for the change from so long before `moving` switched: a fitted velocity is late. */
const lookBack = 0.5;

/**
 * starts, stops: `moving` switches on (2 % of D per second) or off (1 %) for at least 0.2 s; dated to the knee of the
 * path. What comes in already moving has no start: only an object that has been known to be at rest can start.
 */
export function startsStops(): EventRule {
  const known = new Map<number, { moving: boolean; since: number | null }>();
  return {
    step({ now, time, trackOf }) {
      const events: FrameEvent[] = [];
      for (const [id, { attr }] of now) {
        if (attr.temp.velocity === null) continue;
        const state = known.get(id);
        if (state === undefined) known.set(id, { moving: attr.temp.moving, since: null });
        else if (attr.temp.moving === state.moving) state.since = null;
        else {
          state.since ??= time;
          if (time - state.since < steadySeconds - 1e-9) continue;
          const t = trackOf(id)?.path.kneeSince(state.since - lookBack) ?? state.since;
          events.push({ t: Math.min(t, state.since), type: attr.temp.moving ? 'starts' : 'stops', who: id });
          known.set(id, { moving: attr.temp.moving, since: null });
        }
      }
      return events;
    },
    forget: (isKnown) => forgetIds(known, isKnown),
  };
}
