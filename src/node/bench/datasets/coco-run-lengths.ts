import { z } from 'zod';
import type { SizeHw } from '../../../core/base/geometry.ts';
import { InputError, toError } from '../../../core/base/index.ts';
import { type Mask, maskFromCoco, maskFromPolygon } from '../../../core/masks/index.ts';
import type { DataFolder } from './data-folder.ts';

/** Most pixels of a picture in a data set: those of any that is decoded. */
const maxPixels = 100_000_000;

/** Refuses sizes whose pixels no memory holds. @throws InputError */
export function requirePictureSize([height, width]: SizeHw): void {
  if (height * width > maxPixels)
    throw new InputError(`${height} x ${width} pixels (height x width) are more than the limit of ${maxPixels}`);
}

/** Height or width of a picture, px. */
export const sideSchema = z.number().int().min(1).max(maxPixels);

/** A mask as COCO writes it; what is inside is checked when it is decoded. */
export const runLengthsSchema = z.object({
  size: z.tuple([z.number(), z.number()]),
  counts: z.union([z.string(), z.array(z.number())]),
});
export type RunLengths = z.infer<typeof runLengthsSchema>;

/** The list of pictures in a file of COCO's form; sizes in px. */
export const imagesSchema = z.array(
  z
    .object({ id: z.number(), file_name: z.string(), height: sideSchema, width: sideSchema })
    .refine(({ height, width }) => height * width <= maxPixels, `more than ${maxPixels} pixels`),
);

/** What an annotation covers: polygons, `[x, y, x, y ...]` in px each, or run lengths. */
export const segmentationSchema = z.union([z.array(z.array(z.number())), runLengthsSchema]);
export type Segmentation = z.infer<typeof segmentationSchema>;

/** A mask a polygon, or the one of the run lengths. @throws MaskError when it is broken */
export function segmentationParts(segmentation: Segmentation, size: SizeHw): Mask[] {
  return Array.isArray(segmentation)
    ? segmentation.map((points) => maskFromPolygon(points, size))
    : [decodeMask(segmentation)];
}

/** The mask. @throws MaskError when it is broken, InputError when it is too large */
export function decodeMask(value: RunLengths): Mask {
  requirePictureSize(value.size);
  return maskFromCoco(value);
}

/** The mask, or null and a problem. */
export function decodeNoted(folder: DataFolder, path: string, value: RunLengths): Mask | null {
  try {
    return decodeMask(value);
  } catch (thrown) {
    folder.note(path, toError(thrown).message);
    return null;
  }
}
