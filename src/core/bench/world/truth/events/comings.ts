import type { TruthEvent } from '../../contract.ts';
import type { ThingState } from '../records.ts';
import type { EventRule, Step } from './rule.ts';

const edgePx = 2;

/**
 * enters, leaves: first, last in the picture with its box within 2 px of the edge; appears, disappears: elsewhere. None
 * in the first frame, none for what comes apart or becomes one (those split and merge), and none at a cut: then things
 * appear and disappear.
 */
export const comings = (): EventRule => ({
  step: (step) => {
    const { record, before, now, earlier } = step;
    if (before === undefined) return [];
    const joined = new Set(record.joinings.map(({ piece }) => piece));
    const events: TruthEvent[] = [];
    for (const [id, thing] of now)
      if (!earlier.has(id) && !joined.has(id))
        events.push({ type: comesOver(thing, step) ? 'enters' : 'appears', who: id, time: record.time });
    for (const [id, thing] of earlier)
      if (!now.has(id) && !joined.has(id))
        events.push({ type: comesOver(thing, step) ? 'leaves' : 'disappears', who: id, time: before.time });
    return events;
  },
});

function comesOver({ box: [x, y, w, h] }: ThingState, { record, width, height }: Step): boolean {
  const atEdge = x <= edgePx || y <= edgePx || x + w >= width - edgePx || y + h >= height - edgePx;
  return atEdge && !record.cut;
}
