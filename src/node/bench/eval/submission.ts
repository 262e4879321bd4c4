import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '../../../core/base/index.ts';
import { writeMaskPicture } from '../../media/index.ts';
import type { MaskWriter } from './note-answer.ts';

/**
 * Writes the masks of every frame as the servers of MeViS, Ref-YouTube-VOS and ReVOS take them: `DIR/VIDEO/EXP/FRAME.png`,
 * grey, 0 and 255; for pictures `DIR/ID.png`.
 */
export function submissionWriter(dir: string): MaskWriter {
  return async ({ id, media }, frame, mask) => {
    const path = join(dir, `${safe(media.type === 'frames' ? `${id}/${media.names[frame]}` : id)}.png`);
    await mkdir(dirname(path), { recursive: true });
    await writeMaskPicture(path, mask);
  };
}

/** Longest step of a path that file systems take, bytes, less the ending. */
const maxStep = 250;

/** Ids and frames' names come from the data set: no step of them leads out of the folder. @throws InputError for no file's name */
function safe(name: string): string {
  const steps = name.split(/[/\\]/).map((step) => (/^\.*$/.test(step) ? '_' : step));
  if (name.includes('\0') || steps.some((step) => Buffer.byteLength(step) > maxStep))
    throw new InputError(`${JSON.stringify(name.slice(0, 80))} cannot be the name of a file of masks`);
  return steps.join('/');
}
