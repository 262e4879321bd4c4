import type { FrameEvent } from '../program-frame.ts';
import type { Node } from '../scene-graph.ts';
import { type EventContext, type EventRule, forgetIds } from './rule.ts';

const span = 2;
const factor = 1.2;
/** Samples are taken this far apart, seconds. */
const spacing = 0.1;

/** changes size: area x 1.2 or / 1.2 within 2 s at like depth (3 %), seen whole and clear of the frame's edge. */
export function sizeChanges(): EventRule {
  const histories = new Map<number, Sample[]>();
  return {
    step(context) {
      const events: FrameEvent[] = [];
      for (const [id, node] of context.now) {
        if (!isWhole(node, context)) {
          histories.delete(id);
          continue;
        }
        const samples = histories.get(id) ?? [];
        histories.set(id, samples);
        if (changes(samples, node, context.time)) events.push({ t: context.time, type: 'changes size', who: id });
      }
      return events;
    },
    forget: (isKnown) => forgetIds(histories, isKnown),
  };
}

interface Sample {
  readonly time: number;
  readonly area: number;
  readonly depth: number | null;
}

function changes(samples: Sample[], { attr }: Node, time: number): boolean {
  while (samples.length > 0 && time - samples[0]!.time > span + 1e-9) samples.shift();
  const { area, depth } = attr.spa;
  const now: Sample = { time, area, depth: depth && depth.confidence >= 0.5 ? depth.value : null };
  const changed = samples.some((old) => {
    const ratio = now.area / Math.max(1, old.area);
    return (ratio >= factor || ratio <= 1 / factor) && likeDepth(old, now);
  });
  if (changed) samples.length = 0;
  if (samples.length === 0 || time - samples.at(-1)!.time >= spacing - 1e-9) samples.push(now);
  return changed;
}

const likeDepth = (a: Sample, b: Sample): boolean =>
  a.depth === null ||
  b.depth === null ||
  Math.abs(a.depth - b.depth) <= 0.03 * Math.max(Math.abs(a.depth), Math.abs(b.depth));

function isWhole({ attr }: Node, { graph }: EventContext): boolean {
  const [x, y, w, h] = attr.spa.box;
  const clear = x > 2 && y > 2 && x + w < graph.width - 2 && y + h < graph.height - 2;
  return clear && attr.spa.visible >= 0.95 && attr.temp.status === 'visible';
}
