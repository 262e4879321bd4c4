import { describe, expect, it } from 'vitest';
import type { TwinFrame } from '../../twin/program-frame.ts';
import type { ProgramAnswer } from '../contract.ts';
import { film, still, thing } from '../testing/scripted-twin.ts';
import { inProcessSession } from './in-process.ts';

const program = (body: string): string => `function select(twin, state) {\n${body}\n}`;

async function answers(frames: readonly TwinFrame[], body: string, hysteresisSeconds = 0): Promise<ProgramAnswer[]> {
  const session = inProcessSession(program(body), { hysteresisSeconds });
  const out: ProgramAnswer[] = [];
  for (const frame of frames) out.push(await session.step(frame));
  return out;
}

const desk = still(
  [
    thing(10, [300, 300, 400, 40], { label: 'desk' }),
    thing(5, [200, 200, 20, 160], { label: 'lamp' }),
    thing(4, [300, 260, 40, 40], { label: 'mug' }),
    thing(18, [600, 200, 40, 160], { label: 'lamp' }),
  ],
  [
    ['on', 5, 10],
    ['on', 4, 10, 0.8],
  ],
);

describe('explanations', () => {
  it('say what each operator kept and dropped, and why', async () => {
    const body = `const desk = twin.objects.where(label("desk")).the();
      const mug = twin.objects.where(label("mug")).the();
      return twin.objects.where(on(desk), more(height, mug));`;
    const [answer] = await answers([desk], body);
    expect(answer!.ids).toEqual([5]);
    expect(answer!.explanation.map(({ op }) => op)).toEqual(['where', 'the', 'where', 'the', 'where']);
    expect(answer!.explanation.at(-1)).toEqual({
      op: 'where',
      text: 'on(desk), more(height, mug)',
      kept: [{ id: 5, because: 'rests on #10; height 160 vs 40', p: 1 }],
      dropped: [
        { id: 10, because: 'there is no other desk', truth: false, p: 1 },
        { id: 4, because: 'height 40 vs nothing', truth: false, p: 1 },
        { id: 18, because: 'not on #10', truth: false, p: 1 },
      ],
    });
  });

  it('say what was unknown', async () => {
    const body = 'return twin.objects.where(label("lamp")).max(depth);';
    const [answer] = await answers([desk], body);
    expect(answer!.explanation.at(-1)).toEqual({
      op: 'max',
      text: 'depth',
      kept: [],
      dropped: [
        { id: 5, because: 'depth unknown', truth: null, p: 0.9 },
        { id: 18, because: 'depth unknown', truth: null, p: 0.9 },
      ],
    });
    expect(answer!.warnings.map(({ code }) => code)).toEqual(['nothing-to-compare']);
  });

  it('warn of several where one is meant', async () => {
    const [answer] = await answers([desk], 'return twin.objects.where(label("lamp")).the();');
    expect(answer).toMatchObject({ ids: [5], warnings: [{ code: 'ambiguous' }] });
  });

  it('give the least confidence on the way as the score', async () => {
    const [answer] = await answers([desk], 'return twin.objects.where(on(twin.objects), label("mug"));');
    expect(answer!.scores[0]).toBeCloseTo(0.9 * 0.8, 4);
  });

  it('give groups as groups', async () => {
    const [answer] = await answers([desk], 'return twin.objects.groups("label");');
    expect(answer!.groups).toEqual([[10], [5, 18], [4]]);
  });
});

