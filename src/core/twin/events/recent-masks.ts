import type { Mask } from '../../masks/mask.ts';
import type { EventContext } from './rule.ts';

const most = 8;

interface Moment {
  readonly time: number;
  readonly masks: ReadonlyMap<number, Mask>;
}

/** The masks of the last few frames by id; they are shared with the scene graphs, so this holds little. */
export class RecentMasks {
  #moments: Moment[] = [];

  /** Number of masks. */
  get size(): number {
    return this.#moments.reduce((sum, { masks }) => sum + masks.size, 0);
  }

  /** Remembers this frame; call it after the frame has been judged. */
  push({ now, time }: Pick<EventContext, 'now' | 'time'>): void {
    const masks = new Map([...now].filter(([, { mask }]) => !mask.isEmpty).map(([id, { mask }]) => [id, mask]));
    this.#moments = [...this.#moments, { time, masks }].slice(-most);
  }

  /** The newest masks from before a time; none where that is too long ago. */
  before(time: number): ReadonlyMap<number, Mask> {
    return this.#moments.findLast((moment) => moment.time < time - 1e-9)?.masks ?? new Map();
  }
}
