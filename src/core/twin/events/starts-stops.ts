import type { Path } from '../path.ts';
import type { FrameEvent } from '../program-frame.ts';
import { type EventContext, type EventRule, forgetIds } from './rule.ts';

/** What lasts shorter is no movement, or no rest. */
const steadySeconds = 0.2;
/** The path is searched for the change from so long before `moving` switched: a fitted velocity is late. */
const lookBack = 0.5;

/** A rest, or a movement, that was noticed for so long may have lasted the whole time: velocities are known late. */
const noticedSeconds = 0.1;

/** So soon after it came off it is known how a piece moves. */
const pieceSeconds = 0.13;
/** Below this share of D per second it is at rest. */
const restShare = 0.01;

interface State {
  moving: boolean;
  /** Since when it is otherwise, and which knee of the path came before that. */
  since: number | null;
  knee: number;
}

/**
 * starts, stops: `moving` switches on (2 % of D per second) or off (1 %) for at least 0.2 s; dated to the knee of the
 * path. What comes in already moving has no start: only an object that has been known to be at rest can start. What
 * changed while it was hidden has not been seen to start or stop.
 */
export function startsStops(): EventRule {
  const known = new Map<number, State>();
  return {
    step(context) {
      const { now, time } = context;
      const events: FrameEvent[] = [];
      for (const [id, { attr }] of now) {
        const state = known.get(id);
        // what began in sight is known to go on for a moment
        const isUnknown = !isKnown(id, context) && (state?.since ?? null) === null;
        if (isUnknown && attr.temp.status !== 'visible') known.delete(id);
        if (isUnknown || attr.temp.velocity === null) continue;
        if (state === undefined) known.set(id, { moving: isBornMoving(id, context), since: null, knee: time });
        else events.push(...switches(id, state, attr.temp.moving, context));
      }
      return events;
    },
    get size() {
      return known.size;
    },
    forget: (isKnown) => forgetIds(known, isKnown),
  };
}

/** A piece of something at rest was at rest. */
function isBornMoving(id: number, { now, time, birthOf }: EventContext): boolean {
  const birth = birthOf(id);
  const isNew = birth !== undefined && time - birth.since <= pieceSeconds;
  const ofWhole = isNew ? now.get(birth.whole)?.attr.temp.moving : undefined;
  return now.get(id)!.attr.temp.moving && ofWhole !== false;
}

/** Its velocity is that of what has been seen since it came to light, or of what it lies in. */
function isKnown(id: number, { time, trackOf }: EventContext): boolean {
  const track = trackOf(id);
  if (track === undefined || (track.status === 'occluded' && track.heldBy !== undefined)) return false;
  return track.path.meanVelocity(time, noticedSeconds) !== null;
}

function switches(id: number, state: State, moving: boolean, context: EventContext): FrameEvent[] {
  const { time, diagonal } = context;
  const path = context.trackOf(id)?.path;
  const { since, knee } = state;
  const eventAt = (t: number, on: boolean | number): FrameEvent => ({ t, type: on ? 'starts' : 'stops', who: id });
  if (moving !== state.moving && since === null) {
    Object.assign(state, { since: time, knee: path?.kneeSince(time - lookBack) ?? time });
  } else if (moving !== state.moving && time - since! >= steadySeconds - 1e-9) {
    const t = path?.kneeSince(since! - lookBack) ?? since!;
    Object.assign(state, { moving, since: null });
    return [eventAt(Math.min(t, since!), moving)];
  } else if (moving === state.moving && since !== null) {
    state.since = null;
    if (moving && path !== undefined && time - since >= noticedSeconds - 1e-9)
      return restOf(knee, path.kneeSince(knee) ?? time, path, restShare * diagonal).map(eventAt);
  }
  return [];
}

/** Its begin and end, if it lasted long enough and the path stays in one place meanwhile. */
function restOf(from: number, to: number, path: Path, pxPerSecond: number): number[] {
  const isRest = to - from > steadySeconds + 1e-9 && path.reachWithin(from, to) <= pxPerSecond * (to - from);
  return isRest ? [from, to] : [];
}
