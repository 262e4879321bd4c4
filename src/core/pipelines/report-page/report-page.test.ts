import { describe, expect, it } from 'vitest';
import { InputError } from '../../base/errors.ts';
import type { Plan } from '../../plan/contract.ts';
import type { ReportFrame, ReportInput, ReportRun } from './contract.ts';
import { escapeHtml } from './html.ts';
import { layOutGraph } from './layered-layout.ts';
import { mediaSource } from './media-source.ts';
import { programCode } from './program-code.ts';
import { reportFrame } from './report-frame.ts';
import { reportPage } from './report-page.ts';

const evil = `</script><img src=x onerror="alert('1')">&`;

const plan = (text: string): Plan => ({
  version: 1,
  query: text,
  kinds: ['spatial'],
  granularity: 'object',
  concepts: [],
  specialists: [{ id: 'regions', attributes: ['masks'], reason: text }],
  graph: {
    nodes: [
      { id: 'see', kind: 'perception', specialist: 'regions', gives: ['masks'], needs: [], cadence: 'key-frames' },
      { id: 'track', kind: 'state', op: 'track', needs: ['see'], cadence: 'every-frame' },
      { id: 'pick', kind: 'reasoning', op: 'program', needs: ['track', 'see'], cadence: 'every-frame' },
    ],
    answer: 'pick',
  },
  paraphrase: text,
  program: `// ${text}\nfunction select(twin) { return twin.objects; }`,
  unchecked: [{ word: text, why: 'cannot-check', remedy: text }],
  planner: 'rules',
});

const frame = (index: number, ids: number[], text: string): ReportFrame => ({
  index,
  time: index / 25,
  ms: 20 + index,
  keyFrame: index % 3 === 0,
  objects: ids.map((id) => ({ id, label: text, score: 0.9, bbox: [1, 2, 3, 4] })),
  explanation: [{ op: 'where', text, kept: ids.map((id) => ({ id, because: text, p: 1 })), dropped: [] }],
});

const run = (text: string, more: Partial<ReportRun> = {}): ReportRun => ({
  source: { path: text, kind: 'video', width: 640, height: 360, fps: 25, frames: 4 },
  plan: plan(text),
  frames: [frame(0, [], text), frame(1, [2], text), frame(2, [2, 5], text), frame(3, [5], text)],
  media: { kind: 'video', src: 'overlay clip.mp4' },
  summary: {
    usage: {
      frames: 4,
      keyFrames: 2,
      dropped: 0,
      specialistCalls: { regions: 2 },
      alwaysOnCalls: 16,
      llm: { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0 },
    },
    tracks: [],
    queries: [],
    warnings: [text],
    nodeMs: { see: 40, track: 2, pick: 1 },
  },
  scores: { j: 0.5, f: 0.7, frames: 4 },
  fps: 30,
  ...more,
});

const page = (text: string, more: Partial<ReportInput> = {}) => reportPage({ title: text, runs: [run(text)], ...more });

