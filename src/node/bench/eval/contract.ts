import { z } from 'zod';

/** What is evaluated and how; two runs with the same settings give the same results, timings aside. */
export const evalSettingsSchema = z.object({
  bench: z.string(),
  split: z.string().optional(),
  /** Only the first so many samples. */
  limit: z.number().int().positive().optional(),
  /** What sees: the built-in specialists, the truth, or the truth with seeded noise (worlds only). */
  perception: z.enum(['builtin', 'oracle', 'noisy']),
  planner: z.string(),
  /** Ids of the specialists that plans may use; all of them by default. */
  specialists: z.array(z.string()).optional(),
  /** Whether every frame is answered, as masks to hand in need it, or those up to the last one with a truth. */
  everyFrame: z.boolean(),
  /** Whether pictures of a few frames of each sample are kept (`gallery/`). */
  gallery: z.boolean().optional(),
  /** What was switched off or changed, each as `name` or `name=value` (docs/bench.md). */
  ablations: z.array(z.string()),
  seed: z.number().int(),
});
export type EvalSettings = z.infer<typeof evalSettingsSchema>;

const frameScoreSchema = z.object({
  frame: z.number().int(),
  j: z.number(),
  f: z.number(),
  /** Where J is below 0.5: nothing answered, something else, or something where nothing is meant. */
  fault: z.enum(['missing', 'other', 'extra']).optional(),
});

const shownFrameSchema = z.object({
  frame: z.number().int(),
  /** What each step of the program kept and dropped there, and why. */
  trace: z.array(z.string()),
});
export type ShownFrame = z.infer<typeof shownFrameSchema>;

/** How one sample went. */
export const sampleResultSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  query: z.string(),
  /** The same for samples about the same picture or video, which are not independent of each other. */
  group: z.number().int().optional(),
  kind: z.string().optional(),
  level: z.number().optional(),
  /** What sort of question it is, where the data set says so. */
  form: z.string().optional(),
  /** Each frame that has a truth; a frame that was never answered counts 0. */
  frames: z.array(frameScoreSchema),
  /** Means over these frames; null where nothing could be scored. */
  j: z.number().nullable(),
  f: z.number().nullable(),
  /** At most three scored frames to show; picture k of `gallery/` is the k-th of them. */
  shown: z.array(shownFrameSchema).optional(),
  /** Why nothing could be scored. */
  unscored: z.string().optional(),
  /** Frames that were answered, and those of them with any object. */
  answered: z.number().int(),
  withObjects: z.number().int(),
  warnings: z.array(z.string()),
  /** Specialist calls that fall to this query, and those of its whole group had everything run always. */
  calls: z.record(z.string(), z.number()),
  alwaysOnCalls: z.number(),
});
export type SampleResult = z.infer<typeof sampleResultSchema>;
export type FrameScore = z.infer<typeof frameScoreSchema>;

/** What differs from run to run, kept apart from the result. */
export const sampleTimingSchema = z.object({ id: z.string(), msPerFrame: z.number(), worstMs: z.number() });
export type SampleTiming = z.infer<typeof sampleTimingSchema>;

/** A result with its timing. */
export interface SampleOutcome {
  readonly result: SampleResult;
  readonly timing: SampleTiming;
}
