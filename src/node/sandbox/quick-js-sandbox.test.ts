import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramSession } from '../../core/reason/contract.ts';
import { ProgramError } from '../../core/reason/program-error.ts';
import { inProcessSession } from '../../core/reason/runtime/in-process.ts';
import { film, still, thing } from '../../core/reason/testing/scripted-twin.ts';
import { quickJsSandbox } from './quick-js-sandbox.ts';

const frame = still([
  thing(1, [60, 60, 40, 40], { color: 'red', shape: 'round' }),
  thing(2, [200, 60, 40, 40], { color: 'blue', shape: 'round' }),
]);
const sandbox = quickJsSandbox();
afterAll(() => sandbox.close());

const select = (body: string): string => `function select(twin, state) {\n${body}\n}`;
const good = select('return twin.objects.where(color("red"));');
/** Get a value past the static check. */
const fromText = '[]["constructor"]["constructor"]';

/** A program that must not get what it wants, and how it must end. */
type Hostile = [title: string, program: string, codes: readonly string[]];

const limits = ['time-limit', 'memory-limit'];
const failed = ['program-failed', 'unknown-word', 'bad-result', 'bad-argument', 'not-a-number'];
const hostile: Hostile[] = [
  ['endless loop', select('for (;;);'), ['time-limit']],
  ['endless loop in try', select('for (;;) { try { for (;;); } catch {} }'), ['time-limit']],
  ['endless loop in finally', select('try { for (;;); } finally { for (;;); }'), ['time-limit']],
  ['endless loop in check', select('return twin.objects.where(check("x", (o) => { for (;;); }));'), ['time-limit']],
  ['array that grows', select('const a = []; for (;;) a.push([1, 2, 3, 4]);'), limits],
  ['array that grows in try', select('const a = []; for (;;) { try { for (;;) a.push({ a: 1 }); } catch {} }'), limits],
  ['string that doubles', select('let s = "ab"; for (;;) s += s;'), [...limits, ...failed]],
  ['typed arrays', select('const a = []; for (;;) a.push(new Array(1e5).fill(7));'), limits],
  ['array of 2^32-1', select('const a = new Array(4294967295).fill(1); return a;'), [...limits, ...failed]],
  ['catastrophic expression', select('/^(a+)+$/.test("a".repeat(40) + "b"); return twin.objects;'), ['time-limit']],
  ['recursion without end', select('const f = () => f() + 1; f(); return twin.objects;'), [...limits, ...failed]],
  ['repeat of a gigabyte', select('return "x".repeat(2 ** 30).length;'), [...limits, ...failed]],
  [
    'sort of a million',
    select('const a = []; for (let i = 0; i < 1e6; i++) a.push((i * 7919) % 1000003); a.sort(); return a;'),
    [...limits, ...failed],
  ],
  ['split of megabytes', select('return "x,".repeat(4e6).split(",");'), [...limits, ...failed]],
  ['join of nested arrays', select('let a = [1]; for (let i = 0; i < 30; i++) a = [a, a]; return String(a);'), limits],
  [
    'JSON that unfolds',
    select('let a = {}; for (let i = 0; i < 30; i++) a = [a, a]; return JSON.stringify(a);'),
    limits,
  ],
  ['state too large', select('state.a = "x".repeat(70000); return twin.objects;'), ['program-failed']],
  ['state that grows', `function init(s) { s.a = []; }\n${select('for (;;) state.a.push("xxxxxxxx");')}`, limits],
  ['constructor of functions', select(`return ${fromText}("return this")();`), failed],
  ['constructor through a word', select('return color["constructor"]("return process")();'), failed],
  ['constructor of twin', select('return twin["constructor"]["constructor"]("for(;;);")();'), failed],
  [
    'frozen prototypes',
    select('"use strict"; Array.prototype.map = () => 7; return twin.objects;'),
    ['program-failed'],
  ],
  ['own prototype of objects', select('Object.prototype.x = 1; return twin.objects;'), ['program-failed']],
  ['getter as a result', select('return { get members() { for (;;); } };'), ['bad-result']],
  ['proxy as a result', select('return new Map();'), ['bad-result']],
  ['array as a result', select('return [1, 2, 3];'), ['bad-result']],
  ['giant result', select('return new Array(1e5).fill(twin.objects);'), [...limits, 'bad-result']],
  ['thrown text', select('throw "no";'), ['program-failed']],
  ['thrown null', select('throw null;'), ['program-failed']],
  ['thrown trap', select('throw { get message() { for (;;); }, toString() { for (;;); } };'), ['time-limit']],
  ['thrown at the top', `throw new Error("top");\n${good}`, ['program-failed']],
  ['loop at the top', `for (;;);\n${good}`, ['time-limit']],
  ['no host', select('return typeof this === "undefined" ? process : 0;'), ['unknown-word']],
  ['no random', select('Math.random(); return twin.objects;'), ['unknown-word']],
  ['asynchronous', 'async function select(twin) { return twin.objects; }', ['syntax']],
  ['shared memory', select('return new SharedArrayBuffer(8);'), ['unknown-word']],
  ['eval', select('return eval("twin.objects");'), ['unknown-word']],
];

