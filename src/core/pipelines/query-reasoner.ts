import { toError } from '../base/errors.ts';
import type { Plan } from '../plan/contract.ts';
import type {
  ProgramAnswer,
  ProgramOptions,
  ProgramSandbox,
  ProgramSession,
  ProgramWarning,
} from '../reason/contract.ts';
import { nodeOf, type SceneGraph } from '../twin/scene-graph.ts';
import type { TwinView } from '../twin/twin-view.ts';
import type { AnsweredObject, QueryAnswer } from './answer.ts';

const nothing: ProgramAnswer = { ids: [], scores: [], explanation: [], warnings: [] };

/** Answers one query from the twin by its program. A program that fails once is not run again; the stream goes on. */
export class QueryReasoner {
  readonly #plan: Plan;
  readonly #view: TwinView;
  #session: ProgramSession | null;
  #lastIds = '';
  readonly #said = new Set<string>();

  static async open(
    plan: Plan,
    view: TwinView,
    sandbox: ProgramSandbox,
    options: ProgramOptions,
  ): Promise<QueryReasoner> {
    return new QueryReasoner(plan, view, plan.program === undefined ? null : await sandbox.open(plan.program, options));
  }

  private constructor(plan: Plan, view: TwinView, session: ProgramSession | null) {
    this.#plan = plan;
    this.#view = view;
    this.#session = session;
  }

  async answer(graph: SceneGraph): Promise<{ answer: QueryAnswer; warnings: string[] }> {
    const warnings: string[] = [];
    const { ids, scores, explanation, warnings: said } = await this.#step(graph, warnings);
    warnings.push(...said.filter((warning) => this.#isNew(warning)).map((warning) => warning.message));
    const objects = ids.flatMap((id, i) => answeredObject(graph, id, scores[i] ?? 0));
    const key = ids.join();
    const changed = key !== this.#lastIds;
    this.#lastIds = key;
    return { answer: { query: this.#plan.query, objects, explanation, changed }, warnings };
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

  async #step(graph: SceneGraph, warnings: string[]): Promise<ProgramAnswer> {
    const frame = this.#view.frame(graph);
    if (this.#session === null) return nothing;
    try {
      return await this.#session.step(frame);
    } catch (thrown) {
      this.close();
      warnings.push(
        `the program stopped at frame ${graph.index}: ${toError(thrown).message}; the answer is empty from here`,
      );
      return nothing;
    }
  }
}

/** The object with its visible mask; none for one that is hidden in this frame. */
function answeredObject(graph: SceneGraph, id: number, score: number): AnsweredObject[] {
  const node = nodeOf(graph, id);
  if (node === undefined || node.mask.isEmpty) return [];
  const label = node.attr.vis.words.labels?.find(([, p]) => p >= 0.5)?.[0];
  return [{ id, mask: node.mask, bbox: node.mask.bbox, score, ...(label === undefined ? {} : { label }) }];
}
