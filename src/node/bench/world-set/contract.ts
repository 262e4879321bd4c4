import { z } from 'zod';
import { runLengthsSchema } from '../datasets/coco-run-lengths.ts';

/** How a set of worlds was made; the same settings give the same files. */
export const worldSetSettingsSchema = z.object({
  /** Seed of the whole set. */
  seed: z.number().int().nonnegative(),
  /** How many videos. */
  videos: z.number().int().positive(),
  /** Questions a video, at most. */
  questions: z.number().int().positive(),
  /** px */
  width: z.number().int().min(16).max(8192),
  height: z.number().int().min(16).max(8192),
  fps: z.number().positive(),
  /** Frames of a video, at most; its scene's own length where that is shorter. */
  frames: z.number().int().positive().optional(),
  /** Scenes that take turns. */
  scenes: z.array(z.string()).min(1),
  /** What is written beside the questions and their masks. */
  pictures: z.boolean(),
  depth: z.boolean(),
  labels: z.boolean(),
  twin: z.boolean(),
});
export type WorldSetSettings = z.infer<typeof worldSetSettingsSchema>;

/** Frames of a video that a file may claim: a reader lists them one by one. */
const mostFrames = 100_000;

/** One video of a set. */
export const worldVideoSchema = z.object({
  name: z.string().regex(/^[a-z0-9-]+$/),
  scene: z.string(),
  seed: z.number().int().nonnegative(),
  frames: z.number().int().positive().max(mostFrames),
});
export type WorldVideo = z.infer<typeof worldVideoSchema>;

/** `world.json`. */
export const worldSetSchema = z.object({
  version: z.literal(1),
  settings: worldSetSettingsSchema,
  videos: z.array(worldVideoSchema),
});
export type WorldSet = z.infer<typeof worldSetSchema>;

const spanSchema = z.object({ from: z.number().int().nonnegative(), ids: z.array(z.number().int()) });

/** One question in `gold/VIDEO.json`; plan, program and chain are for those who train. */
export const goldRecordSchema = z.object({
  form: z.string(),
  text: z.string(),
  kind: z.enum(['semantic', 'spatial', 'temporal']),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  steps: z.array(z.object({ op: z.string(), text: z.string() })),
  program: z.string(),
  plan: z.unknown(),
  answers: z.array(spanSchema),
  unclear: z.array(z.number().int()),
  absent: z.boolean(),
  shifts: z.boolean(),
  implicit: z.boolean(),
});

/** `gold/VIDEO.json`: written last, so a video that has one is whole. */
export const goldFileSchema = z.object({ video: z.string(), questions: z.array(goldRecordSchema) });

/** `masks/VIDEO.json`: for each question a mask a frame, null where nothing of the answer can be seen. */
export const maskFileSchema = z.object({ masks: z.array(z.array(z.union([runLengthsSchema, z.null()]))) });
export type MaskFile = z.infer<typeof maskFileSchema>;

/** `00000`, `00001` ...: what the frames of a video are called. */
export const frameNames = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => String(i).padStart(5, '0'));
