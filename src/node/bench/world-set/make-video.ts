import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { askQuestions, castOf, type GoldQuestion } from '../../../core/bench/questions/index.ts';
import { openWorld, type TruthObject, type World } from '../../../core/bench/world/index.ts';
import { type Mask, maskToCoco, unionAll } from '../../../core/masks/index.ts';
import type { TwinFrame } from '../../../core/twin/index.ts';
import { writeAtomically } from '../../media/atomic-file.ts';
import { encodeJpeg } from '../../media/rgb-jpeg.ts';
import { frameNames, type MaskFile, type WorldSetSettings, type WorldVideo } from './contract.ts';
import { depthPicture } from './depth-picture.ts';
import { labelPicture } from './label-picture.ts';

/** Quality of the pictures: what a good camera writes. */
const jpegQuality = 92;

/**
 * Draws one video and asks about it. Everything goes to files of its own; `gold/VIDEO.json` comes last, so that a video
 * that has one is whole. @returns the number of questions
 */
export async function makeVideo(
  dir: string,
  settings: WorldSetSettings,
  video: WorldVideo,
  index: number,
  signal?: AbortSignal,
): Promise<number> {
  const { width, height, fps, pictures } = settings;
  const world = openWorld(video.scene, video.seed, { width, height, fps, frames: video.frames, picture: pictures });
  const seen = await drawFrames(dir, settings, video, world, signal);
  const questions = await askQuestions(castOf(seen.map(({ twin }) => twin)), {
    seed: video.seed * 31 + 7,
    count: settings.questions,
    firstCell: (index * settings.questions) % 9,
  });
  await writeJson(join(dir, 'masks', `${video.name}.json`), masksOf(questions, seen, [height, width]));
  await writeJson(join(dir, 'gold', `${video.name}.json`), { video: video.name, questions });
  return questions.length;
}

/** What is kept of a frame after it has been written. */
interface SeenFrame {
  readonly twin: TwinFrame;
  readonly masks: ReadonlyMap<number, Mask>;
}

async function drawFrames(
  dir: string,
  settings: WorldSetSettings,
  { name, frames }: WorldVideo,
  world: World,
  signal?: AbortSignal,
): Promise<SeenFrame[]> {
  const folders = {
    JPEGImages: settings.pictures,
    Depth: settings.depth,
    Annotations: settings.labels,
    Parts: settings.labels,
  };
  for (const [folder, wanted] of Object.entries(folders))
    if (wanted) await mkdir(join(dir, folder, name), { recursive: true });
  const names = frameNames(frames);
  const seen: SeenFrame[] = [];
  for (let i = 0; i < frames; i++) {
    signal?.throwIfAborted();
    const { objects } = world.truth(i);
    const file = (folder: string, ending: string) => join(dir, folder, name, `${names[i]}.${ending}`);
    if (settings.depth) await writeAtomically(file('Depth', 'png'), await depthPicture(world.depth(i), settings));
    if (settings.labels) {
      const isPart = ({ partOf }: TruthObject) => partOf !== undefined;
      await writeAtomically(
        file('Annotations', 'png'),
        labelPicture(
          objects.filter((one) => !isPart(one)),
          settings,
        ),
      );
      await writeAtomically(file('Parts', 'png'), labelPicture(objects.filter(isPart), settings));
    }
    seen.push({ twin: world.twinFrame(i), masks: new Map(objects.map(({ id, mask }) => [id, mask])) });
    if (!settings.pictures) continue;
    const frame = world.frame(i);
    await writeAtomically(file('JPEGImages', 'jpg'), await encodeJpeg(frame, jpegQuality));
    frame.close();
  }
  if (settings.twin) {
    const lines = seen.map(({ twin }) => `${JSON.stringify(twin)}\n`).join('');
    await writeAtomically(join(dir, 'twin', `${name}.jsonl`), lines);
  }
  return seen;
}

/** The masks of each question's answer, frame by frame. */
function masksOf(
  questions: readonly GoldQuestion[],
  seen: readonly SeenFrame[],
  size: readonly [number, number],
): MaskFile {
  const masks = questions.map(({ answers }) =>
    seen.map((frame, i) => {
      const { ids } = answers.findLast(({ from }) => from <= i)!;
      const parts = ids.flatMap((id) => frame.masks.get(id) ?? []);
      const mask = unionAll(parts, size);
      if (mask.isEmpty) return null;
      const { size: written, counts } = maskToCoco(mask);
      return { size: [...written] as [number, number], counts };
    }),
  );
  return { masks };
}

const writeJson = (path: string, value: unknown): Promise<void> => writeAtomically(path, `${JSON.stringify(value)}\n`);
