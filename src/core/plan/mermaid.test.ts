import { expect, it } from 'vitest';
import type { Plan } from './contract.ts';
import { planToMermaid } from './mermaid.ts';

const plan = (specialist: string): Plan => ({
  version: 1,
  query: 'q',
  kinds: ['semantic'],
  granularity: 'object',
  concepts: [],
  specialists: [],
  graph: {
    nodes: [
      { kind: 'perception', id: 'segment', specialist, gives: ['masks'], needs: [], cadence: 'key-frames' },
      { kind: 'state', id: 'track', op: 'track', needs: ['segment'], cadence: 'every-frame' },
      { kind: 'reasoning', id: 'select', op: 'program', needs: ['track'], cadence: 'every-frame' },
    ],
    answer: 'select',
  },
  paraphrase: '',
  unchecked: [],
  planner: 'rules',
});

it('draws nodes by kind and edges from what is needed', () => {
  expect(planToMermaid(plan('regions'))).toBe(
    [
      'flowchart TD',
      '  n0(["segment: regions (masks), key-frames"])',
      '  n1["track: track, every-frame"]',
      '  n2{{"select: program, every-frame"}}',
      '  n0 --> n1',
      '  n1 --> n2',
      '  style n2 stroke-width:3px',
    ].join('\n'),
  );
});

it('escapes what would break a label', () => {
  const text = planToMermaid(plan('a"]; click n0 "x<script>\n'));
  expect(text.split('\n')).toHaveLength(7);
  expect(text).toContain('a#34;#93;#59; click n0 #34;x#60;script#62;#10; (masks)');
});

it('shows what the plan takes for granted beside its answer', () => {
  const assumptions = [{ kind: 'answer-not-empty', seconds: 3 }, { kind: 'program-runs' }] as const;
  const lines = planToMermaid({ ...plan('regions'), assumptions }).split('\n');
  expect(lines).toContain('  a0>"assumes: something is answered within 3 s; the program runs"]');
  expect(lines).toContain('  a0 -.- n2');
});
