import type { EventName, FrameEvent } from '../../twin/program-frame.ts';

/** Events of one type, found against true. */
export interface TypeScore {
  /** Pairs of a found and a true event. */
  matched: number;
  /** Found, but not true. */
  extra: FrameEvent[];
  /** True, but not found. */
  missing: FrameEvent[];
  /** True events with a `by` that was found too, and those where it was the right one. */
  hands: number;
  handsRight: number;
  /** Found time less true time of each matched pair, seconds. */
  offsets: number[];
}

/** Scores by type; types that neither happened nor were found are not in it. */
export type EventScores = Map<EventName, TypeScore>;

/** Events that are the same whichever of the two is `who`. */
const mutual: ReadonlySet<EventName> = new Set<EventName>(['touches', 'lets go', 'merges', 'splits']);

/**
 * Pairs found events with true ones: same type, same `who` and `other` (for touches, lets go, merges and splits in
 * either order), at most `seconds` apart, one to one and as many as possible. Ids of both lists mean the same things.
 */
export function matchEvents(found: readonly FrameEvent[], truth: readonly FrameEvent[], seconds = 0.5): EventScores {
  const scores: EventScores = new Map();
  const foundBy = byKey(found);
  const trueBy = byKey(truth);
  for (const key of new Set([...foundBy.keys(), ...trueBy.keys()])) {
    matchAlike(foundBy.get(key) ?? [], trueBy.get(key) ?? [], seconds, scores);
  }
  return scores;
}

function byKey(events: readonly FrameEvent[]): Map<string, FrameEvent[]> {
  const lists = new Map<string, FrameEvent[]>();
  for (const event of [...events].sort((a, b) => a.t - b.t)) {
    const key = keyOf(event);
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [event]);
    else list.push(event);
  }
  return lists;
}

function keyOf({ type, who, other }: FrameEvent): string {
  const ids = other === undefined ? [who] : [who, other];
  if (mutual.has(type)) ids.sort((a, b) => a - b);
  return [type, ...ids].join(' ');
}

/** Both lists in order of time; with one tolerance for all, taking the earliest partner matches as many as can be. */
function matchAlike(found: FrameEvent[], truth: FrameEvent[], seconds: number, scores: EventScores): void {
  const score = scoreOf(scores, (found[0] ?? truth[0])!.type);
  let i = 0;
  for (const event of truth) {
    while (i < found.length && found[i]!.t < event.t - seconds - 1e-9) score.extra.push(found[i++]!);
    if (i < found.length && found[i]!.t <= event.t + seconds + 1e-9) count(score, found[i++]!, event);
    else score.missing.push(event);
  }
  score.extra.push(...found.slice(i));
}

function count(score: TypeScore, found: FrameEvent, event: FrameEvent): void {
  score.matched++;
  score.offsets.push(found.t - event.t);
  if (event.by === undefined) return;
  score.hands++;
  if (found.by === event.by) score.handsRight++;
}

function scoreOf(scores: EventScores, type: EventName): TypeScore {
  let score = scores.get(type);
  if (score === undefined) {
    score = { matched: 0, extra: [], missing: [], hands: 0, handsRight: 0, offsets: [] };
    scores.set(type, score);
  }
  return score;
}

/** Adds the figures of one run to a sum. */
export function addScores(sum: EventScores, more: EventScores): void {
  for (const [type, score] of more) {
    const total = scoreOf(sum, type);
    total.matched += score.matched;
    total.hands += score.hands;
    total.handsRight += score.handsRight;
    total.extra.push(...score.extra);
    total.missing.push(...score.missing);
    total.offsets.push(...score.offsets);
  }
}
