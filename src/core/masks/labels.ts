import { MaskError } from '../base/errors.ts';
import type { SizeHw } from '../base/geometry.ts';
import { paintMask, requirePixels } from './bitmap.ts';
import { Mask, requireSameSize } from './mask.ts';
import { runsBetween } from './run-writer.ts';
import { TransitionList } from './transition-list.ts';

/** A row-major picture of whole numbers, one a pixel: `labels[y * w + x]`. */
export type LabelMap = Uint8Array | Uint8ClampedArray | Uint16Array | Uint32Array | Int16Array | Int32Array;

/** The pixels of one label. @throws MaskError when `labels` does not hold h * w values */
export function maskFromLabels(labels: LabelMap, size: SizeHw, label: number): Mask {
  const [h, w] = size;
  requirePixels(labels, size);
  const flips = TransitionList.shared(h, w);
  const lastRow = (h - 1) * w;
  for (let x = 0; x < w && h > 0; x++) {
    const before = x > 0 && labels[lastRow + x - 1] === label;
    if ((labels[x] === label) !== before) flips.add(x);
  }
  flips.endRow();
  for (let y = 1; y < h; y++) {
    flips.reserve(w);
    for (let x = 0, at = y * w; x < w; x++, at++) {
      if ((labels[at] === label) !== (labels[at - w] === label)) flips.add(x);
    }
    flips.endRow();
  }
  return new Mask([h, w], runsBetween(flips.columnMajor(), 0, flips.length, h * w));
}

/**
 * The mask of every label that occurs, in one pass over the picture; rising by label.
 * @param options.background label that gets no mask, default 0; `null` keeps all
 * @throws MaskError when `labels` does not hold h * w values
 */
export function masksFromLabels(
  labels: LabelMap,
  size: SizeHw,
  { background = 0 }: { background?: number | null } = {},
): Map<number, Mask> {
  const [h, w] = size;
  requirePixels(labels, size);
  const starts = runStarts(labels, h, w);
  const { slots, found } = slotOfRuns(labels, starts, h, w);
  const { bounds, firsts } = boundsBySlot(starts, slots, found.length, h * w);
  const masks = new Map<number, Mask>();
  for (const [slot, label] of [...found.entries()].sort(([, a], [, b]) => a - b)) {
    if (label === background) continue;
    masks.set(label, new Mask([h, w], runsBetween(bounds, 2 * firsts[slot]!, 2 * firsts[slot + 1]!, h * w)));
  }
  return masks;
}

/**
 * The row-major picture of indexed masks: 0 where no mask is set, else 1 + the position of the last mask set there.
 * @throws MaskError with more than 255 masks or masks of another size
 */
export function labelsFromMasks(masks: readonly Mask[], size: SizeHw): Uint8Array {
  if (masks.length > 255) throw new MaskError(`a picture of bytes cannot index ${masks.length} masks`);
  const frame = new Mask(size, Uint32Array.of(size[0] * size[1]));
  const labels = new Uint8Array(size[0] * size[1]);
  for (const [i, mask] of masks.entries()) {
    requireSameSize(frame, mask);
    paintMask(mask, labels, i + 1);
  }
  return labels;
}

/** Column-major positions where a run of one label starts, the first pixel included. */
function runStarts(labels: LabelMap, h: number, w: number): Uint32Array {
  const flips = TransitionList.shared(h, w);
  const lastRow = (h - 1) * w;
  for (let x = 0; x < w && h > 0; x++) {
    if (x === 0 || labels[lastRow + x - 1] !== labels[x]) flips.add(x);
  }
  flips.endRow();
  for (let y = 1; y < h; y++) {
    flips.reserve(w);
    for (let x = 0, at = y * w; x < w; x++, at++) if (labels[at] !== labels[at - w]) flips.add(x);
    flips.endRow();
  }
  return flips.columnMajor().subarray(0, flips.length);
}

/** Numbers the labels in order of appearance: `slots[i]` is the number of run i, `found[slot]` its label. */
function slotOfRuns(
  labels: LabelMap,
  starts: Uint32Array,
  h: number,
  w: number,
): { slots: Int32Array; found: number[] } {
  const slots = new Int32Array(starts.length);
  const slotOf = new Map<number, number>();
  for (let i = 0, x = 0; i < starts.length; i++) {
    while (starts[i]! >= (x + 1) * h) x++;
    const label = labels[(starts[i]! - x * h) * w + x]!;
    let slot = slotOf.get(label);
    if (slot === undefined) {
      slot = slotOf.size;
      slotOf.set(label, slot);
    }
    slots[i] = slot;
  }
  return { slots, found: [...slotOf.keys()] };
}

/** Start and end of every run, those of one slot together (a counting sort); a slot's runs begin at `firsts[slot]`. */
function boundsBySlot(
  starts: Uint32Array,
  slots: Int32Array,
  count: number,
  total: number,
): { bounds: Uint32Array; firsts: Uint32Array } {
  const firsts = new Uint32Array(count + 1);
  for (let i = 0; i < slots.length; i++) firsts[slots[i]! + 1]!++;
  for (let slot = 0; slot < count; slot++) firsts[slot + 1]! += firsts[slot]!;
  const next = firsts.slice();
  const bounds = new Uint32Array(2 * starts.length);
  for (let i = 0; i < starts.length; i++) {
    const at = 2 * next[slots[i]!]!++;
    bounds[at] = starts[i]!;
    bounds[at + 1] = i + 1 < starts.length ? starts[i + 1]! : total;
  }
  return { bounds, firsts };
}
