import { InputError } from '../base/errors.ts';
import type { FrameSource, SourceInfo } from '../media/contract.ts';
import type { Plan, Planner, SpecialistCard } from '../plan/contract.ts';
import { planQuery } from '../plan/plan-query.ts';
import type { ProgramSandbox } from '../reason/contract.ts';
import type { StreamInfo } from '../specialists/contract.ts';
import type { SpecialistRegistry } from '../specialists/registry.ts';
import type { ImageAnswer } from './answer.ts';
import { type StreamOptions, StreamSession } from './stream-session.ts';
import { VideoRun } from './video-run.ts';

/** The parts a Segmenter is made of; each can be replaced. */
export interface SegmenterParts {
  readonly specialists: SpecialistRegistry;
  readonly planner: Planner;
  readonly sandbox: ProgramSandbox;
}

/** How a source is answered. */
export interface SegmentOptions extends StreamOptions {
  /** Same input, same seed, same output. @default 0 */
  readonly seed?: number;
  /** Ids of the specialists that plans may use; all registered ones by default. */
  readonly use?: readonly string[];
  /** Plans made beforehand, one a query, instead of asking the planner. */
  readonly plans?: readonly Plan[];
}

/** An open source, or how to open it when it is needed. */
export type SourceToOpen = FrameSource | (() => Promise<FrameSource>);

/** Answers pictures and streams with masks. Its parts come from outside; `twinseg` (the Node entry) wires the built-in ones. */
export class Segmenter {
  readonly #parts: SegmenterParts;

  constructor(parts: SegmenterParts) {
    this.#parts = parts;
  }

  /** What planners are told of the specialists, or of those named in `use`. @throws MissingError for an unknown id */
  cards(use?: readonly string[]): readonly SpecialistCard[] {
    return use === undefined ? this.#parts.specialists.cards() : use.map((id) => this.#parts.specialists.card(id));
  }

  /** Plans a query for a kind of source, without reading it. */
  async plan(
    query: string,
    source: { still: boolean; live: boolean },
    options: Pick<SegmentOptions, 'use' | 'signal'> = {},
  ): Promise<{ plan: Plan; warnings: readonly string[] }> {
    requireQuery(query);
    return planQuery(
      { query, source, specialists: this.cards(options.use) },
      {
        planner: this.#parts.planner,
        signal: options.signal,
      },
    );
  }

  /** Answers the first frame of a source, as a picture. The source is closed. */
  async image(
    source: SourceToOpen,
    query: string | readonly string[],
    options: SegmentOptions = {},
  ): Promise<ImageAnswer> {
    const run = this.#run(source, query, options, true);
    const { source: info, plans, warnings } = await run.ready();
    for await (const answer of run) {
      const frame = answer.frame.clone();
      return {
        ...answer,
        frame,
        warnings: [...warnings, ...answer.warnings],
        source: info,
        plans,
        summary: run.summary(),
      };
    }
    throw new InputError(`${info.path}: there is no picture in it`);
  }

  /**
   * Answers the source's frames as they are asked for; nothing is opened before that. The source is closed when the
   * loop ends. A source that is one picture is answered as one.
   */
  video(source: SourceToOpen, query: string | readonly string[], options: SegmentOptions = {}): VideoRun {
    return this.#run(source, query, options, false);
  }

  /** Frees models and sandbox. */
  async close(): Promise<void> {
    await this.#parts.sandbox.close();
    await this.#parts.specialists.dispose();
  }

  #run(source: SourceToOpen, query: string | readonly string[], options: SegmentOptions, picture: boolean): VideoRun {
    return new VideoRun(async () => {
      const frames = typeof source === 'function' ? await source() : source;
      try {
        const still = picture || frames.info.kind === 'image';
        const { plans, warnings } = await this.#plans(query, { still, live: frames.info.kind === 'live' }, options);
        const session = await this.#open(frames.info, still, plans, options);
        const said = session.warn([...warnings, ...plans.flatMap(uncheckedWarnings)]);
        return { frames, session, source: frames.info, plans, warnings: said };
      } catch (thrown) {
        await frames.close();
        throw thrown;
      }
    }, options.signal);
  }

  async #plans(query: string | readonly string[], source: { still: boolean; live: boolean }, options: SegmentOptions) {
    const queries = typeof query === 'string' ? [query] : query;
    if (queries.length === 0)
      throw new InputError('no query was given', { remedy: 'ask for something: "the red mug"' });
    if (options.plans !== undefined) return { plans: options.plans, warnings: [] };
    const planned = await Promise.all(queries.map((text) => this.plan(text, source, options)));
    return { plans: planned.map(({ plan }) => plan), warnings: planned.flatMap(({ warnings }) => warnings) };
  }

  #open(info: SourceInfo, still: boolean, plans: readonly Plan[], options: SegmentOptions): Promise<StreamSession> {
    const stream: StreamInfo = {
      width: info.width,
      height: info.height,
      fps: info.fps,
      still,
      seed: options.seed ?? 0,
    };
    const { specialists, sandbox } = this.#parts;
    return StreamSession.open(
      stream,
      plans,
      { findSpecialist: (id) => specialists.get(id), registered: this.cards(options.use).length, sandbox },
      options,
    );
  }
}

function requireQuery(query: string): void {
  if (query.trim() === '') throw new InputError('the query is empty', { remedy: 'ask for something: "the red mug"' });
  if (query.length > 2000) {
    throw new InputError(`the query has ${query.length} characters; 2000 is the limit`, {
      remedy: 'ask a shorter question',
    });
  }
}

/** What the answer could not check, in words for the user. */
function uncheckedWarnings(plan: Plan): string[] {
  return plan.unchecked.map(({ word, why, remedy }) =>
    why === 'cannot-check' ? `"${word}" could not be checked: ${remedy}` : `"${word}" was not understood: ${remedy}`,
  );
}
