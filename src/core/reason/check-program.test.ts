import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProgram, maxProgramChars, readProgram } from './check-program.ts';
import { ProgramError } from './program-error.ts';
import { inProcessSession } from './runtime/in-process.ts';
import { still, thing } from './testing/scripted-twin.ts';

type Row = [what: string, body: string, code: string, line: number, column: number, hint?: RegExp];

const program = (body: string): string => `function select(twin, state) {\n${body}\n}`;

/** Found in the text; line 1 is the head of the function. */
const found: Row[] = [
  ['bad syntax', 'return twin.objects.where(;', 'syntax', 2, 27],
  ['import', 'return import(x);', 'syntax', 2, 8],
  ['a generator', 'const f = function* () {};\nreturn twin.objects;', 'syntax', 2, 11],
  ['&& on conditions', 'return twin.objects.where(moving && visible);', 'operator', 2, 27, /all\(/],
  ['|| on objects', 'const a = twin.objects;\nreturn a || twin.parts;', 'operator', 3, 8, /orElse/],
  ['! on a condition', 'return twin.objects.where(!color("red"));', 'operator', 2, 27, /not\(/],
  ['?: on objects', 'const a = twin.objects.where(moving);\nreturn a ? a : twin.parts;', 'operator', 3, 8, /exists/],
  ['if on objects', 'const a = twin.objects;\nif (a) return a;\nreturn a;', 'operator', 3, 5],
  ['> on a measure', 'return twin.objects.where(area > 5);', 'not-a-number', 2, 27, /more\(area, 5\)/],
  ['nth without order', 'return twin.objects.nth(2);', 'not-ordered', 2, 21, /sortBy/],
  ['nextTo', 'return twin.objects.where(nextTo(twin.parts));', 'unknown-word', 2, 27, /nearTo/],
  ['still', 'return twin.objects.where(still);', 'unknown-word', 2, 27, /not\(moving\)/],
  ['leftmost', 'return twin.objects.leftmost();', 'unknown-word', 2, 21, /\.min\(x\)/],
  ['filter', 'return twin.objects.filter(o => true);', 'unknown-word', 2, 21, /where/],
  ['a slip of the pen', 'return twin.objects.where(colr("red"));', 'unknown-word', 2, 27, /color/],
  ['Date', 'return Date.now();', 'unknown-word', 2, 8, /twin\.time/],
];

/** Found when the program runs. */
const thrown: Row[] = [
  ['a measure for a condition', 'return twin.objects.where(area);', 'not-a-condition', 2, 0, /more\(area/],
  ['a function for a condition', 'return twin.objects.where((o) => true);', 'not-a-condition', 2, 0, /check\(/],
  ['a condition for a measure', 'return twin.objects.max(moving);', 'not-a-measure', 2, 0],
  ['a text for objects', 'return twin.objects.where(leftOf("ball"));', 'not-objects', 2, 0],
  ['a colour that is none', 'return twin.objects.where(color("crimson"));', 'bad-argument', 2, 0, /red/],
  ['an event that is none', 'return twin.events("jumps").last().who();', 'bad-argument', 2, 0, /enters/],
  ['an option that is none', 'return twin.objects.where(ever(moving, { from: 2 }));', 'bad-argument', 2, 0, /after/],
  [
    'events for a moment',
    'return twin.objects.where(ever(moving, { after: twin.events("stops") }));',
    'moment-needed',
    2,
    0,
    /first/,
  ],
  ['a list for objects', 'return [1, 2];', 'bad-result', 0, 0],
  ['nothing', 'twin.objects;', 'bad-result', 0, 0, /return/],
  ['a measure by stealth', 'const [m] = [area];\nreturn m > 5;', 'not-a-number', 3, 0],
  ['an error of its own', 'throw new Error("so");', 'program-failed', 2, 0],
];

describe('faults of programs', () => {
  it.each(found)('%s is found in the text', (_what, body, code, line, column, hint) => {
    const checked = checkProgram(program(body));
    expect(checked.issues[0]).toMatchObject({ code, path: [line, column] });
    if (hint !== undefined) expect(checked.issues[0]!.message).toMatch(hint);
    expect(() => readProgram(program(body))).toThrow(ProgramError);
  });

  it.each(thrown)('%s is found at work', async (_what, body, code, line, _column, hint) => {
    const session = inProcessSession(program(body));
    const error = await session.step(still([thing(1, [10, 10, 10, 10])])).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ProgramError);
    expect(error).toMatchObject({ programCode: code, line });
    if (hint !== undefined) expect((error as ProgramError).hint).toMatch(hint);
  });

  it('wants select, and a text of some length', () => {
    expect(checkProgram('const a = 1;').issues[0]?.code).toBe('no-select');
    expect(checkProgram('x'.repeat(maxProgramChars + 1)).issues[0]?.code).toBe('syntax');
    expect(checkProgram(`${'('.repeat(20_000)}`).issues[0]?.code).toBe('syntax');
    expect(checkProgram('const select = (twin) => twin.objects;').ok).toBe(true);
  });

  it('takes several statements in one line', async () => {
    const session = inProcessSession('function select(twin) { const a = twin.objects; const b = a; return b; }');
    expect((await session.step(still([thing(1, [10, 10, 10, 10])]))).ids).toEqual([1]);
  });

  it('never throws, whatever the text', () => {
    const bits = fc.constantFrom(
      'select',
      '(',
      ')',
      '{',
      '}',
      'twin',
      '.objects',
      '.where',
      'area',
      '!',
      '&&',
      '=>',
      ' ',
      '\n',
      '"',
      '`',
    );
    const text = fc.array(fc.oneof(bits, fc.string({ maxLength: 4 })), { maxLength: 30 }).map((list) => list.join(''));
    fc.assert(
      fc.property(text, (one) => Array.isArray(checkProgram(one).issues)),
      { numRuns: 2000 },
    );
  });
});
