import type { FrameEvent } from '../program-frame.ts';
import type { Birth } from './births.ts';
import { areJoined } from './joined.ts';
import { type EventContext, type EventRule, forgetIds } from './rule.ts';

/** The two must be seen for so long, and be apart within so long. */
const steadySeconds = 0.2;
/** So long after it was first seen it is known whether a track was a piece of another one. */
const partSeconds = 0.9;

/**
 * splits (other: the new one): a track appears whose pixels lay in the mask of another one right before; at least
 * 0.2 s and at most 0.9 s later the two are apart and the other one has lost these pixels: its area fell by half of the
 * new one's or more, and both areas together are within 30 % of what it was. Dated to when the new one was first seen.
 * What moves in front of something leaves it whole again, what comes out from behind something takes nothing from it.
 */
export function splitting(): EventRule {
  const judged = new Set<number>();
  return {
    step(context) {
      const events: FrameEvent[] = [];
      for (const id of context.now.keys()) {
        if (judged.has(id)) continue;
        const split = context.splitOf(id);
        if (split === null) continue;
        judged.add(id);
        if (split !== undefined) events.push(split);
      }
      return events;
    },
    get size() {
      return judged.size;
    },
    forget: (isKnown) => forgetIds(judged, isKnown),
  };
}

/** See `EventContext.splitOf`, which works it out once a frame. */
export function splitOf(id: number, context: Omit<EventContext, 'splitOf'>): ReturnType<EventContext['splitOf']> {
  const birth = context.birthOf(id);
  if (birth === undefined) return undefined;
  const age = context.time - birth.since;
  const isYoung = age <= partSeconds + 1e-9;
  const [piece, rest] = [context.now.get(id), context.now.get(birth.whole)];
  if (piece === undefined || rest === undefined || !isYoung) return undefined;
  if (age < steadySeconds - 1e-9 || areJoined(piece.mask, rest.mask)) return null;
  return isPiece(birth, piece.mask.area, rest.mask.area)
    ? { t: birth.since, type: 'splits', who: birth.whole, other: id }
    : undefined;
}

function isPiece({ area }: Birth, piece: number, rest: number): boolean {
  return area - rest >= 0.5 * piece && Math.abs(piece + rest - area) <= 0.3 * area;
}
