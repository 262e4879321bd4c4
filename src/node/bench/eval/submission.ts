import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeMaskPicture } from '../../media/index.ts';
import type { MaskWriter } from './note-answer.ts';

/**
 * Writes the masks of every frame as the servers of MeViS, Ref-YouTube-VOS and ReVOS take them: `DIR/VIDEO/EXP/FRAME.png`,
 * grey, 0 and 255; for pictures `DIR/ID.png`.
 */
export function submissionWriter(dir: string): MaskWriter {
  return async ({ id, media }, frame, mask) => {
    const name = media.type === 'frames' ? `${safe(id)}/${media.names[frame]}` : safe(id);
    const path = join(dir, `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    await writeMaskPicture(path, mask);
  };
}

/** Ids come from the data set: no step of them leads out of the folder. */
const safe = (id: string): string =>
  id
    .split(/[/\\]/)
    .map((step) => (/^\.*$/.test(step) ? '_' : step))
    .join('/');
