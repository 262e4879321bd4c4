import { describe, expect, it } from 'vitest';
import type { Cadence, PlanGraph, PlanNode } from '../contract.ts';
import { dueNodes } from './due-nodes.ts';
import type { ExecutorEvent } from './events.ts';
import { type ExecuteOptions, executeFrame } from './execute-frame.ts';
import { nextTasks } from './next-tasks.ts';

const perception = (id: string, cadence: Cadence, ...needs: string[]): PlanNode => ({
  kind: 'perception',
  id,
  specialist: `${id}-model`,
  gives: ['masks'],
  needs,
  cadence,
});
const state = (id: string, ...needs: string[]): PlanNode => ({
  kind: 'state',
  op: 'track',
  id,
  needs,
  cadence: 'every-frame',
});
const select = (...needs: string[]): PlanNode => ({
  kind: 'reasoning',
  op: 'program',
  id: 'select',
  needs,
  cadence: 'every-frame',
});

const graph: PlanGraph = {
  nodes: [
    select('track'),
    state('track', 'segment', 'motion'),
    perception('segment', 'key-frames'),
    perception('motion', 'every-frame'),
    perception('depth', 'on-demand', 'segment'),
  ],
  answer: 'select',
};

const run = (on: PlanGraph, options: Partial<ExecuteOptions> = {}) =>
  executeFrame(on, {
    frame: 0,
    conditions: { keyFrame: true, changed: () => false },
    handler: async (node) => node.id,
    ...options,
  });

describe('dueNodes', () => {
  it.each([
    ['key frame', true, ['motion', 'segment', 'select', 'track']],
    ['between key frames', false, ['motion', 'select', 'track']],
  ])('%s', (_, keyFrame, expected) => {
    expect([...dueNodes(graph, { keyFrame, changed: () => false })].sort()).toEqual(expected);
  });

  it('runs an on-demand node, and what that one demands, exactly when a due node needs it', () => {
    const chain: PlanGraph = {
      nodes: [perception('a', 'on-demand'), perception('b', 'on-demand', 'a'), perception('c', 'key-frames', 'b')],
      answer: 'c',
    };
    expect([...dueNodes(chain, { keyFrame: true, changed: () => false })].sort()).toEqual(['a', 'b', 'c']);
    expect([...dueNodes(chain, { keyFrame: false, changed: () => false })]).toEqual([]);
  });

  it('asks for change only where the cadence says so', () => {
    const two: PlanGraph = { nodes: [perception('a', 'on-change'), perception('b', 'key-frames')], answer: 'a' };
    expect([...dueNodes(two, { keyFrame: false, changed: (node) => node.id === 'a' })]).toEqual(['a']);
  });
});

describe('nextTasks', () => {
  it('starts what has all it needs and is not at work yet', () => {
    const ids = (settled: string[], running: string[]) =>
      nextTasks(graph, { settled: new Set(settled), running: new Set(running) }).map((node) => node.id);
    expect(ids([], [])).toEqual(['segment', 'motion']);
    expect(ids([], ['segment'])).toEqual(['motion']);
    expect(ids(['segment', 'motion'], [])).toEqual(['track', 'depth']);
  });
});

describe('executeFrame', () => {
  it('runs nodes after what they need and hands their results on', async () => {
    const order: string[] = [];
    const { results, reports } = await run(graph, {
      handler: async (node, before) => {
        for (const id of node.needs) expect(before.has(id)).toBe(true);
        order.push(node.id);
        return node.id.length;
      },
    });
    expect(order.indexOf('track')).toBeGreaterThan(order.indexOf('segment'));
    expect(order.at(-1)).toBe('select');
    expect(results.get('segment')).toBe(7);
    expect(reports.map((r) => [r.id, r.status])).toEqual([
      ['select', 'ran'],
      ['track', 'ran'],
      ['segment', 'ran'],
      ['motion', 'ran'],
      ['depth', 'skipped'],
    ]);
  });

  it('keeps to the concurrency', async () => {
    let now = 0;
    let most = 0;
    const wide: PlanGraph = {
      nodes: Array.from({ length: 6 }, (_, i) => perception(`p${i}`, 'every-frame')),
      answer: 'p0',
    };
    await run(wide, {
      concurrency: 3,
      handler: async () => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 2));
        now--;
      },
    });
    expect(most).toBe(3);
  });

  it('tries a failing perception node again, then goes on without it', async () => {
    const events: ExecutorEvent[] = [];
    const { reports, results } = await run(graph, {
      listener: (event) => events.push(event),
      handler: async (node) => {
        if (node.id === 'segment') throw new Error('no light');
        return node.id;
      },
    });
    const segment = reports.find((r) => r.id === 'segment')!;
    expect(segment).toMatchObject({ status: 'failed', tries: 2, error: 'no light' });
    expect(results.has('segment')).toBe(false);
    expect(results.get('select')).toBe('select');
    expect(events.filter((e) => e.type === 'node-retry')).toHaveLength(1);
    expect(events[0]!.type).toBe('frame-start');
    expect(events.at(-1)!.type).toBe('frame-end');
  });

  it('ends the frame when a state node fails, after all running work has ended', async () => {
    let ended = false;
    const two: PlanGraph = { nodes: [state('track'), perception('slow', 'every-frame')], answer: 'track' };
    await expect(
      run(two, {
        handler: async (node) => {
          if (node.id === 'track') throw new Error('broken');
          await new Promise((resolve) => setTimeout(resolve, 20));
          ended = true;
        },
      }),
    ).rejects.toThrow('broken');
    expect(ended).toBe(true);
  });

  it('reports a node that takes too long as failed, and tells it to stop', async () => {
    let told = false;
    const one: PlanGraph = { nodes: [perception('slow', 'every-frame')], answer: 'slow' };
    const { reports } = await run(one, {
      timeoutMs: 10,
      tries: 1,
      handler: (_, __, signal) =>
        new Promise(() => {
          signal?.addEventListener('abort', () => {
            told = true;
          });
        }),
    });
    expect(reports[0]).toMatchObject({ status: 'failed', error: 'node slow took longer than 10 ms' });
    expect(told).toBe(true);
  });

  it('stops at an abort without a second try', async () => {
    const controller = new AbortController();
    let calls = 0;
    await expect(
      run(graph, {
        signal: controller.signal,
        handler: async (node, _, signal) => {
          calls++;
          if (node.id === 'segment') controller.abort();
          signal?.throwIfAborted();
        },
      }),
    ).rejects.toThrow(/abort/i);
    expect(calls).toBeLessThanOrEqual(2);
  });

  it('refuses a graph that cannot end', async () => {
    const ring: PlanGraph = {
      nodes: [perception('a', 'every-frame', 'b'), perception('b', 'every-frame', 'a')],
      answer: 'a',
    };
    await expect(run(ring)).rejects.toMatchObject({ code: 'bad-plan' });
  });
});
