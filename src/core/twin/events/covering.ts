import type { FrameEvent } from '../program-frame.ts';
import { type EventContext, type EventRule, forgetIds } from './rule.ts';

const hiddenAt = 0.05;

/**
 * is covered by (other: cover): the visible share falls to <= 0.05 under an object that moved onto it, or in which it
 * now is. is uncovered: it rises again. What itself moved behind something is not covered by it.
 */
export function covering(): EventRule {
  const covers = new Map<number, number>();
  return {
    step(context) {
      const events: FrameEvent[] = [];
      for (const [id, node] of context.now) {
        const was = context.earlier.get(id);
        const hidden = node.attr.spa.visible <= hiddenAt;
        if (was === undefined || was.attr.spa.visible <= hiddenAt === hidden) continue;
        const cover = hidden ? coverOf(id, context) : covers.get(id);
        if (cover === undefined) continue;
        if (hidden) covers.set(id, cover);
        else covers.delete(id);
        events.push({ t: context.time, type: hidden ? 'is covered by' : 'is uncovered', who: id, other: cover });
      }
      return events;
    },
    forget: (isKnown) => forgetIds(covers, isKnown),
  };
}

function coverOf(id: number, { contacts, now }: EventContext): number | undefined {
  const container = contacts('in').find(({ a }) => a === id);
  if (container) return container.b;
  return contacts('hides').find(({ a, b }) => b === id && now.get(a)?.attr.temp.moving === true)?.a;
}
