import { afterAll, describe, expect, it } from 'vitest';
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
describe('sandboxed sessions', () => {
  it('answer as the program does without a sandbox', async () => {
    const program = select('return twin.objects.where(not(ever(moving)), not(color("blue"))).max(x);');
    const frames = film(2, (t) => ({
      o: [
        thing(1, [60 + 20 * t, 60, 40, 40], { color: 'red' }, { vel: [t > 1 ? 30 : 0, 0] }),
        thing(2, [200, 60, 40, 40], { color: 'red' }),
      ],
    }));
    const inside = await sandbox.open(program, { timeLimitMs: 2000 });
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
