import { join } from 'node:path';
import { paintMask } from '../../core/masks/index.ts';
import type { Frame, FrameObjectMask, FrameSink } from '../../core/media/index.ts';
import { writeIndexedPng } from './indexed-png.ts';

/** A sink of label pictures that tells which label stands for which track. */
export interface MaskPngSink extends FrameSink {
  /** Track id -> pixel value 1..255, in order of first appearance; stays the same over the whole stream. */
  readonly indexes: ReadonlyMap<number, number>;
  /** The pixel value of a track, undefined where it has none. */
  readonly indexOfId: (id: number) => number | undefined;
  /** Ids that came when all 255 values were taken: they are in no picture. */
  readonly leftOut: ReadonlySet<number>;
}

/**
 * Writes `00000.png` and so on, named by frame index, into a folder: 8-bit indexed, DAVIS palette, pixel = 0 or the
 * index of the object. Where objects overlap the higher score is on top. Each file appears when it is whole.
 */
export function maskPngSink(folder: string): MaskPngSink {
  const indexes = new Map<number, number>();
  const leftOut = new Set<number>();
  let labels = new Uint8Array(0);
  return {
    indexes,
    indexOfId: (id) => indexes.get(id),
    leftOut,
    async write({ width, height, index }: Frame, objects: readonly FrameObjectMask[]) {
      if (labels.length !== width * height) labels = new Uint8Array(width * height);
      labels.fill(0);
      for (const { id } of objects) giveIndex(id, indexes, leftOut);
      for (const { id, mask } of bottomToTop(objects)) {
        const label = indexes.get(id);
        if (label !== undefined) paintMask(mask, labels, label);
      }
      await writeIndexedPng(join(folder, frameFileName(index)), { labels, width, height });
    },
    async close() {},
  };
}

/** `00000.png`: five digits or more, so that names sort. */
export const frameFileName = (index: number): string => `${String(index).padStart(5, '0')}.png`;

function giveIndex(id: number, indexes: Map<number, number>, leftOut: Set<number>): void {
  if (indexes.has(id)) return;
  if (indexes.size < 255) indexes.set(id, indexes.size + 1);
  else leftOut.add(id);
}

const bottomToTop = (objects: readonly FrameObjectMask[]): FrameObjectMask[] =>
  [...objects].sort((a, b) => a.score - b.score || b.id - a.id);
