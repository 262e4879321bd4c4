import { join } from 'node:path';
import { InputError } from '../../../core/base/index.ts';
import { type Mask, maskFromLabels, unionAll } from '../../../core/masks/index.ts';
import { readIndexedPng } from '../../media/index.ts';
import type { AnnotatedFrame, MediaItem } from './contract.ts';

/** Frames with ground truth, in order, with the ids that were looked for in each. */
export function truthFrames({ gt, frames, objects }: MediaItem): readonly AnnotatedFrame[] {
  if (gt === undefined) return [];
  if (gt.frames !== 'all') return [...gt.frames].sort((a, b) => a.frame - b.frame);
  const annotated = objects.map(({ id }) => id);
  return Array.from({ length: gt.file === undefined ? frames : 1 }, (_, frame) => ({ frame, annotated }));
}

/** The PNG of a frame's ground truth, relative to the folder. */
export function truthFile({ gt }: MediaItem, frame: number): string {
  return gt?.file ?? `${gt?.dir}/${String(frame).padStart(5, '0')}.png`;
}

/**
 * Union of some objects in a frame's ground truth.
 * @throws InputError when the PNG has another size than the item
 */
export async function truthMask(dir: string, item: MediaItem, frame: number, ids: readonly number[]): Promise<Mask> {
  const file = join(dir, truthFile(item, frame));
  const { labels, width, height } = await readIndexedPng(file);
  if (width !== item.width || height !== item.height) {
    throw new InputError(`${file} is ${width}x${height}, but ${item.id} is ${item.width}x${item.height}`);
  }
  const size = [height, width] as const;
  return unionAll(
    ids.map((id) => maskFromLabels(labels, size, id)),
    size,
  );
}
