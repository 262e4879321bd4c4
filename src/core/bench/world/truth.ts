import { maskFromLabels } from '../../masks/labels.ts';
import type { Mask } from '../../masks/mask.ts';
import { markPart, type View } from './canvas.ts';
import type { TruthObject } from './contract.ts';
import type { PropState, Stage } from './script.ts';
import { pose } from './states.ts';

/** Exact masks of everything whose outline meets the picture; ties of depth go to the later in the list. */
export function truthObjects(stage: Stage, view: View, states: readonly PropState[], seconds: number): TruthObject[] {
  const size = [view.height, view.width] as const;
  const seen = new Uint8Array(view.width * view.height);
  const alone = new Uint8Array(seen.length);
  const outlines = new Map<number, Mask>();
  for (const { id } of farToNear(states)) {
    const { parts } = pose(stage, stage.props[id - 1]!, seconds);
    alone.fill(0);
    for (const part of parts) markPart(alone, view, part, 1);
    for (const part of parts) markPart(seen, view, part, id);
    outlines.set(id, maskFromLabels(alone, size, 1));
  }
  return states.flatMap((state) => {
    const outline = outlines.get(state.id)!;
    return outline.isEmpty ? [] : [truthObject(state, maskFromLabels(seen, size, state.id), outline)];
  });
}

/** Order of painting. */
export function farToNear<T extends { readonly id: number; readonly depth: number }>(states: readonly T[]): T[] {
  return [...states].sort((a, b) => b.depth - a.depth || a.id - b.id);
}

function truthObject(state: PropState, mask: Mask, amodal: Mask): TruthObject {
  const { id, noun, colors, box, depth, velocity } = state;
  const name = `${colors[0]} ${noun}`;
  return { id, name, noun, colors, mask, amodal, box, visible: mask.area / amodal.area, depth, velocity };
}
