import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Mask, resizeMaskSoft } from '../../../core/masks/index.ts';
import { type Frame, fitLongSide, type Rgb, resizeRgb } from '../../../core/media/index.ts';
import { fillMask, OutlinePainter } from '../../../core/media/mask-outline.ts';
import { encodeJpeg } from '../../media/index.ts';

/** Colours of the pictures, which stay apart for the colour-blind (Okabe and Ito): the answer's fill, the truth's outline. */
export const galleryColors = { answer: [230, 159, 0], truth: [86, 180, 233] } as const satisfies Record<string, Rgb>;

const [longSide, mostPictures] = [320, 3];

/** The frames of a sample that are shown: at most three, spread evenly over those that have a truth. */
export function galleryFrames(scored: readonly number[]): number[] {
  const count = Math.min(mostPictures, scored.length);
  return Array.from({ length: count }, (_, k) => scored[Math.floor(((k + 0.5) * scored.length) / count)]!);
}

/** `gallery/NNNNNN-k.jpg` in the folder of an evaluation: picture `k` of the sample with this number. */
export function galleryPath(dir: string, sample: number, k: number): string {
  return join(dir, 'gallery', `${String(sample).padStart(6, '0')}-${k}.jpg`);
}

/** One frame to be shown. Masks have the frame's size. */
export interface GalleryPicture {
  readonly frame: Pick<Frame, 'width' | 'height' | 'data'>;
  readonly truth: Mask;
  readonly answer: Mask;
}

/**
 * Writes the answer as a fill and the truth as an outline over the frame, scaled to at most 320 px. Half a file may be left
 * when the machine stops: the sample has no result then, and the file is written again.
 */
export async function writeGalleryPicture(path: string, { frame, truth, answer }: GalleryPicture): Promise<void> {
  const { width, height } = fitLongSide(frame.width, frame.height, longSide);
  const data = resizeRgb(frame.data, frame.width, frame.height, width, height);
  const canvas = { width, height, data };
  fillMask(canvas, resizeMaskSoft(answer, [height, width]), galleryColors.answer, 0.55);
  new OutlinePainter(width, height).draw(canvas, resizeMaskSoft(truth, [height, width]), galleryColors.truth, 1.8);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await encodeJpeg(canvas));
}
