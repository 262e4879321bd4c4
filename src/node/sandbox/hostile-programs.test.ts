import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramSession } from '../../core/reason/contract.ts';
import type { ProgramCode } from '../../core/reason/program-codes.ts';
import { ProgramError } from '../../core/reason/program-error.ts';
import { still, thing } from '../../core/reason/testing/scripted-twin.ts';
import { quickJsSandbox } from './quick-js-sandbox.ts';

const frame = still([
  thing(1, [60, 60, 40, 40], { color: 'red', shape: 'round' }),
  thing(2, [200, 60, 40, 40], { color: 'blue', shape: 'round' }),
]);

const select = (body: string): string => `function select(twin, state) {\n${body}\n}`;
const good = select('return twin.objects.where(color("red"));');
/** Gets past the check of the text, which knows no values. */
const maker = '[]["constructor"]["constructor"]';
const protoOf = 'Object["getPrototypeOf"]';

/** What it tries, the program, and how it must end; `limit` is that of time or memory, whichever comes first. */
type Hostile = [title: string, program: string, code: ProgramCode | 'limit'];

const time: Hostile[] = [
  ['endless loop', select('for (;;);'), 'time-limit'],
  ['endless loop in try', select('for (;;) { try { for (;;); } catch {} }'), 'time-limit'],
  ['endless loop in finally', select('try { for (;;); } finally { for (;;); }'), 'time-limit'],
  ['endless loop in check', select('return twin.objects.where(check("x", (o) => { for (;;); }));'), 'time-limit'],
  ['endless loop in measure', select('return twin.objects.max(measure("x", (o) => { while (1); }));'), 'time-limit'],
  ['endless loop in init', `function init(s) { for (;;); }\n${good}`, 'time-limit'],
  ['endless loop at the top', `for (;;);\n${good}`, 'time-limit'],
  ['recursion that catches', select('const f = () => { try { f(); } catch { f(); } }; f();'), 'time-limit'],
  [
    'memory in a loop that catches',
    select('const a = []; for (;;) { try { for (;;) a.push({ a }); } catch {} }'),
    'time-limit',
  ],
  ['nested quantifiers', select('/^(a+)+$/.test("a".repeat(40) + "b"); return twin.objects;'), 'time-limit'],
  ['alternatives that overlap', select('/^(a|aa)+$/.test("a".repeat(60) + "b"); return twin.objects;'), 'time-limit'],
  ['backward references', select('/^(a*)*\\1b$/.test("a".repeat(40)); return twin.objects;'), 'time-limit'],
  ['replace that backtracks', select('return "a".repeat(50).replace(/(a*)*$b/g, "");'), 'time-limit'],
  ['sort that compares for ever', select('return [3, 1, 2].sort(() => { for (;;); });'), 'time-limit'],
  [
    'sort of a million',
    select('const a = []; for (let i = 0; i < 1e6; i++) a.push((i * 7919) % 1000003); a.sort();'),
    'time-limit',
  ],
  ['big numbers', select('let a = 3n; for (;;) a = (a * a) % (2n ** 4000n + 1n);'), 'time-limit'],
  ['power of big numbers', select('let a = 7n ** 20000n; for (;;) a = (a * a) % (7n ** 20001n);'), 'time-limit'],
  ['long number as text', select('for (;;) String(3n ** 40000n);'), 'time-limit'],
  ['JSON.parse with a reviver that loops', select('return JSON.parse("[1]", () => { for (;;); });'), 'time-limit'],
  ['toJSON of state that loops', select('state.a = { toJSON() { for (;;); } }; return twin.objects;'), 'time-limit'],
  [
    'getter on state that loops',
    select('Object.defineProperty(state, "a", { enumerable: true, get() { for (;;); } }); return twin.objects;'),
    'time-limit',
  ],
  [
    'iterator without end, caught',
    select('for (;;) { try { [...{ [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) }]; } catch {} }'),
    'time-limit',
  ],
  [
    'iterator without end',
    select('return [...{ [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) }];'),
    'time-limit',
  ],
  ['thrown trap', select('throw { get message() { for (;;); }, toString() { for (;;); } };'), 'time-limit'],
  [
    'thrown error with a message that loops',
    select('const e = new Error("x"); Object.defineProperty(e, "message", { get() { for (;;); } }); throw e;'),
    'time-limit',
  ],
  ['trap thrown at the top', `throw { get name() { for (;;); } };\n${good}`, 'program-failed'],
  [
    'coercion that loops',
    select('return twin.objects.where(more(area, { valueOf() { for (;;); } } * 1));'),
    'time-limit',
  ],
  ['array-like without end', select('return Array.from({ length: 1e9 }, (_, i) => i % 2);'), 'time-limit'],
  [
    'state too deep',
    select('let a = {}; for (let i = 0; i < 20000; i++) a = { a }; state.a = a; return twin.objects;'),
    'time-limit',
  ],
];