describe('answers over time', () => {
  const flicker = film(2, (t) => ({
    o: [thing(1, [100, 100, 40, 40], { color: t < 0.35 || (t > 0.45 && t < 1) ? 'red' : 'blue' })],
  }));

  it('come and go after 0.2 s of agreement', async () => {
    const shown = (await answers(flicker, 'return twin.objects.where(color("red"));', 0.2)).map(
      ({ ids }) => ids.length,
    );
    expect(shown).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('follow at once when that is switched off', async () => {
    const shown = (await answers(flicker, 'return twin.objects.where(color("red"));')).map(({ ids }) => ids.length);
    expect(shown.slice(0, 12)).toEqual([1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0]);
  });

  it('changes at once with events that name no other role', async () => {
    const both = [thing(1, [100, 100, 40, 40], { color: 'red' }), thing(2, [300, 100, 40, 40], { color: 'red' })];
    const starting = film(2, (t) => ({
      o: both,
      e: t === 0.5 || t === 1 ? [{ t, type: 'starts' as const, who: t === 1 ? 2 : 1 }] : [],
    }));
    const told = async (body: string) => (await answers(starting, body, 0.2)).map(({ ids }) => ids.join());
    const changes = [...Array(5).fill(''), ...Array(5).fill('1'), ...Array(11).fill('2')];
    expect(await told('return twin.events("starts").last().who();')).toEqual(changes);
    const red = 'twin.objects.where(color("red"))';
    expect((await told(`return twin.events("starts", { who: ${red} }).last().who();`)).indexOf('1')).toBe(7);
    const afterRed = `{ after: twin.events("starts", { who: ${red} }).first() }`;
    expect((await told(`return twin.events("starts", ${afterRed}).last().who();`)).indexOf('2')).toBe(12);
  });

  it('drop what has left, with a note', async () => {
    const leaving = film(1, (t) => ({
      o: t < 0.5 ? [thing(1, [10, 100, 40, 40])] : [],
      e: t === 0.5 ? [{ t, type: 'leaves', who: 1 }] : [],
    }));
    const last = (await answers(leaving, 'return twin.events("leaves").last().who();')).at(-1)!;
    expect(last).toMatchObject({ ids: [], warnings: [{ code: 'has-left', message: '#1 has left' }] });
  });

  it('remember words that are first met late from there, and say so', async () => {
    const body = 'return twin.frame < 5 ? twin.objects : twin.objects.where(not(ever(moving)));';
    const moving = film(1, (t) => ({ o: [thing(1, [10, 10, 10, 10], {}, { vel: [t < 0.3 ? 50 : 0, 0] })] }));
    const all = await answers(moving, body);
    expect(all[5]).toMatchObject({ ids: [1], warnings: [{ code: 'late-memory' }] });
  });

  it('keep state between frames', async () => {
    const body = 'state.n = (state.n ?? 0) + 1; return twin.objects.where(check("odd", () => state.n % 2 === 1));';
    expect((await answers(flicker.slice(0, 4), body)).map(({ ids }) => ids.length)).toEqual([1, 0, 1, 0]);
  });

  it('are the same each time', async () => {
    const body = 'return twin.objects.where(not(ever(color("blue"), { within: 0.5 }))).sortBy(x);';
    expect(await answers(flicker, body)).toEqual(await answers(flicker, body));
  });

  it('stay within bounds over many changes', async () => {
    const blink = film(120, (t) => ({
      o: [thing(1, [100, 100, 40, 40], { color: Math.round(t * 2) % 2 === 0 ? 'red' : 'blue' })],
    }));
    const body =
      'return twin.objects.where(about(duration(color("red")), 60, { within: 0.6 }), more(times(begins(color("red"))), 60));';
    expect((await answers(blink, body)).at(-1)!.ids).toEqual([1]);
  });
});

describe('events of things with parts', () => {
  const walker = thing(1, [100, 100, 40, 80], { color: 'red', label: 'person' });
  const leg = thing(2, [100, 130, 12, 30], { color: 'blue', label: 'leg' }, { partOf: 1 });
  const frame: TwinFrame = {
    ...still([walker, leg]),
    e: [
      { t: 0, type: 'starts', who: 1 },
      { t: 0, type: 'starts', who: 2 },
    ],
  };
  const idsOf = async (body: string) => {
    const session = inProcessSession(`function select(twin) { ${body} }`, { hysteresisSeconds: 0 });
    return (await session.step(frame)).ids;
  };

  it('are those of the whole where nobody says whose are meant', async () => {
    expect(await idsOf('return twin.events("starts").last().who();')).toEqual([1]);
    expect(await idsOf('return twin.events("starts").nth(2).who();')).toEqual([]);
  });

  it('are those of a part where it is asked for', async () => {
    expect(await idsOf('return twin.events("starts", { who: twin.parts }).last().who();')).toEqual([2]);
    expect(await idsOf('return twin.parts.where(did("starts"));')).toEqual([2]);
  });
});

describe('what a frame can say besides', () => {
  it('states of things, with their confidence in the score', async () => {
    const doors = still([
      thing(1, [100, 100, 40, 80], { states: { open: 0.8 } }),
      thing(2, [200, 100, 40, 80], { states: { open: 0.1, closed: 0.9 } }),
      thing(3, [300, 100, 40, 80], { states: { closed: 0.9 } }),
    ]);
    const [answer] = await answers([doors], 'return twin.objects.where(inState("open"));');
    expect(answer!.ids).toEqual([1]);
    expect(answer!.scores[0]).toBeCloseTo(0.9 * 0.8, 4);
    expect(answer!.explanation[0]!.dropped.map(({ truth }) => truth)).toEqual([false, null]);
  });

  it('depth as a cue: an order among things, no metres, and only where it is sure', async () => {
    const row = still([
      thing(1, [100, 100, 60, 60], {}, { depth: [5, 0.9, 'cue'] }),
      thing(2, [140, 100, 60, 60], {}, { depth: [6, 0.7, 'cue'] }),
      thing(3, [150, 120, 60, 60], {}, { depth: [9, 0.4, 'cue'] }),
    ]);
    const first = 'const first = twin.objects.where(check("first", (o) => o.id === 1));';
    const [answer] = await answers([row], `${first} return twin.objects.where(behind(first));`);
    expect(answer!.ids).toEqual([2]);
    expect(answer!.scores[0]).toBeCloseTo(0.9 * 0.7, 4);
    expect((await answers([row], 'return twin.objects.max(depth);'))[0]!.ids).toEqual([2]);
  });

  it.each(['approaches', 'recedes', 'changes shape', 'splits', 'merges'] as const)('the event %s', async (type) => {
    const frames = film(1, (t) => ({
      o: [thing(1, [100, 100, 40, 40], { color: 'red' }), thing(2, [300, 100, 40, 40], { color: 'blue' })],
      e: t === 0.5 ? [{ t, type, who: 1, other: 2 }] : [],
    }));
    const blue = 'const blue = twin.objects.where(color("blue"));';
    const did = await answers(frames, `${blue} return twin.objects.where(did("${type}", { other: blue }));`);
    expect(did.map(({ ids }) => ids.join())).toEqual(frames.map(({ t }) => (t < 0.5 ? '' : '1')));
    // Merging holds both ways.
    const both = await answers(frames, `return twin.objects.where(did("${type}"));`);
    expect(both.at(-1)!.ids).toEqual(type === 'merges' ? [1, 2] : [1]);
  });
});