/** The limit, the host's patience beyond it, and a busy machine. */
const patienceMs = 50 + 250 + 200;

async function endOf(program: string): Promise<{ code: string; ms: number }> {
  let from = performance.now();
  try {
    const session = await sandbox.open(program);
    from = performance.now();
    await session.step(frame);
    return { code: 'answered', ms: 0 };
  } catch (error) {
    expect(error).toBeInstanceOf(ProgramError);
    return { code: (error as ProgramError).programCode, ms: performance.now() - from };
  }
}

describe('hostile programs', () => {
  let bystander: ProgramSession;
  beforeAll(async () => {
    bystander = await sandbox.open(good);
  });

  it.each(hostile)('%s', async (_title, program, codes) => {
    const { code, ms } = await endOf(program);
    expect(codes).toContain(code);
    if (!program.includes('top') && !program.startsWith('for')) expect(ms).toBeLessThan(patienceMs);
    expect((await bystander.step(frame)).ids).toEqual([1]);
  });
});

describe('sandboxed sessions', () => {
  it('answer as the program does without a sandbox', async () => {
    const program = select('return twin.objects.where(not(ever(moving)), not(color("blue"))).max(x);');
    const frames = film(2, (t) => ({
      o: [
        thing(1, [60 + 20 * t, 60, 40, 40], { color: 'red' }, { vel: [t > 1 ? 30 : 0, 0] }),
        thing(2, [200, 60, 40, 40], { color: 'red' }),
      ],
    }));
    const inside = await sandbox.open(program);
    const outside = inProcessSession(program);
    for (const one of frames) expect(await inside.step(one)).toEqual(await outside.step(one));
  });

  it('name line and column of a fault', async () => {
    const session = await sandbox.open(
      'function select(twin) {\n  const a = [area];\n  return twin.objects.where(a[0]);\n}',
    );
    await expect(session.step(frame)).rejects.toMatchObject({ programCode: 'not-a-condition', line: 3 });
  });

  it('go on after an error that is no limit', async () => {
    const session = await sandbox.open(
      select('if (twin.frame === 0) throw new Error("not yet"); return twin.objects;'),
    );
    await expect(session.step(frame)).rejects.toMatchObject({ programCode: 'program-failed' });
    expect((await session.step({ ...frame, i: 1, t: 1 })).ids).toEqual([1, 2]);
  });

  it('are over after a limit', async () => {
    const session = await sandbox.open(select('for (;;);'));
    await expect(session.step(frame)).rejects.toMatchObject({ code: 'program-limit' });
    await expect(session.step(frame)).rejects.toMatchObject({ code: 'program-limit' });
  });

  it('are over after closing and after abortion', async () => {
    const closed = await sandbox.open(good);
    closed.close();
    await expect(closed.step(frame)).rejects.toMatchObject({ code: 'closed' });
    const abort = new AbortController();
    const aborted = await sandbox.open(good, { signal: abort.signal });
    abort.abort(new Error('enough'));
    await expect(aborted.step(frame)).rejects.toThrow('enough');
  });

  it('repeat the explanation while the answer stays, when asked to', async () => {
    const session = await sandbox.open(good, { explain: 'on-change' });
    const first = await session.step(frame);
    const second = await session.step({ ...frame, i: 1, t: 0.1 });
    expect(first.explanation).toHaveLength(1);
    expect(second.explanation).toEqual(first.explanation);
  });
});
