import type { FrameEvent } from '../program-frame.ts';
import { type EventRule, isAtEdge } from './rule.ts';

/**
 * enters, leaves: first / last listed with the box within 2 px of the frame's edge; appears, disappears: elsewhere.
 * None in the first frame. Dated to when it was first / last seen.
 */
export function comings(): EventRule {
  return {
    step(context) {
      const { before, now, earlier } = context;
      if (before === null) return [];
      const events: FrameEvent[] = [];
      for (const [id, node] of now) {
        if (earlier.has(id)) continue;
        const { age, firstSeen } = node.attr.temp;
        // Confirmed late: it came when it was first seen. Found again: it comes now.
        const t = age < 1 ? firstSeen : context.time;
        events.push({ t, type: isAtEdge(node, context.graph) ? 'enters' : 'appears', who: id });
      }
      for (const [id, node] of earlier) {
        if (now.has(id)) continue;
        events.push({
          t: node.attr.temp.lastSeen,
          type: isAtEdge(node, context.graph) ? 'leaves' : 'disappears',
          who: id,
        });
      }
      return events;
    },
    forget: () => {},
  };
}