const memory: Hostile[] = [
  ['array that grows', select('const a = []; for (;;) a.push([1, 2, 3, 4]);'), 'limit'],
  ['filled arrays', select('const a = []; for (;;) a.push(new Array(1e5).fill(7));'), 'limit'],
  ['map that grows', select('const m = new Map(); for (let i = 0; ; i++) m.set(i, { i });'), 'limit'],
  ['long texts kept', select('const a = []; for (let i = 0; ; i++) a.push("x".repeat(1e5) + i);'), 'limit'],
  ['split of megabytes', select('return "x,".repeat(4e6).split(",");'), 'limit'],
  [
    'join of nested arrays',
    select('let a = ["xxxxxxxx"]; for (let i = 0; i < 30; i++) a = [a, a]; return String(a);'),
    'limit',
  ],
  [
    'JSON that unfolds',
    select('let a = {}; for (let i = 0; i < 30; i++) a = [a, a]; return JSON.stringify(a);'),
    'limit',
  ],
  [
    'state that grows in a frame',
    `function init(s) { s.a = []; }\n${select('for (;;) state.a.push("x".repeat(50) + state.a.length);')}`,
    'limit',
  ],
  ['pad to half a gigabyte', select('return "x".padStart(2 ** 29, "ab").length;'), 'memory-limit'],
  ['repeat to half a gigabyte', select('return "x".repeat(2 ** 29).length;'), 'memory-limit'],
  ['closures that grow', select('const a = []; for (;;) a.push(() => a);'), 'limit'],
  ['array of many places', select('return Array.from({ length: 3e7 }).fill(1);'), 'limit'],
];

const failing: Hostile[] = [
  ['recursion without end', select('const f = () => f() + 1; f(); return twin.objects;'), 'program-failed'],
  ['recursion through a getter', select('const o = { get a() { return o.a; } }; return o.a;'), 'program-failed'],
  [
    'recursion through toString',
    select('const o = { toString() { return "" + o; } }; return "" + o;'),
    'program-failed',
  ],
  ['repeat beyond the longest text', select('return "x".repeat(2 ** 31).length;'), 'program-failed'],
  ['array beyond the longest', select('return new Array(-1);'), 'program-failed'],
  ['state too large', select('state.a = "x".repeat(70000); return twin.objects;'), 'program-failed'],
  ['state in circles', select('state.a = state; return twin.objects;'), 'program-failed'],
  ['a big number in state', select('state.a = 1n; return twin.objects;'), 'program-failed'],
  ['words in state', select('state.a = moving; return twin.objects;'), 'bad-argument'],
  [
    'getter on state that throws',
    select('Object.defineProperty(state, "a", { enumerable: true, get() { throw null; } }); return twin.objects;'),
    'program-failed',
  ],
  ['thrown text', select('throw "no";'), 'program-failed'],
  ['thrown null', select('throw null;'), 'program-failed'],
  ['thrown nothing', select('throw undefined;'), 'program-failed'],
  ['thrown symbol', select('throw Symbol("no");'), 'program-failed'],
  ['thrown function', select('throw () => twin;'), 'program-failed'],
  ['thrown circle', select('const a = {}; a.a = a; throw a;'), 'program-failed'],
  ['thrown without a prototype', select('throw Object.create(null);'), 'program-failed'],
  [
    'thrown getter that throws',
    select('throw { get message() { throw 1; }, get stack() { throw 2; }, toString() { throw 3; } };'),
    'program-failed',
  ],
  [
    'thrown error whose stack throws',
    select('const e = new Error("x"); Object.defineProperty(e, "stack", { get() { throw 1; } }); throw e;'),
    'program-failed',
  ],
  ['thrown imitation of a limit', select('throw new Error("out of memory; interrupted");'), 'program-failed'],
  ['thrown in check', select('return twin.objects.where(check("x", () => { throw 7; }));'), 'program-failed'],
  ['thrown at the top', `throw new Error("top");\n${good}`, 'program-failed'],
  ['symbol thrown at the top', `throw Symbol("top");\n${good}`, 'program-failed'],
];

