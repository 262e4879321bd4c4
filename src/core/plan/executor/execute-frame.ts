import { isAbort } from '../../base/abort.ts';
import { TwinsegError, toError } from '../../base/errors.ts';
import type { PlanGraph, PlanNode } from '../contract.ts';
import { dueNodes, type FrameConditions } from './due-nodes.ts';
import type { ExecutorListener, NodeReport } from './events.ts';
import { nextTasks } from './next-tasks.ts';
import { withRetry, withTimeout } from './policies.ts';

/** Does the work of one node. `results` holds what the nodes of this frame gave so far, by node id. */
export type NodeHandler = (
  node: PlanNode,
  results: ReadonlyMap<string, unknown>,
  signal: AbortSignal | undefined,
) => Promise<unknown>;

/** What one frame's execution needs. */
export interface ExecuteOptions {
  readonly frame: number;
  readonly conditions: FrameConditions;
  readonly handler: NodeHandler;
  /** Nodes at work at the same time. @default 2 */
  readonly concurrency?: number;
  /** Tries a perception node gets in a frame. @default 2 */
  readonly tries?: number;
  /** Longest time of one node in one frame, ms. @default 120000 */
  readonly timeoutMs?: number;
  readonly listener?: ExecutorListener;
  readonly signal?: AbortSignal;
}

/** What one frame's execution gave. */
export interface FrameExecution {
  readonly results: ReadonlyMap<string, unknown>;
  /** One a node, in graph order. */
  readonly reports: readonly NodeReport[];
  readonly ms: number;
}

/**
 * Runs the nodes of a plan that are due in one frame, each as soon as what it needs has settled. It knows nothing of
 * models: the handler does the work. A perception node that fails is reported and the frame goes on without it;
 * a state or reasoning node that fails ends the frame.
 *
 * @throws whatever a state or reasoning node threw; the signal's reason
 */
export async function executeFrame(graph: PlanGraph, options: ExecuteOptions): Promise<FrameExecution> {
  const { frame, listener, signal, concurrency = 2 } = options;
  const started = performance.now();
  listener?.({ type: 'frame-start', frame });
  const due = dueNodes(graph, options.conditions);
  const results = new Map<string, unknown>();
  const reports = new Map<string, NodeReport>();
  const settled = new Set<string>();
  const running = new Map<string, Promise<void>>();

  const settle = (report: NodeReport) => {
    settled.add(report.id);
    running.delete(report.id);
    reports.set(report.id, report);
    listener?.({ type: 'node-end', frame, report });
  };

  for (const node of graph.nodes) if (!due.has(node.id)) settle(idleReport(node));
  while (settled.size < graph.nodes.length) {
    signal?.throwIfAborted();
    const ready = nextTasks(graph, { settled, running: new Set(running.keys()) });
    for (const node of ready.slice(0, concurrency - running.size)) {
      running.set(node.id, runNode(node, results, options).then(settle));
    }
    if (running.size === 0)
      throw new TwinsegError('bad-plan', 'the plan graph has a cycle or needs a node that is not there');
    await settleOne(running);
  }
  const ms = performance.now() - started;
  listener?.({ type: 'frame-end', frame, ms });
  return { results, reports: graph.nodes.map((node) => reports.get(node.id)!), ms };
}

/** Waits for one running node; after a failure for all, so that nothing works on behind the caller's back. */
async function settleOne(running: ReadonlyMap<string, Promise<void>>): Promise<void> {
  try {
    await Promise.race(running.values());
  } catch (thrown) {
    await Promise.allSettled(running.values());
    throw thrown;
  }
}

async function runNode(
  node: PlanNode,
  results: Map<string, unknown>,
  { frame, handler, listener, signal, tries = 2, timeoutMs = 120_000 }: ExecuteOptions,
): Promise<NodeReport> {
  listener?.({ type: 'node-start', frame, id: node.id });
  const started = performance.now();
  let tried = 1;
  const retry = withRetry(node.kind === 'perception' ? tries : 1, (error) => {
    tried++;
    listener?.({ type: 'node-retry', frame, id: node.id, error: error.message });
  });
  const work = retry(withTimeout(timeoutMs, `node ${node.id}`)((inner) => handler(node, results, inner)));
  const report = (status: NodeReport['status'], error?: string): NodeReport => ({
    ...idleReport(node),
    status,
    ms: performance.now() - started,
    tries: tried,
    ...(error === undefined ? {} : { error }),
  });
  try {
    results.set(node.id, await work(signal));
    return report('ran');
  } catch (thrown) {
    if (node.kind !== 'perception' || isAbort(thrown) || signal?.aborted) throw thrown;
    return report('failed', toError(thrown).message);
  }
}

function idleReport(node: PlanNode): NodeReport {
  return {
    id: node.id,
    kind: node.kind,
    ...(node.kind === 'perception' ? { specialist: node.specialist } : {}),
    cadence: node.cadence,
    status: 'skipped',
    ms: 0,
    tries: 0,
  };
}