describe('reportPage', () => {
  it('tells when the answer changed, and why', () => {
    const change = (index: number, added: number, removed: number) => ({
      frame: index,
      time: index / 25,
      added: [{ id: added, because: 'is red <b>', since: 0 }],
      removed: [{ id: removed, because: 'has left', since: 0 }],
    });
    const frames = [frame(0, [2], 'a'), frame(1, [5], 'a'), frame(2, [7], 'a')];
    const changing = frames.map((one, i) => ({ ...one, change: change(i, i + 5, i + 4) }));
    const text = page('a', { runs: [run('a', { frames: changing })] });
    expect(text).toContain('3 changes of the answer, and why');
    expect(text).toContain('in: is red &lt;b&gt;');
    expect(text).toContain('out: has left');
    // The first frame's answer is no change of another one.
    expect(text.match(/<line class="change"/g)).toHaveLength(2);
    expect(page('a')).not.toContain('changes of the answer');
  });

  it('escapes hostile text everywhere: no element or attribute comes from it', () => {
    const text = page(evil, { summary: evil, trackColor: () => `red" onload="alert(1)` });
    expect(text).not.toContain('<img src=x');
    expect(text).not.toMatch(/<[^>]*onerror="/);
    expect(text).not.toMatch(/<[^>]* onload=/);
    expect(text.match(/<script/g)).toHaveLength(2);
    expect(text.match(/<\/script>/g)).toHaveLength(2);
  });

  it('loads nothing from elsewhere and says so to the browser', () => {
    const text = page('the red ball');
    expect(text).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?\/\//i);
    expect(text).not.toMatch(/@import|<link|<iframe|<object|fetch\(|XMLHttpRequest/);
    expect(text).toContain(`default-src 'none'`);
  });

  it('shows question, scores, saved calls, program and overlay of every run', () => {
    const runs = [run('the red ball'), run('the box', { media: { kind: 'image', src: 'data:image/png;base64,AAAA' } })];
    const text = reportPage({ title: 'demo', runs });
    for (const shown of ['“the red ball”', '“the box”', '0.600', '88\u00a0% saved', 'overlay%20clip.mp4', 't-keyword'])
      expect(text, shown).toContain(shown);
    expect(text).toContain('<img src="data:image/png;base64,AAAA" alt="Overlay of the answer to: the box">');
    expect(text.match(/<section/g)).toHaveLength(2);
  });

  it('keeps equal explanations once in the data of its script', () => {
    const frames = Array.from({ length: 50 }, (_, i) => frame(i, [1], 'same'));
    const data = JSON.parse(/class="run-data">(.*?)<\/script>/s.exec(page('q', { runs: [run('q', { frames })] }))![1]!);
    expect(data.explanations).toHaveLength(1);
    expect(data.frames).toHaveLength(50);
    expect(data.frames[3]).toEqual([3, 3 / 25, 23, [[1, 0.9, 'same']], 0]);
  });

  it.each([
    ['no frames', { frames: [] }],
    ['no overlay', { media: undefined }],
    ['no program', { plan: { ...plan('q'), program: undefined } }],
    ['an empty graph', { plan: { ...plan('q'), graph: { nodes: [], answer: '' } } }],
    [
      '40 tracks',
      {
        frames: [
          frame(
            0,
            Array.from({ length: 40 }, (_, i) => i),
            'x',
          ),
        ],
      },
    ],
  ])('stands with %s', (_title, more) => {
    const text = reportPage({ title: 't', runs: [run('q', more as Partial<ReportRun>)] });
    expect(text).toContain('</html>');
    const shown = text.slice(0, text.lastIndexOf('<script>'));
    expect(shown).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('gives the same bytes for the same input', () => expect(page('a')).toBe(page('a')));
});

describe('mediaSource', () => {
  it.each([
    ['overlay.mp4', 'overlay.mp4'],
    ['the "red" ball/overlay.mp4', 'the%20%22red%22%20ball/overlay.mp4'],
    ['data:video/mp4;base64,AAAA', 'data:video/mp4;base64,AAAA'],
  ])('%s', (src, expected) => expect(mediaSource(src)).toBe(expected));

  it.each([
    'https://x.org/a.mp4',
    '//x.org/a.mp4',
    'javascript:alert(1)',
    'data:text/html,x',
    'data:video/mp4;base64,"',
    '',
  ])('refuses %s', (src) => expect(() => mediaSource(src)).toThrow(InputError));
});

describe('layOutGraph', () => {
  const size = { width: 100, height: 40 };
  it('puts each node below all that it needs, without overlaps', () => {
    const nodes = [
      { id: 'd', needs: ['b', 'c', 'a'] },
      { id: 'a', needs: [] },
      { id: 'b', needs: ['a'] },
      { id: 'c', needs: ['a'] },
    ];
    const { spots, wires, width, height } = layOutGraph(nodes, size);
    for (const { id, needs } of nodes)
      for (const need of needs) expect(spots.get(need)!.y + size.height).toBeLessThan(spots.get(id)!.y);
    const all = [...spots.values()];
    for (const [i, a] of all.entries()) {
      expect(a.x >= 0 && a.x + a.width <= width && a.y + size.height <= height).toBe(true);
      for (const b of all.slice(i + 1)) expect(a.y !== b.y || a.x + a.width <= b.x || b.x + b.width <= a.x).toBe(true);
    }
    expect(wires).toHaveLength(5);
    expect(Math.max(...wires.map((way) => way.length))).toBe(3);
  });

  it.each([
    [
      'a ring',
      [
        { id: 'a', needs: ['b'] },
        { id: 'b', needs: ['a'] },
      ],
    ],
    ['a need that does not exist', [{ id: 'a', needs: ['nobody'] }]],
  ])('stands with %s', (_title, nodes) => expect(layOutGraph(nodes, size).spots.size).toBe(nodes.length));
});

describe('programCode', () => {
  it('colours without changing the text', () => {
    const program = `function select(twin) {\n  return twin.where(color("a<b"), 1.5); // "x"\n}`;
    const shown = programCode(program).text;
    expect(shown.replace(/<[^>]+>/g, '')).toBe(escapeHtml(program));
    for (const part of ['t-keyword">function', 't-string">&quot;a&lt;b&quot;', 't-number">1.5', 't-comment">//'])
      expect(shown).toContain(part);
  });
});

describe('reportFrame', () => {
  it('keeps no pixels', () => {
    const answer = {
      index: 3,
      time: 0.12,
      objects: [],
      warnings: [],
      answers: [
        { id: 0, query: 'q', objects: [], explanation: [], changed: false, warnings: [], cost: { calls: {}, ms: 0 } },
      ],
      trace: { keyFrame: true, nodes: [], ms: 4, tracks: 2 },
    };
    expect(reportFrame(answer)).toEqual({ index: 3, time: 0.12, ms: 4, keyFrame: true, objects: [], explanation: [] });
  });
});
