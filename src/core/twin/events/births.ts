import { containedShare } from '../../masks/overlap.ts';
import type { Node } from '../scene-graph.ts';
import { RecentMasks } from './recent-masks.ts';
import { type EventContext, forgetIds } from './rule.ts';

/** Share of the new one that lay in the other one. */
const insideShare = 0.7;

/** A track that came to be within the mask of another one: it may have been a piece of that. */
export interface Birth {
  readonly whole: number;
  /** Area of the whole before, px². */
  readonly area: number;
  readonly since: number;
}

/** Remembers of each track whether it lay in the mask of another one right before it was first seen. */
export class Births {
  readonly #recent = new RecentMasks();
  readonly #known = new Set<number>();
  readonly #births = new Map<number, Birth>();

  step(context: Pick<EventContext, 'now' | 'time' | 'before'>): void {
    for (const [id, node] of context.now) {
      if (this.#known.has(id)) continue;
      this.#known.add(id);
      const birth = context.before === null ? undefined : birthOf(node, this.#recent, context);
      if (birth !== undefined) this.#births.set(id, birth);
    }
    this.#recent.push(context);
  }

  get size(): number {
    return this.#recent.size + this.#known.size + this.#births.size;
  }

  of = (id: number): Birth | undefined => this.#births.get(id);

  forget(isKnown: (id: number) => boolean): void {
    forgetIds(this.#known, isKnown);
    forgetIds(this.#births, isKnown);
  }
}

function birthOf(node: Node, recent: RecentMasks, { now }: Pick<EventContext, 'now'>): Birth | undefined {
  const since = node.attr.temp.firstSeen;
  let best: Birth | undefined;
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
