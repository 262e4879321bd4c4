import { containedShare } from '../../masks/overlap.ts';
import type { FrameEvent } from '../program-frame.ts';
import type { Node } from '../scene-graph.ts';
import { areJoined } from './joined.ts';
import { RecentMasks } from './recent-masks.ts';
import { type EventContext, type EventRule, forgetIds } from './rule.ts';

/** Share of the new one that lay in the other one. */
const insideShare = 0.7;
/** The two must be seen for so long, and be apart within so long. */
const steadySeconds = 0.2;
const partSeconds = 1;

/**
 * splits (other: the new one): a track appears whose pixels lay in the mask of another one right before; at least
 * 0.2 s and at most 1 s later the two are apart and the other one has lost these pixels: its area fell by half of the
 * new one's or more, and both areas together are within 30 % of what it was. Dated to when the new one was first seen.
 * What moves in front of something leaves it whole again, what comes out from behind something takes nothing from it.
 */
export function splitting(): EventRule {
  const recent = new RecentMasks();
  const known = new Set<number>();
  const candidates = new Map<number, Candidate>();
  return {
    step(context) {
      for (const [id, node] of context.now) {
        if (known.has(id)) continue;
        known.add(id);
        const candidate = context.before === null ? undefined : candidateOf(node, recent, context);
        if (candidate !== undefined) candidates.set(id, candidate);
      }
      recent.push(context);
      return [...candidates].flatMap(([id, candidate]) => judge(id, candidate, context, candidates));
    },
    forget: (isKnown) => {
      forgetIds(known, isKnown);
      forgetIds(candidates, isKnown);
    },
  };
}

interface Candidate {
  readonly whole: number;
  /** Area of the whole before, px². */
  readonly area: number;
  readonly since: number;
}

function candidateOf(node: Node, recent: RecentMasks, { now }: EventContext): Candidate | undefined {
  const since = node.attr.temp.firstSeen;
  let best: Candidate | undefined;
  let most = insideShare;
  for (const [whole, mask] of recent.before(since)) {
    if (whole === node.id || node.partOf === whole || now.get(whole)?.partOf === node.id) continue;
    const share = containedShare(node.mask, mask);
    if (share < most) continue;
    most = share;
    best = { whole, area: mask.area, since };
  }
  return best;
}

function judge(
  id: number,
  { whole, area, since }: Candidate,
  { now, time }: EventContext,
  candidates: Map<number, Candidate>,
): FrameEvent[] {
  const [piece, rest] = [now.get(id), now.get(whole)];
  if (piece === undefined || rest === undefined || time - since > partSeconds + 1e-9) {
    candidates.delete(id);
    return [];
  }
  if (time - since < steadySeconds - 1e-9 || areJoined(piece.mask, rest.mask)) return [];
  candidates.delete(id);
  const lost = area - rest.mask.area;
  const both = piece.mask.area + rest.mask.area;
  if (lost < 0.5 * piece.mask.area || Math.abs(both - area) > 0.3 * area) return [];
  return [{ t: since, type: 'splits', who: whole, other: id }];
}
