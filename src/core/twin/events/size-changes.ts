import type { FrameEvent } from '../program-frame.ts';
import type { Node } from '../scene-graph.ts';
import { type EventContext, type EventRule, forgetIds } from './rule.ts';

const span = 2;
const factor = 1.2;
/** Areas are medians over so many seconds; two of them in a row must differ from an older one. */
const binSeconds = 0.2;

/**
 * changes size: area x 1.2 or / 1.2 within 2 s at like depth (3 %), seen whole and clear of the frame's edge. Areas are
 * medians over 0.2 s, and the change holds for two of them; dated to the first of these.
 */
export function sizeChanges(): EventRule {
  const histories = new Map<number, Bin[]>();
  return {
    step(context) {
      const events: FrameEvent[] = [];
      for (const [id, node] of context.now) {
        if (!isWhole(node, context) || context.trackOf(id)?.clipped === true) {
          histories.delete(id);
          continue;
        }
        const bins = histories.get(id) ?? [];
        histories.set(id, bins);
        if (!fill(bins, node, context.time)) continue;
        const date = changeOf(bins);
        if (date === null) continue;
        events.push({ t: date, type: 'changes size', who: id });
        bins.splice(0, bins.length - 1);
      }
      return events;
    },
    forget: (isKnown) => forgetIds(histories, isKnown),
  };
}

/** Areas over a stretch of time. */
interface Bin {
  readonly time: number;
  readonly areas: number[];
  depth: number | null;
}

/** Adds a frame; true when it begins a new bin, so that the ones before are complete. */
function fill(bins: Bin[], { attr }: Node, time: number): boolean {
  const { area, depth } = attr.spa;
  const known = depth && depth.confidence >= 0.5 ? depth.value : null;
  const last = bins.at(-1);
  if (last !== undefined && time - last.time < binSeconds - 1e-9) {
    last.areas.push(area);
    last.depth = known;
    return false;
  }
  while (bins.length > 0 && time - bins[0]!.time > span + 2 * binSeconds + 1e-9) bins.shift();
  bins.push({ time, areas: [area], depth: known });
  return true;
}

/** Time of the last but one complete bin, if it and the last differ alike from an older one; else null. */
function changeOf(bins: readonly Bin[]): number | null {
  const [first, second] = bins.slice(-3, -1);
  if (first === undefined || second === undefined) return null;
  const changed = bins.slice(0, -3).some((old) => {
    const ratios = [first, second].map((bin) => median(bin.areas) / Math.max(1, median(old.areas)));
    const isOther = ratios.every((ratio) => ratio >= factor) || ratios.every((ratio) => ratio <= 1 / factor);
    return isOther && likeDepth(old, second);
  });
  return changed ? first.time : null;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

const likeDepth = (a: Bin, b: Bin): boolean =>
  a.depth === null ||
  b.depth === null ||
  Math.abs(a.depth - b.depth) <= 0.03 * Math.max(Math.abs(a.depth), Math.abs(b.depth));

function isWhole({ attr }: Node, { graph }: EventContext): boolean {
  const [x, y, w, h] = attr.spa.box;
  const clear = x > 2 && y > 2 && x + w < graph.width - 2 && y + h < graph.height - 2;
  return clear && attr.spa.visible >= 0.95 && attr.temp.status === 'visible';
}
