import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, toError } from '../../../core/base/index.ts';
import { writeAtomically } from '../../media/atomic-file.ts';
import { assemble } from './assemble.ts';
import { goldFileSchema, maskFileSchema, type WorldSet, type WorldSetSettings, worldSetSchema } from './contract.ts';
import { listVideos } from './list-videos.ts';
import { makeVideo } from './make-video.ts';
import { makeOnThreads } from './video-threads.ts';

export interface GenerateOptions {
  /** Folder of the set; one that was begun with the same settings is gone on with. */
  readonly dir: string;
  readonly settings: WorldSetSettings;
  /** Threads. @default 1 */
  readonly jobs?: number;
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Draws a set of worlds and asks about them. Whoever stops at any moment loses at most the videos that were being made;
 * the files are the same from the same settings, however many threads made them and however often it was stopped.
 * @returns how many questions it has. @throws InputError when the folder holds another set
 */
export async function generateWorldSet({
  dir,
  settings,
  jobs = 1,
  progress,
  signal,
}: GenerateOptions): Promise<number> {
  await mkdir(dir, { recursive: true });
  const videos = listVideos(settings);
  await claim(dir, { version: 1, settings, videos });
  const open: { video: (typeof videos)[number]; index: number }[] = [];
  for (const [index, video] of videos.entries()) if (!(await isWhole(dir, video.name))) open.push({ video, index });
  let finished = videos.length - open.length;
  progress?.(finished, videos.length);
  const done = () => progress?.(++finished, videos.length);
  if (jobs > 1) await makeOnThreads(dir, settings, open, { jobs, done, ...(signal && { signal }) });
  else
    for (const { video, index } of open) {
      await makeVideo(dir, settings, video, index, signal);
      done();
    }
  return assemble(dir, settings, videos);
}

/** Writes `world.json`, or checks that the one that is there says the same. */
async function claim(dir: string, set: WorldSet): Promise<void> {
  const file = join(dir, 'world.json');
  if (!existsSync(file)) return writeAtomically(file, `${JSON.stringify(set, null, 1)}\n`);
  const remedy = 'Give another folder with --out.';
  let before: WorldSet;
  try {
    before = worldSetSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (thrown) {
    throw new InputError(`${file} is broken: ${toError(thrown).message}`, { remedy });
  }
  if (JSON.stringify(before) !== JSON.stringify(worldSetSchema.parse(set)))
    throw new InputError(`${file} belongs to a set with other settings`, { remedy });
}

async function isWhole(dir: string, name: string): Promise<boolean> {
  try {
    goldFileSchema.parse(JSON.parse(await readFile(join(dir, 'gold', `${name}.json`), 'utf8')));
    maskFileSchema.parse(JSON.parse(await readFile(join(dir, 'masks', `${name}.json`), 'utf8')));
    return true;
  } catch {
    return false;
  }
}
