import { z } from 'zod';
import type { SizeHw } from '../../../core/base/geometry.ts';
import { toError } from '../../../core/base/index.ts';
import { emptyMask, type Mask, unionAll } from '../../../core/masks/index.ts';
import { decodeMask, type RunLengths, requirePictureSize, runLengthsSchema, sideSchema } from './coco-run-lengths.ts';
import type { DataSetReader, FrameTruth, Sample, SampleTruth } from './contract.ts';
import { DataFolder } from './data-folder.ts';

const ids = z.union([z.array(z.number()), z.array(z.string()), z.string(), z.number()]);
const expressionSchema = z.object({
  exp: z.string(),
  obj_id: ids.optional(),
  anno_id: z.array(z.union([z.number(), z.string()])).optional(),
  type_id: z.number().optional(),
  category: z.string().optional(),
  level: z.number().optional(),
});
export const expressionsSchema = z.object({
  videos: z.record(
    z.string(),
    z.object({
      height: sideSchema.optional(),
      width: sideSchema.optional(),
      fps: z.number().positive().optional(),
      frames: z.array(z.string()),
      expressions: z.record(z.string(), expressionSchema),
    }),
  ),
});
type Expressions = z.infer<typeof expressionsSchema>;
type VideoInfo = Expressions['videos'][string];
type Expression = VideoInfo['expressions'][string];

const maskDictSchema = z.record(z.string(), z.array(z.union([runLengthsSchema, z.null()])));
type MaskDict = z.infer<typeof maskDictSchema>;
const foregroundSchema = z.record(z.string(), z.object({ masks_rle: z.array(z.union([runLengthsSchema, z.null()])) }));

/** Where the files of a data set in this layout lie, by split. */
export interface ExpressionLayout {
  readonly name: string;
  readonly summary: string;
  readonly splits: readonly string[];
  files(split: string): { meta: string; frames: string; masks?: string; foreground?: string };
  /** Frames a second where the file does not say. */
  readonly fps: number;
}

/**
 * A reader of the layout that ReVOS, MeViS and their kin share: `meta` lists videos, frames and expressions, `masks` has
 * one list of run lengths an annotation. Without masks only a server can score it.
 */
export function expressionReader(layout: ExpressionLayout): DataSetReader {
  return {
    name: layout.name,
    summary: layout.summary,
    splits: layout.splits,
    async read(root, options = {}) {
      const folder = DataFolder.open(root, options);
      const { split = layout.splits[0]! } = options;
      const files = layout.files(split);
      const { videos } = await folder.index(files.meta, expressionsSchema);
      const masks = files.masks === undefined ? null : await folder.json(files.masks, maskDictSchema);
      const foreground = files.foreground === undefined ? null : await folder.json(files.foreground, foregroundSchema);
      const place = { frames: files.frames, fps: layout.fps };
      const samples = samplesOfVideos(folder, Object.entries(videos), place, ({ video, info, id, expression }) => ({
        ...cellOf(expression),
        truth:
          masks === null
            ? null
            : truthOf(folder, `${video}/${id}`, expression, info, masks, foreground?.[video]?.masks_rle),
      }));
      return { name: layout.name, samples, problems: folder.problems };
    },
  };
}

/** One expression of one video, with their ids. */
interface Asked {
  readonly video: string;
  readonly info: VideoInfo;
  readonly id: string;
  readonly expression: Expression;
}

/**
 * A sample an expression, `VIDEO/EXPRESSION`; videos that lack a frame are left out.
 * @param place the folder of the videos' frames, and frames a second where a video does not say
 */
export function samplesOfVideos(
  folder: DataFolder,
  videos: readonly (readonly [string, VideoInfo])[],
  { frames, fps }: { readonly frames: string; readonly fps: number },
  sampleOf: (asked: Asked) => Pick<Sample, 'kind' | 'level' | 'tags' | 'truth'>,
): Sample[] {
  return videos.flatMap(([video, info]) => {
    const paths = framePaths(folder, `${frames}/${video}`, info.frames);
    if (paths === null) return [];
    const media = { type: 'frames', names: info.frames, paths, fps: info.fps ?? fps } as const;
    return Object.entries(info.expressions).map(([id, expression]): Sample => {
      const query = expression.exp.replace(/\s+/g, ' ').trim();
      return { id: `${video}/${id}`, query, media, ...sampleOf({ video, info, id, expression }) };
    });
  });
}

const noTags: Sample['tags'] = {};

function cellOf({ category, level, type_id }: Expression) {
  return {
    ...(category === undefined ? {} : { kind: category }),
    ...(level === undefined ? {} : { level }),
    tags: type_id === undefined ? noTags : { type_id },
  };
}

/** Paths of all frames, JPEG or PNG; null (and a problem) where one is missing. */
function framePaths(folder: DataFolder, dir: string, frames: readonly string[]): string[] | null {
  const before = folder.problems.length;
  const paths = frames.map((frame) => {
    const ending = folder.has(`${dir}/${frame}.png`) ? 'png' : 'jpg';
    return folder.media(`${dir}/${frame}.${ending}`) ?? '';
  });
  return folder.problems.length > before ? null : paths;
}

function truthOf(
  folder: DataFolder,
  at: string,
  { anno_id = [] }: Expression,
  info: VideoInfo,
  masks: MaskDict,
  foreground: readonly (RunLengths | null)[] | undefined,
): SampleTruth | null {
  const missing = anno_id.filter((id) => masks[String(id)] === undefined);
  if (missing.length > 0) {
    folder.note(at, `annotation ${missing.join(', ')} has no masks`);
    return null;
  }
  const lists = anno_id.map((id) => masks[String(id)]!);
  const size = sizeOf([...lists, ...(foreground === undefined ? [] : [foreground])]) ?? statedSize(info);
  if (size === null) return null;
  try {
    requirePictureSize(size);
  } catch (thrown) {
    folder.note(at, toError(thrown).message);
    return null;
  }
  return {
    frames: info.frames.map((_, i) => i),
    read: async (i) => frameTruth(lists, foreground, i, size),
  };
}

/** An expression that means nothing can be scored where the video says how large it is. */
const statedSize = ({ height, width }: VideoInfo): SizeHw | null =>
  height === undefined || width === undefined ? null : [height, width];

/** Size of the first mask there is. */
function sizeOf(lists: readonly (readonly (RunLengths | null)[])[]): SizeHw | null {
  return lists.flat().find((mask) => mask !== null)?.size ?? null;
}

function frameTruth(
  lists: readonly (readonly (RunLengths | null)[])[],
  foreground: readonly (RunLengths | null)[] | undefined,
  frame: number,
  size: SizeHw,
): FrameTruth {
  const parts = lists.flatMap((list) => (list[frame] ? [decodeMask(list[frame])] : []));
  const mask: Mask = parts.length === 0 ? emptyMask(size) : unionAll(parts, size);
  if (foreground === undefined) return { mask, parts };
  const all = foreground[frame];
  return { mask, parts, foreground: all ? decodeMask(all) : emptyMask(size) };
}
