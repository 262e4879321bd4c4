import type { FrameEvent } from '../program-frame.ts';
import { type EventContext, type EventRule, forgetIds } from './rule.ts';

const hiddenAt = 0.05;
/** What is hidden, or seen again, for a shorter time has only been passed. */
const holdSeconds = 0.2;

/** What is known of one thing. */
interface Sight {
  hidden: boolean;
  /** Since when it is otherwise, what lay before most of it then, and under what it is. */
  turning: { readonly t: number; readonly before: number | undefined; cover: number | undefined } | null;
  /** What it was covered by. */
  cover: number | undefined;
}

/**
 * is covered by (other: cover): the visible share falls to <= 0.05 for 0.2 s under an object that moved onto it, or in
 * which it now is. is uncovered: it rises again for 0.2 s. What itself moved behind something is not covered by it.
 */
export function covering(): EventRule {
  const sights = new Map<number, Sight>();
  return {
    step(context) {
      for (const id of sights.keys()) if (!context.now.has(id)) sights.delete(id);
      return [...context.now.keys()].flatMap((id) => judge(id, sights, context) ?? []);
    },
    get size() {
      return sights.size;
    },
    forget: (isKnown) => forgetIds(sights, isKnown),
  };
}

function judge(id: number, sights: Map<number, Sight>, context: EventContext): FrameEvent | undefined {
  const hidden = context.now.get(id)!.attr.spa.visible <= hiddenAt;
  const sight = sights.get(id);
  if (sight === undefined) sights.set(id, { hidden, turning: null, cover: undefined });
  if (sight === undefined || hidden === sight.hidden) {
    if (sight !== undefined) sight.turning = null;
    return undefined;
  }
  sight.turning ??= { t: context.time, before: context.trackOf(id)?.cover[0], cover: undefined };
  if (hidden) sight.turning.cover ??= containerOf(id, sight.turning.before, context) ?? coverOf(id, context);
  if (context.time - sight.turning.t < holdSeconds - 1e-9) return undefined;
  const { t, cover } = sight.turning;
  const other = hidden ? cover : sight.cover;
  Object.assign(sight, { hidden, turning: null, cover: hidden ? cover : undefined });
  return other === undefined ? undefined : { t, type: hidden ? 'is covered by' : 'is uncovered', who: id, other };
}

/** What it is in, if that was what hid most of it at first. */
function containerOf(id: number, before: number | undefined, { contacts }: EventContext): number | undefined {
  return contacts('in').find(({ a, b }) => a === id && (before === undefined || b === before))?.b;
}

function coverOf(id: number, { contacts, now }: EventContext): number | undefined {
  if (now.get(id)?.attr.temp.moving === true) return undefined;
  return contacts('hides').find(({ a, b }) => b === id && now.get(a)?.attr.temp.moving === true)?.a;
}
