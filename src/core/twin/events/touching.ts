import { surelyTouches } from '../contacts.ts';
import type { FrameEvent } from '../program-frame.ts';
import { LastMoved } from './moved.ts';
import { pairKey } from './pair-key.ts';
import type { EventContext, EventRule } from './rule.ts';
import { type PairEdge, SteadyPairs } from './steady-pairs.ts';

/** A contact is judged after this time, and a cover this old still explains it. */
const judgeSeconds = 0.2;
/** Contact between things that have not moved for so long is seen anew, or seen no more, but does not begin or end. */
const moveSeconds = 0.5;

/** What is on, in or held by the other has let go after this time: what tips over lies there again. */
const firmSeconds = 0.5;

/**
 * touches, lets go (other): contact begins / ends; both hold both ways. A contact of one frame, and a gap shorter than 0.1 s, do not count. Certain
 * 0.2 s later: what covers, or was covering, the other within that time only passed it in the picture, and one of them
 * must have moved within 0.5 s.
 */
export function touchEvents(): EventRule {
  const pairs = new SteadyPairs(0.03, 0.1);
  const covered = new Map<string, number>();
  const joined = new Map<string, number>();
  const passed = new Set<string>();
  const moved = new LastMoved();
  let waiting: PairEdge[] = [];
  return {
    step(context: EventContext) {
      const { contacts, now, time, isSettled } = context;
      moved.step(context);
      const firm = new Set(
        (['on', 'in', 'holds'] as const).flatMap((r) => contacts(r).map(({ a, b }) => pairKey(a, b))),
      );
      noteCovers(covered, joined, firm, context);
      const touching = contacts('touches').map(({ a, b }) =>
        firm.has(pairKey(a, b)) ? { a, b, endSeconds: firmSeconds } : { a, b },
      );
      waiting.push(...pairs.step(touching, time, isSettled, (id) => now.has(id)));
      const due = waiting.filter((edge) => time - edge.time >= judgeSeconds - 1e-9);
      waiting = waiting.filter((edge) => !due.includes(edge));
      return due
        .filter(({ a, b, time: t }) => moved.since(t - moveSeconds, a, b) || passed.has(pairKey(a, b)))
        .flatMap((edge) => judge(edge, joined, covered, passed));
    },
    forget(isKnown) {
      pairs.forget(isKnown);
      moved.forget(isKnown);
      for (const key of [...covered.keys(), ...joined.keys(), ...passed]) {
        if (key.split(' ').every((id) => isKnown(Number(id)))) continue;
        covered.delete(key);
        joined.delete(key);
        passed.delete(key);
      }
    },
  };
}

/** What holds, carries or contains the other, or is seen to touch it in space, does not only pass before it. */
function noteCovers(
  covered: Map<string, number>,
  joined: Map<string, number>,
  firm: ReadonlySet<string>,
  { contacts, time }: EventContext,
): void {
  for (const key of firm) joined.set(key, time);
  for (const { a, b, p } of contacts('touches')) if (p >= surelyTouches) joined.set(pairKey(a, b), time);
  for (const { a, b } of contacts('hides')) if (joined.get(pairKey(a, b)) !== time) covered.set(pairKey(a, b), time);
}

/** An end counts where its begin did, or where they touched from the start. */
function judge(
  edge: PairEdge,
  joined: ReadonlyMap<string, number>,
  covered: ReadonlyMap<string, number>,
  passed: Set<string>,
): FrameEvent[] {
  const key = pairKey(edge.a, edge.b);
  if (edge.kind === 'ends') {
    const wasPassing = passed.delete(key);
    return wasPassing ? [] : [{ t: edge.time, type: 'lets go', who: edge.a, other: edge.b }];
  }
  const isSeen = (joined.get(key) ?? Number.NEGATIVE_INFINITY) >= edge.time;
  if (!isSeen && edge.time - (covered.get(key) ?? Number.NEGATIVE_INFINITY) <= judgeSeconds) {
    passed.add(key);
    return [];
  }
  return [{ t: edge.time, type: 'touches', who: edge.a, other: edge.b }];
}
