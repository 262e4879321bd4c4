import type { FrameSource } from '../../core/media/contract.ts';
import type { ImageAnswer } from '../../core/pipelines/answer.ts';
import { Segmenter, type SegmenterParts, type SegmentOptions } from '../../core/pipelines/segmenter.ts';
import type { VideoRun } from '../../core/pipelines/video-run.ts';
import type { Planner } from '../../core/plan/contract.ts';
import { rulePlanner } from '../../core/plan/index.ts';
import { classicalSpecialists } from '../../core/specialists/classical/index.ts';
import type { Specialist } from '../../core/specialists/contract.ts';
import { SpecialistRegistry } from '../../core/specialists/registry.ts';
import { type OpenSourceOptions, openSource } from '../media/index.ts';
import { quickJsSandbox } from '../sandbox/index.ts';
import { wordNetWords } from '../words/index.ts';
import { openWorldScheme } from './world-scheme.ts';

/** Parts and settings; the built-in ones by default. */
export interface NodeSegmenterOptions extends Partial<SegmenterParts> {
  /** Long side, px, at which the built-in specialists work. @default 640 for a picture, 480 for a stream */
  readonly workingLongSide?: number;
  /** Specialists beside the built-in ones. */
  readonly extraSpecialists?: readonly Specialist[];
  readonly planner?: Planner;
  /** Puts a planner around the one in use, built-in or given: it may change the plans. */
  readonly aroundPlanner?: (planner: Planner) => Planner;
}

/** How a named source is opened and answered. */
export type NodeSegmentOptions = SegmentOptions & { readonly source?: OpenSourceOptions };

/** What a source is: a path, a URL, `camera:0`, `world:SCENE:SEED`, `-` for standard input, or an open source. */
export type SourceLike = string | FrameSource;

/** The Segmenter with sources by name: files, folders, cameras, streams, rendered worlds. */
export class NodeSegmenter {
  /** The same without files: for sources of your own, and for planning. */
  readonly core: Segmenter;

  constructor(core: Segmenter) {
    this.core = core;
  }

  /** Opens a source without answering anything. */
  open(source: SourceLike, options: NodeSegmentOptions = {}): Promise<FrameSource> {
    if (typeof source !== 'string') return Promise.resolve(source);
    return openSource(
      source,
      { ...options.source, schemes: { ...sourceSchemes, ...options.source?.schemes } },
      options.signal,
    );
  }

  /** Answers one picture (the first frame of a source). */
  async image(
    source: SourceLike,
    query: string | readonly string[],
    options: NodeSegmentOptions = {},
  ): Promise<ImageAnswer> {
    return this.core.image(() => this.open(source, options), query, options);
  }

  /** Answers a stream frame by frame, as its frames are asked for. */
  video(source: SourceLike, query: string | readonly string[], options: NodeSegmentOptions = {}): VideoRun {
    return this.core.video(() => this.open(source, options), query, options);
  }

  /** Frees models and sandbox. */
  close(): Promise<void> {
    return this.core.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

const sourceSchemes: OpenSourceOptions['schemes'] = { world: openWorldScheme };

/** The product in one call: built-in specialists, rule planner, sandboxed programs. Each part can be replaced. */
export async function createSegmenter(options: NodeSegmenterOptions = {}): Promise<NodeSegmenter> {
  const { workingLongSide, extraSpecialists = [], aroundPlanner = (planner) => planner } = options;
  const specialists = options.specialists ?? builtInRegistry(workingLongSide, extraSpecialists);
  return new NodeSegmenter(
    new Segmenter({
      specialists,
      planner: aroundPlanner(options.planner ?? rulePlanner({ words: wordNetWords() })),
      sandbox: options.sandbox ?? quickJsSandbox(),
    }),
  );
}

function builtInRegistry(workingLongSide: number | undefined, extra: readonly Specialist[]): SpecialistRegistry {
  const registry = new SpecialistRegistry();
  const classical = classicalSpecialists(workingLongSide === undefined ? {} : { workingLongSide });
  for (const specialist of [...classical, ...extra]) registry.register(specialist);
  return registry;
}
