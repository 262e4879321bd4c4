import { openWorld, scenes } from '../../../core/bench/world/index.ts';
import type { WorldSetSettings, WorldVideo } from './contract.ts';

/** Seeds of the same scene in one set lie this far apart from those of the next set's seed. */
const seedStride = 100_000;

/** The videos of a set: scenes take turns, each turn has a seed of its own. */
export function listVideos({ seed, videos, fps, frames, scenes: names }: WorldSetSettings): WorldVideo[] {
  const lengths = new Map(scenes.map(({ name, frames: count }) => [name, count]));
  const digits = Math.max(4, String(videos - 1).length);
  return Array.from({ length: videos }, (_, i) => {
    const scene = names[i % names.length]!;
    const own = (seed * seedStride + Math.floor(i / names.length) + 1) % 2_147_483_647;
    const whole = Math.max(1, Math.round(((lengths.get(scene) ?? openWorld(scene, 0).info.frames ?? 1) * fps) / 25));
    return {
      name: `${String(i).padStart(digits, '0')}-${scene}-${own}`,
      scene,
      seed: own,
      frames: Math.min(whole, frames ?? whole),
    };
  });
}
