import type { FrameEvent } from '../program-frame.ts';
import { type EventContext, type EventRule, endsAtEdge } from './rule.ts';

/**
 * enters, leaves: first / last listed with the box within 2 px of the frame's edge; appears, disappears: elsewhere.
 * None in the first frame, none for what splits off or has merged. Dated to when it was first / last seen.
 */
export function comings(): EventRule {
  /** What may have been a piece of another thing. */
  const waiting = new Map<number, FrameEvent>();
  return {
    step(context) {
      const { before, now, earlier, splitOf, trackOf } = context;
      if (before === null) return [];
      const isTaken = (id: number) => trackOf(id)?.lost === 'taken';
      for (const id of now.keys()) if (!earlier.has(id) && !isTaken(id)) waiting.set(id, comingOf(id, context));
      const events = [...waiting].filter(([id]) => splitOf(id) !== null);
      for (const [id] of events) waiting.delete(id);
      return [
        ...events.filter(([id]) => splitOf(id) === undefined).map(([, event]) => event),
        ...[...earlier.keys()].filter((id) => !now.has(id) && !isTaken(id)).map((id) => goingOf(id, context)),
      ];
    },
    get size() {
      return waiting.size;
    },
    forget: () => {},
  };
}

function comingOf(id: number, { now, graph, time }: EventContext): FrameEvent {
  const node = now.get(id)!;
  const { age, firstSeen } = node.attr.temp;
  // Confirmed late: it came when it was first seen. Found again: it comes now.
  return { t: age < 1 ? firstSeen : time, type: endsAtEdge(node, graph) ? 'enters' : 'appears', who: id };
}

function goingOf(id: number, { earlier, graph }: EventContext): FrameEvent {
  const node = earlier.get(id)!;
  return { t: node.attr.temp.lastSeen, type: endsAtEdge(node, graph) ? 'leaves' : 'disappears', who: id };
}
