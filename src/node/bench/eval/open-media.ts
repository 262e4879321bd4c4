import { worldSource } from '../../../core/bench/index.ts';
import type { FrameSource } from '../../../core/media/index.ts';
import { openPictures, openSource } from '../../media/index.ts';
import type { SampleMedia } from '../datasets/index.ts';
import type { EvalSettings } from './contract.ts';

/** Opens what a sample is about. A world's frames are black where nobody looks at them: neither specialists nor a gallery. */
export async function openMedia(
  media: SampleMedia,
  { perception, gallery }: Pick<EvalSettings, 'perception' | 'gallery'>,
  signal?: AbortSignal,
): Promise<FrameSource> {
  if (media.type === 'image' || media.type === 'video') return openSource(media.path, {}, signal);
  const { paths, fps } = media;
  if (media.type === 'frames') return openPictures(paths![0] ?? 'a video', paths!, { fps }, signal);
  const { scene, seed, width, height, frames } = media;
  const drawn = perception === 'builtin' || gallery === true;
  if (drawn && paths !== null) return openPictures(paths[0]!, paths, { fps }, signal);
  return worldSource(scene, seed, { width, height, fps, frames, picture: drawn });
}
