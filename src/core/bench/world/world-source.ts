import { InputError } from '../../base/errors.ts';
import type { FrameSource } from '../../media/contract.ts';
import type { WorldOptions } from './contract.ts';
import { scenes } from './scenes/index.ts';
import { openWorld } from './world.ts';

/** A scene as a source of frames; each is drawn when it is asked for. */
export function worldSource(scene: string, seed: number, options: WorldOptions = {}): FrameSource {
  const world = openWorld(scene, seed, options);
  let closed = false;
  return {
    info: world.info,
    dropped: 0,
    async *[Symbol.asyncIterator]() {
      for (const frame of world.frames()) {
        if (closed) return frame.close();
        yield frame;
      }
    },
    close: async () => {
      closed = true;
    },
  };
}

/**
 * Reads `world:SCENE:SEED`, `world:SCENE` (seed 0) and `world:SEED` (the scene follows from the seed).
 * @throws InputError on anything else
 */
export function parseWorldPath(path: string): { scene: string; seed: number } {
  const match = /^world:(?:([a-z][a-z0-9-]*))?:?(\d{1,9})?$/.exec(path);
  if (match === null || (match[1] === undefined && match[2] === undefined)) {
    throw new InputError(`"${path}" names no world`, { remedy: 'Write world:SCENE:SEED, such as world:tabletop:7.' });
  }
  const seed = Number(match[2] ?? 0);
  return { scene: match[1] ?? scenes[seed % scenes.length]!.name, seed };
}
