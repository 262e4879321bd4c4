import type { Mask } from '../../masks/mask.ts';
import { markPart, pixelRange, type View } from './canvas.ts';
import type { TruthObject } from './contract.ts';
import { labelMask } from './label-mask.ts';
import type { PropState, Stage } from './script.ts';
import { pose } from './states.ts';

/** Exact masks of everything whose outline meets the picture; ties of depth go to the later in the list. */
export function truthObjects(stage: Stage, view: View, states: readonly PropState[], seconds: number): TruthObject[] {
  const size = [view.height, view.width] as const;
  const seen = new Uint8Array(view.width * view.height);
  const outlines = new Map<number, { mask: Mask; columns: readonly [number, number] }>();
  for (const state of farToNear(states)) {
    const { parts } = pose(stage, stage.props[state.id - 1]!, seconds);
    const alone = new Uint8Array(seen.length);
    for (const part of parts) markPart(alone, view, part, 1);
    for (const part of parts) markPart(seen, view, part, state.id);
    const ranges = parts.map((part) => pixelRange(view, part.box));
    const columns = [Math.min(...ranges.map((r) => r.x0)), Math.max(...ranges.map((r) => r.x1))] as const;
    const mask = labelMask(alone, size, 1, columns);
    if (!mask.isEmpty) outlines.set(state.id, { mask, columns });
  }
  return states.flatMap((state) => {
    const outline = outlines.get(state.id);
    if (outline === undefined) return [];
    return [truthObject(state, labelMask(seen, size, state.id, outline.columns), outline.mask)];
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
