import { toError } from '../base/errors.ts';
import type { Plan } from '../plan/contract.ts';
import type {
  ExplanationRecord,
  ProgramAnswer,
  ProgramOptions,
  ProgramSandbox,
  ProgramSession,
  ProgramWarning,
} from '../reason/contract.ts';
import { ProgramError } from '../reason/program-error.ts';
import type { FrameEvent } from '../twin/program-frame.ts';
import { nodeOf, type SceneGraph } from '../twin/scene-graph.ts';
import type { TwinView } from '../twin/twin-view.ts';
import type { AnsweredObject } from './answer.ts';

const nothing: ProgramAnswer = { ids: [], scores: [], explanation: [], warnings: [] };

/** All events so far, this frame's included, for a program that has not seen the stream from its start; else null. */
export type PastEvents = () => readonly FrameEvent[] | null;

/** What a program chose in a frame. */
export interface Reasoned {
  /** Hidden ones too. */
  readonly ids: readonly number[];
  readonly objects: readonly AnsweredObject[];
  readonly explanation: readonly ExplanationRecord[];
  readonly warnings: readonly string[];
  /** Message of the error that stopped the program in this frame. */
  readonly error?: string;
  /** That error was that it took too long: it may go well another time. */
  readonly tookTooLong?: boolean;
}

/** Answers one query from the twin by its program. A program that fails once is not run again; the stream goes on. */
export class QueryReasoner {
  readonly #view: TwinView;
  #session: ProgramSession | null;
  /** Asked with the first frame. */
  #past: PastEvents | null;
  readonly #said = new Set<string>();

  static async open(
    plan: Plan,
    view: TwinView,
    sandbox: ProgramSandbox,
    options: ProgramOptions,
    past: PastEvents,
  ): Promise<QueryReasoner> {
    const session = plan.program === undefined ? null : await sandbox.open(plan.program, options);
    return new QueryReasoner(view, session, past);
  }

  private constructor(view: TwinView, session: ProgramSession | null, past: PastEvents) {
    this.#view = view;
    this.#session = session;
    this.#past = past;
  }

  async answer(graph: SceneGraph): Promise<Reasoned> {
    const { answer, thrown } = await this.#step(graph);
    const error = thrown?.message;
    const said = answer.warnings.filter((warning) => this.#isNew(warning)).map(({ message }) => message);
    const stopped =
      error === undefined
        ? []
        : [`the program stopped at frame ${graph.index}: ${error}; the answer is empty from here`];
    return {
      ids: answer.ids,
      objects: answer.ids.flatMap((id, i) => answeredObject(graph, id, answer.scores[i] ?? 0)),
      explanation: answer.explanation,
      warnings: [...stopped, ...said],
      ...(error === undefined ? {} : { error, tookTooLong: isTimeLimit(thrown) }),
    };
  }

  /** A warning is said once, even where its numbers change from frame to frame. */
  #isNew({ code, message }: ProgramWarning): boolean {
    const key = `${code} ${message.replace(/\d+/g, '')}`;
    if (this.#said.has(key)) return false;
    this.#said.add(key);
    return true;
  }

  close(): void {
    this.#session?.close();
    this.#session = null;
  }

  async #step(graph: SceneGraph): Promise<{ answer: ProgramAnswer; thrown?: Error }> {
    const frame = this.#view.frame(graph);
    if (this.#session === null) return { answer: nothing };
    const past = this.#past?.() ?? null;
    this.#past = null;
    try {
      return { answer: await this.#session.step(past === null ? frame : { ...frame, e: past.map((e) => ({ ...e })) }) };
    } catch (thrown) {
      this.close();
      return { answer: nothing, thrown: toError(thrown) };
    }
  }
}

const isTimeLimit = (thrown: Error | undefined): boolean =>
  thrown instanceof ProgramError && thrown.programCode === 'time-limit';

/** The object with its visible mask; none for one that is hidden in this frame. */
function answeredObject(graph: SceneGraph, id: number, score: number): AnsweredObject[] {
  const node = nodeOf(graph, id);
  if (node === undefined || node.mask.isEmpty) return [];
  const label = node.attr.vis.words.labels?.find(([, p]) => p >= 0.5)?.[0];
  return [{ id, mask: node.mask, bbox: node.mask.bbox, score, ...(label === undefined ? {} : { label }) }];
}