const escapes: Hostile[] = [
  ['constructor of functions', select(`return ${maker}("return this")();`), 'unknown-word'],
  ['constructor through a word', select('return color["constructor"]("return process")();'), 'unknown-word'],
  ['constructor of twin', select('return twin["constructor"]["constructor"]("for(;;);")();'), 'unknown-word'],
  ['constructor of generators', select(`return ${protoOf}(Object)["constructor"]("return this")();`), 'unknown-word'],
  ['process', select('return process;'), 'unknown-word'],
  ['require', select('return require("fs");'), 'unknown-word'],
  ['globalThis', select('return globalThis;'), 'unknown-word'],
  ['eval', select('return eval("twin.objects");'), 'unknown-word'],
  ['Function', select('return Function("return 1")();'), 'unknown-word'],
  ['Proxy', select('return new Proxy(twin.objects, {});'), 'unknown-word'],
  ['Reflect', select('return Reflect.ownKeys(twin);'), 'unknown-word'],
  ['shared memory', select('return new SharedArrayBuffer(8);'), 'unknown-word'],
  ['Atomics', select('return Atomics.wait(new Int32Array(4), 0, 0);'), 'unknown-word'],
  ['a promise', select('return Promise.resolve(twin.objects);'), 'unknown-word'],
  ['random numbers', select('Math.random(); return twin.objects;'), 'unknown-word'],
  ['the calls of the host', select('__step(1, "");'), 'unknown-word'],
  ['asynchronous select', 'async function select(twin) { return twin.objects; }', 'syntax'],
  ['await', select('await twin;'), 'syntax'],
  ['a generator as select', 'function* select(twin) { yield twin.objects; }', 'syntax'],
  ['import of a module', select('return import("node:fs");'), 'syntax'],
  ['import statement', `import fs from "node:fs";\n${good}`, 'syntax'],
  ['with', select('with (twin) { return objects; }'), 'syntax'],
];

const tampering: Hostile[] = [
  ['Array.prototype', select('Array.prototype.map = () => 7; return twin.objects;'), 'program-failed'],
  [
    'Array.prototype.push by definition',
    select('Object.defineProperty(Array.prototype, "push", { value: () => 0 });'),
    'program-failed',
  ],
  ['Map.prototype', select('Map.prototype.get = () => 7; return twin.objects;'), 'program-failed'],
  ['Object.prototype', select('Object.prototype.x = 1; return twin.objects;'), 'program-failed'],
  [
    'setter on Object.prototype',
    select('Object.defineProperty(Object.prototype, "present", { set() {} });'),
    'program-failed',
  ],
  [
    'Symbol.iterator of arrays',
    select('Array.prototype[Symbol.iterator] = () => 7; return twin.objects;'),
    'program-failed',
  ],
  [
    'the iterators themselves',
    select(`${protoOf}([][Symbol.iterator]()).next = () => ({ done: true }); return twin.objects;`),
    'program-failed',
  ],
  [
    'the iterators of maps',
    select(`${protoOf}(new Map()[Symbol.iterator]()).next = () => ({ done: true });`),
    'program-failed',
  ],
  ['JSON', select('JSON.stringify = () => "{}"; return twin.objects;'), 'program-failed'],
  ['Math', select('Math.max = () => 7; return twin.objects;'), 'program-failed'],
  [
    'the words of collections',
    select(`${protoOf}(twin.objects).where = () => 7; return twin.objects;`),
    'program-failed',
  ],
  [
    'what collections inherit',
    select(`${protoOf}(${protoOf}(twin.objects)).toJSON = () => 7; return twin.objects;`),
    'program-failed',
  ],
  ['a word', select('color.call = () => 7; return twin.objects;'), 'program-failed'],
  ['twin', select('twin.objects = 7; return twin.objects;'), 'program-failed'],
  ['prototype of functions', select(`${protoOf}(() => 0).call = () => 7; return twin.objects;`), 'program-failed'],
];

