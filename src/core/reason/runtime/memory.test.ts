import { describe, expect, it } from 'vitest';
import type { FrameEvent, FrameObject, TwinFrame } from '../../twin/program-frame.ts';
import { thing } from '../testing/scripted-twin.ts';
import { inProcessSession } from './in-process.ts';
import { settings } from './settings.ts';

/** A gate that stays, and visitors of which each stays for 2 s beside it, left of it or right of it by turns. */
function visitors(number: number, residents: (t: number) => FrameObject[]): TwinFrame[] {
  const frames: TwinFrame[] = [];
  for (let i = 0; i < number * 5; i++) {
    const t = i * 0.4;
    const visitor = Math.floor(i / 5);
    const o = [...residents(t), thing(100 + visitor, [visitor % 2 === 0 ? 100 : 500, 50, 20, 20], { color: 'blue' })];
    const e: FrameEvent[] = i % 5 === 0 && i > 0 ? [{ t, type: 'enters', who: 100 + visitor }] : [];
    frames.push({ i, t, w: 640, h: 360, o, r: [], e });
  }
  return frames;
}

async function answersOf(frames: readonly TwinFrame[], body: string): Promise<number[][]> {
  const session = inProcessSession(`function select(twin, state) {\n${body}\n}`, { hysteresisSeconds: 0 });
  const out: number[][] = [];
  for (const frame of frames) out.push([...(await session.step(frame)).ids]);
  return out;
}

const gate = thing(1, [300, 180, 40, 200], { color: 'yellow' });
/** Left of the gate for the first ten seconds, right of it since. */
const walker = (t: number) => thing(2, [t < 10 ? 200 : 400, 180, 20, 20], { color: 'red' }, { vel: [0, 0] });
const many = visitors(1.5 * settings.things, (t) => [gate, walker(t)]);
const theGate = 'const gate = twin.objects.where(color("yellow")).the();';

describe('what a program remembers', () => {
  it('reaches back to the start over more things than it keeps', async () => {
    const answers = await answersOf(many, `${theGate} return twin.objects.where(at(start, leftOf(gate)));`);
    expect(answers.at(-1)).toEqual([2]);
  });

  it('reaches back to the start for pairs under current', async () => {
    const body = `${theGate} return twin.objects.where(ever(leftOf(current(gate)), { before: 5 }));`;
    expect((await answersOf(many, body)).at(-1)).toEqual([2]);
  });

  it('keeps the first events of a type, and the number of all', async () => {
    const first = (await answersOf(many, 'return twin.objects.where(more(times("enters"), 0));')).at(-1)!;
    expect(first).toEqual([100 + 1.5 * settings.things - 1]);
    const moving = visitors(600, (t) => [
      gate,
      thing(2, [200 + 200 * (Math.floor(t) % 2), 180, 20, 20], { color: 'red' }),
    ]);
    const told = moving.map((frame): TwinFrame => ({ ...frame, e: [{ t: frame.t, type: 'starts', who: 2 }] }));
    const body = `return twin.objects.where(about(times("starts"), ${told.length}), at(twin.events("starts").first(), present));`;
    expect((await answersOf(told, body)).at(-1)).toEqual([2]);
  });

  it('follows what a role means from frame to frame, as a search of all events would', async () => {
    const turns = visitors(60, (t) => [
      gate,
      thing(2, [400, 180, 20, 20], { color: t % 20 < 10 ? 'red' : 'green' }),
    ]).map(
      (frame): TwinFrame => (frame.i % 7 === 0 ? { ...frame, e: [{ t: frame.t, type: 'starts', who: 2 }] } : frame),
    );
    const body = 'return twin.events("starts", { who: twin.objects.where(color("red")) }).who();';
    const answers = await answersOf(turns, body);
    for (const [i, ids] of answers.entries()) expect(ids).toEqual(turns[i]!.t % 20 < 10 ? [2] : []);
  });

  it('counts edges of things that have settled once, and again when they are back', async () => {
    const frames = visitors(60, (t) =>
      t % 24 < 12 ? [gate, thing(2, [t % 24 < 4 ? 100 : 500, 300, 20, 20])] : [gate],
    );
    const body = 'return twin.objects.where(about(times(begins(inZone("right"))), 5));';
    expect((await answersOf(frames, body)).at(-32)).toEqual([2]);
  });
});
