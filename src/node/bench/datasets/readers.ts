import { InputError } from '../../../core/base/index.ts';
import { cocoInstances, cocoPanoptic } from './coco.ts';
import type { DataSetReader } from './contract.ts';
import { davis2016, davis2017 } from './davis.ts';
import { jitStyle } from './jit-style.ts';
import { llmSeg40k } from './llm-seg-40k.ts';
import { mediaFolder } from './media-folder.ts';
import { meViS } from './mevis.ts';
import { reasonSeg } from './reasonseg.ts';
import { refDavis } from './ref-davis.ts';
import { refYoutubeVos } from './ref-youtube-vos.ts';
import { refCoco, refCocoG, refCocoPlus } from './refcoco.ts';
import { reVos } from './revos.ts';
import { twinWorld } from './twin-world.ts';

/** Every data set that can be read. */
export const readers: readonly DataSetReader[] = [
  reasonSeg,
  llmSeg40k,
  refCoco,
  refCocoPlus,
  refCocoG,
  reVos,
  meViS,
  refYoutubeVos,
  refDavis,
  davis2017,
  davis2016,
  jitStyle,
  twinWorld,
  cocoInstances,
  cocoPanoptic,
  mediaFolder,
];

/** @throws InputError that lists the known ones */
export function readerOf(name: string): DataSetReader {
  const reader = readers.find((known) => known.name === name);
  if (reader !== undefined) return reader;
  throw new InputError(`there is no reader for "${name}"`, {
    remedy: `Use one of: ${readers.map((known) => known.name).join(', ')}.`,
  });
}
