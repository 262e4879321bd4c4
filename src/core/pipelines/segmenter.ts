import { InputError } from '../base/errors.ts';
import type { FrameSource, SourceInfo } from '../media/contract.ts';
import type { AssumptionFailure, Plan, Planner, PlanRequest, SpecialistCard } from '../plan/contract.ts';
import { type PlannedQuery, planQuery } from '../plan/plan-query.ts';
import { reviseQuery } from '../plan/revise-query.ts';
import type { ProgramSandbox } from '../reason/contract.ts';
import type { StreamInfo } from '../specialists/contract.ts';
import type { SpecialistRegistry } from '../specialists/registry.ts';
import type { ImageAnswer } from './answer.ts';
import { SharedSpecialists } from './shared-specialists.ts';
import { type StreamOptions, StreamSession } from './stream-session.ts';
import { type QueryHandle, VideoRun } from './video-run.ts';

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
  readonly #specialists: SharedSpecialists;

  constructor(parts: SegmenterParts) {
    this.#parts = parts;
    this.#specialists = new SharedSpecialists((id) => parts.specialists.get(id));
  }

  /** What planners are told of the specialists, or of those named in `use`. @throws MissingError for an unknown id */
  cards(use?: readonly string[]): readonly SpecialistCard[] {
    return use === undefined ? this.#parts.specialists.cards() : use.map((id) => this.#parts.specialists.card(id));
  }

  /** Plans a query for a kind of source, without reading it. */
  async plan(
    query: string,
    source: PlanRequest['source'],
    options: Pick<SegmentOptions, 'use' | 'signal'> = {},
  ): Promise<PlannedQuery> {
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
   * loop ends. A source that is one picture is answered as one. The run takes further queries while it goes on
   * (`run.addQuery`, `run.removeQuery`).
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
      let session: StreamSession | undefined;
      try {
        const { info } = frames;
        const kind = { still: picture || info.kind === 'image', live: info.kind === 'live' };
        const planned = await this.#plans(query, kind, options);
        const opened = await this.#open(info, kind, options);
        session = opened;
        const ask = async (text: string, plan?: Plan): Promise<QueryHandle> => {
          const one = plan === undefined ? await this.plan(text, kind, options) : { plan, warnings: [] };
          return this.#ask(opened, one);
        };
        const handles: QueryHandle[] = [];
        for (const one of planned) handles.push(await this.#ask(opened, one));
        const said = [...new Set(handles.flatMap(({ warnings }) => warnings))];
        return { frames, session: opened, ask, source: info, plans: planned.map(({ plan }) => plan), warnings: said };
      } catch (thrown) {
        session?.close();
        await frames.close();
        throw thrown;
      }
    }, options.signal);
  }

  async #ask(session: StreamSession, { plan, warnings }: PlannedQuery): Promise<QueryHandle> {
    const id = await session.addQuery(plan);
    const said = [...warnings, ...uncheckedWarnings(plan)];
    session.warn(id, said);
    return { id, query: plan.query, plan, warnings: said };
  }

  async #plans(query: string | readonly string[], source: PlanRequest['source'], options: SegmentOptions) {
    const queries = typeof query === 'string' ? [query] : query;
    if (queries.length === 0)
      throw new InputError('no query was given', { remedy: 'ask for something: "the red mug"' });
    if (options.plans !== undefined) return options.plans.map((plan): PlannedQuery => ({ plan, warnings: [] }));
    return Promise.all(queries.map((text) => this.plan(text, source, options)));
  }

  #open(info: SourceInfo, source: PlanRequest['source'], options: SegmentOptions): Promise<StreamSession> {
    const { width, height, fps } = info;
    const stream: StreamInfo = { width, height, fps, still: source.still, seed: options.seed ?? 0 };
    const { sandbox } = this.#parts;
    const cards = this.cards(options.use);
    const revise = (plan: Plan, failures: readonly AssumptionFailure[]) =>
      this.#revise(plan, failures, { source, specialists: cards }, options.signal);
    return StreamSession.open(
      stream,
      [],
      { specialists: this.#specialists, registered: cards.length, sandbox, revise },
      { waitsForPlans: !source.live, ...options },
    );
  }

  /** A plan is revised by the planner that wrote it. */
  async #revise(
    plan: Plan,
    failures: readonly AssumptionFailure[],
    request: Pick<PlanRequest, 'source' | 'specialists'>,
    signal: AbortSignal | undefined,
  ): Promise<Plan | null> {
    const { planner } = this.#parts;
    if (plan.planner !== planner.id) return null;
    return reviseQuery({ query: plan.query, ...request }, plan, failures, { planner, signal });
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
  return plan.unchecked.map(({ word, why, remedy }) => `"${word}" ${unchecked[why]}: ${remedy}`);
}

const unchecked = {
  'cannot-check': 'could not be checked',
  'not-understood': 'was not understood',
  revised: 'is read otherwise',
} as const;
