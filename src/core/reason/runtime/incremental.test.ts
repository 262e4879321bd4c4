import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameObject, TwinFrame } from '../../twin/program-frame.ts';
import { thing } from '../testing/scripted-twin.ts';
import { inProcessSession } from './in-process.ts';

/** What a frame shows of the block: it touches the gate, it does not, it is away. */
type Shown = 'yes' | 'no' | 'away';

const step = 0.1;
const limit = 0.2 - 1e-6;
const gate = thing(1, [300, 180, 40, 200], { color: 'yellow' });
const block = thing(2, [200, 180, 20, 20], { color: 'red' });

function framesOf(shown: readonly Shown[]): TwinFrame[] {
  return shown.map((one, i) => ({
    ...{ i, t: i * step, w: 640, h: 360, e: [] },
    o: one === 'away' ? [gate] : ([gate, block] as FrameObject[]),
    r: one === 'yes' ? [['touches', 2, 1, 1]] : [],
  }));
}

interface Run {
  from: number;
  to: number;
  open: boolean;
}

/** The definitions of docs/program-api.md over the whole past, frame by frame, nothing kept between frames. */
function runsOf(past: readonly Shown[]): Run[] {
  const runs: Run[] = [];
  past.forEach((one, i) => {
    if (one !== 'yes') return;
    const [from, open] = [i * step, i === past.length - 1];
    const to = open ? from : (i + 1) * step;
    const before = runs.at(-1);
    if (before !== undefined && from - before.to < limit) Object.assign(before, { to, open });
    else runs.push({ from, to, open });
  });
  return runs.filter(({ from, to }) => to - from >= limit);
}

const isFalseBetween = (past: readonly Shown[], from: number, to: number): boolean =>
  past.some((one, i) => one === 'no' && i * step >= from - 1e-6 && i * step < to - 1e-6);

function beginsOf(past: readonly Shown[]): number[] {
  const runs = runsOf(past);
  const isEdge = ({ from }: Run, i: number) => isFalseBetween(past, runs[i - 1]?.to ?? 0, from);
  return runs.filter(isEdge).map(({ from }) => from);
}

function endsOf(past: readonly Shown[]): number[] {
  const [runs, now] = [runsOf(past), (past.length - 1) * step];
  const isEdge = ({ to, open }: Run, i: number) =>
    !open && now - to >= limit && isFalseBetween(past, to, runs[i + 1]?.from ?? Number.POSITIVE_INFINITY);
  return runs.filter(isEdge).map(({ to }) => to);
}

const secondsOf = (past: readonly Shown[], from: number): number =>
  runsOf(past).reduce((sum, run) => sum + Math.max(0, run.to - Math.max(from, run.from)), 0);

const words: [string, (past: readonly Shown[]) => number | boolean | null][] = [
  ['ever(close)', (past) => past.includes('yes')],
  ['always(close)', (past) => !past.includes('no')],
  ['ever(close, { after: 1.05 })', (past) => past.slice(11).includes('yes')],
  ['ever(close, { before: 1.05 })', (past) => past.length > 11 && past.slice(0, 11).includes('yes')],
  ['ever(close, { within: 0.55 })', (past) => past.slice(-6).includes('yes')],
  ['held(close, 0.5)', (past) => runsOf(past).some(({ from, to, open }) => open && to - from >= 0.5 - 1e-6)],
  ['times(begins(close))', (past) => beginsOf(past).length],
  ['times(ends(close))', (past) => endsOf(past).length],
  [
    'times(begins(close), { after: 1.05 })',
    (past) => (past.length <= 11 ? null : beginsOf(past).filter((t) => t > 1.05).length),
  ],
  ['duration(close)', (past) => secondsOf(past, 0)],
  ['duration(close, { after: 1.05 })', (past) => (past.length <= 11 ? null : secondsOf(past, 1.05))],
];

/** Truth, or the value that the explanation tells, of the block in each frame; null while it is away. */
async function toldBy(word: string, frames: readonly TwinFrame[], isMeasure: boolean) {
  const wanted = isMeasure ? `sortBy(${word})` : `where(${word})`;
  const body = `const close = touching(twin.objects.where(color("yellow"))); return twin.objects.${wanted};`;
  const session = inProcessSession(`function select(twin) {\n${body}\n}`, { hysteresisSeconds: 0 });
  const told: (number | boolean | null)[] = [];
  for (const frame of frames) {
    const { ids, explanation } = await session.step(frame);
    const because = explanation!.at(-1)!.kept.find(({ id }) => id === 2)?.because;
    const figure = Number(because?.split(' ').at(-1));
    const value = isMeasure ? (Number.isNaN(figure) ? null : figure) : ids.includes(2);
    told.push(frame.o.length === 1 ? null : value);
  }
  return told;
}

const shownList = fc.array(
  fc.tuple(fc.constantFrom<Shown>('yes', 'yes', 'no', 'no', 'away'), fc.integer({ min: 1, max: 8 })),
  { minLength: 4, maxLength: 12 },
);

describe('words about time, kept up to date frame by frame', () => {
  it.each(words)('%s is what its definition says of the whole past', async (word, definition) => {
    const run = async (list: [Shown, number][]) => {
      const shown = list.flatMap(([one, n]) => Array<Shown>(n).fill(one));
      const told = await toldBy(word, framesOf(shown), /^(times|duration)/.test(word));
      shown.forEach((one, i) => {
        if (one === 'away' || !shown.slice(0, i + 1).some((other) => other !== 'away')) return;
        const meant = definition(shown.slice(0, i + 1));
        // Explanations round to hundredths; all times here are multiples of 0.05 s.
        if (typeof meant === 'number') expect(told[i], `frame ${i}`).toBeCloseTo(meant, 3);
        else expect(told[i], `frame ${i}`).toBe(meant);
      });
    };
    await fc.assert(fc.asyncProperty(shownList, run), { numRuns: 60, seed: 7 });
  });
});