const results: Hostile[] = [
  ['nothing', select('twin.objects;'), 'bad-result'],
  ['getter', select('return { get members() { for (;;); } };'), 'bad-result'],
  ['thenable', select('return { then(f) { f(twin.objects); } };'), 'bad-result'],
  ['a map', select('return new Map();'), 'bad-result'],
  ['array of ids', select('return [1, 2, 3];'), 'bad-result'],
  ['array of collections', select('return [twin.objects];'), 'bad-result'],
  ['giant array', select('return new Array(1e4).fill(twin.objects);'), 'bad-result'],
  ['imitation of a collection', select(`return Object.create(${protoOf}(twin.objects));`), 'bad-result'],
  ['a class of its own', select(`class A { resolve() { return 1; } } return new A();`), 'bad-result'],
  ['a condition', select('return moving;'), 'bad-result'],
  [
    'imitation of a condition',
    select(`return twin.objects.where(Object.create(${protoOf}(moving)));`),
    'not-a-condition',
  ],
];

/** For those that must not end by time, on a busy machine neither. */
const roomyMs = 2000;
const limitMs = 50;
/** Beyond its limit of processor time. */
const patienceMs = 250;
/** How much longer things take on this machine now than a thread that has a core to itself would need; at least 1. */
function slowdown(): number {
  const [wall, used] = [performance.now(), process.cpuUsage()];
  while (performance.now() - wall < 30);
  const { user, system } = process.cpuUsage(used);
  return Math.max(1, (performance.now() - wall) / Math.max(1, (user + system) / 1000));
}
/** A step of a bystander takes about 1 ms; were it held up by the program, it would take as long as that lives. */
const paceMs = 60;
/** Two bystanders and the test itself take a core, too. */
const busy = 2;
const all = [...time, ...memory, ...failing, ...escapes, ...tampering, ...results];

const sandbox = quickJsSandbox();
const elsewhere = quickJsSandbox();
afterAll(() => Promise.all([sandbox.close(), elsewhere.close()]));

async function endOf(program: string, timeLimitMs: number): Promise<{ code: string; ms: number }> {
  let from = performance.now();
  try {
    const session = await sandbox.open(program, { timeLimitMs });
    from = performance.now();
    await session.step(frame);
    return { code: 'answered', ms: 0 };
  } catch (error) {
    expect(error).toBeInstanceOf(ProgramError);
    return { code: (error as ProgramError).programCode, ms: performance.now() - from };
  }
}

/**
 * Steps one session again and again until told to stop: every answer must be right. Gives the median time of
 * a step, where there were some. */
function keepAsking(session: ProgramSession): () => Promise<number> {
  let goesOn = true;
  const steps: number[] = [];
  const asking = (async () => {
    while (goesOn || steps.length === 0) {
      const from = performance.now();
      expect((await session.step(frame)).ids).toEqual([1]);
      steps.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  })();
  return async () => {
    goesOn = false;
    await asking;
    return steps.length < 5 ? 0 : steps.sort((a, b) => a - b)[steps.length >> 1]!;
  };
}

describe('hostile programs', () => {
  let bystanders: ProgramSession[];
  beforeAll(async () => {
    bystanders = await Promise.all([sandbox, elsewhere].map((one) => one.open(good, { timeLimitMs: roomyMs })));
  });

  it('are at least sixty', () => {
    expect(new Set(all.map(([, program]) => program)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(all)('%s', async (...row) => {
    const [, program, expected] = row;
    const timeLimitMs = time.some(([title]) => title === row[0]) ? limitMs : roomyMs;
    const stops = bystanders.map(keepAsking);
    const { code, ms } = await endOf(program, timeLimitMs);
    const paces = await Promise.all(stops.map((stop) => stop()));
    if (expected === 'limit') expect(['time-limit', 'memory-limit']).toContain(code);
    else expect(code).toBe(expected);
    const stretch = busy * slowdown();
    if (!/ at the top$/.test(row[0])) expect(ms).toBeLessThan((timeLimitMs + patienceMs) * stretch);
    for (const medianMs of paces) expect(medianMs).toBeLessThan(paceMs * stretch);
  });
});
