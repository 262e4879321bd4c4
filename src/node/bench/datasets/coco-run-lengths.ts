import { z } from 'zod';
import { toError } from '../../../core/base/index.ts';
import { type Mask, maskFromCoco } from '../../../core/masks/index.ts';
import type { DataFolder } from './data-folder.ts';

/** A mask as COCO writes it; what is inside is checked when it is decoded. */
export const runLengthsSchema = z.object({
  size: z.tuple([z.number(), z.number()]),
  counts: z.union([z.string(), z.array(z.number())]),
});
export type RunLengths = z.infer<typeof runLengthsSchema>;

/** The mask, or null and a problem. */
export function decodeNoted(folder: DataFolder, path: string, value: RunLengths): Mask | null {
  try {
    return maskFromCoco(value);
  } catch (thrown) {
    folder.note(path, toError(thrown).message);
    return null;
  }
}
