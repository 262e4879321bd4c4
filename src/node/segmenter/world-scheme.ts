import { openWorld, parseWorldPath } from '../../core/bench/world/index.ts';
import type { FrameSource } from '../../core/media/contract.ts';
import type { OpenSourceOptions } from '../media/index.ts';

/** Opens `world:SCENE:SEED`: a scene that twinseg draws itself, each frame when it is asked for. */
export async function openWorldScheme(rest: string, options: OpenSourceOptions): Promise<FrameSource> {
  const { scene, seed } = parseWorldPath(`world:${rest}`);
  const world = openWorld(scene, seed, options.fps === undefined ? {} : { fps: options.fps });
  const { start = 0, every = 1 } = options;
  const end = Math.min(options.end ?? Number.POSITIVE_INFINITY, world.info.frames!);
  let closed = false;
  return {
    info: { ...world.info, frames: Math.max(0, Math.ceil((end - start) / every)) },
    dropped: 0,
    async *[Symbol.asyncIterator]() {
      for (let index = start; index < end && !closed; index += every) yield world.frame(index);
    },
    close: async () => {
      closed = true;
    },
  };
}
