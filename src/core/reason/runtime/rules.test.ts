import { describe, expect, it } from 'vitest';
import type { FrameObject, TwinFrame } from '../../twin/program-frame.ts';
import { film, still, thing } from '../testing/scripted-twin.ts';
import { inProcessSession } from './in-process.ts';

type Seen = 'true' | 'false' | 'unknown';

/** Truth of a condition about object 1 after the last frame. */
async function truthOf(condition: string, frames: readonly TwinFrame[]): Promise<Seen> {
  const program = `function select(twin) {
    const r = twin.objects.where(check("r", (o) => o.id === 2));
    const s = twin.objects.where(check("s", (o) => o.id === 3));
    const one = twin.objects.where(check("one", (o) => o.id === 1));
    return one.where(${condition});
  }`;
  const session = inProcessSession(program, { hysteresisSeconds: 0 });
  let last: Awaited<ReturnType<typeof session.step>> | undefined;
  for (const frame of frames) last = await session.step(frame);
  const record = last!.explanation.at(-1)!;
  const truth = record.kept.length > 0 ? true : record.dropped[0]!.truth;
  return truth === null ? 'unknown' : truth ? 'true' : 'false';
}

type Row = [condition: string, what: string, frame: TwinFrame, expected: Seen];

const looks = (words: FrameObject['words'], more: Partial<FrameObject> = {}): TwinFrame =>
  still([thing(1, [100, 100, 40, 40], words, more)]);
const bare = (more: Partial<FrameObject>): TwinFrame => looks({}, more);

/** The frame's diagonal is 734.3 px: 1 % of it is 7.34 px, 2 % are 14.7 px. */
const attributes: Row[] = [
  [
    'color("red")',
    '0.4 of the pixels',
    looks({
      colors: [
        ['blue', 0.6],
        ['red', 0.4],
      ],
    }),
    'true',
  ],
  [
    'color("red")',
    '0.39, not the largest',
    looks({
      colors: [
        ['blue', 0.6],
        ['red', 0.39],
      ],
    }),
    'unknown',
  ],
  ['color("red")', '0.16 as the largest', looks({ colors: [['red', 0.16]] }), 'true'],
  ['color("red")', '0.15 as the largest', looks({ colors: [['red', 0.15]] }), 'unknown'],
  ['color("red")', '0.14', looks({ colors: [['red', 0.14]] }), 'false'],
  ['color("red")', 'not listed', looks({ colors: [['blue', 0.9]] }), 'false'],
  ['color("red")', 'no colours', looks({}), 'unknown'],
  ['shape("round")', '0.5', looks({ shapes: { round: 0.5 } }), 'true'],
  ['shape("round")', '0.49', looks({ shapes: { round: 0.49 } }), 'unknown'],
  ['shape("round")', '0.3', looks({ shapes: { round: 0.3 } }), 'unknown'],
  ['shape("round")', '0.29', looks({ shapes: { round: 0.29 } }), 'false'],
  ['shape("round")', 'not listed', looks({ shapes: { wide: 0.9 } }), 'false'],
  ['shape("round")', 'no shapes', looks({}), 'unknown'],
  ['texture("shiny")', '0.5', looks({ textures: { shiny: 0.5 } }), 'true'],
  ['texture("shiny")', 'not listed', looks({ textures: {} }), 'false'],
  ['inState("open")', '0.7', looks({ states: { open: 0.7 } }), 'true'],
  ['inState("open")', 'not listed', looks({ states: { on: 0.7 } }), 'unknown'],
  ['label("mug")', '0.5', looks({ labels: [['mug', 0.5]] }), 'true'],
  ['label("mug")', 'a guess', looks({ labels: [['mug', 0.49]] }), 'unknown'],
  ['label("mug")', 'a bad guess', looks({ labels: [['mug', 0.29]] }), 'false'],
  ['label("mug")', 'another claimed', looks({ labels: [['cup', 0.5]] }), 'false'],
  ['label("mug")', 'another guessed', looks({ labels: [['cup', 0.49]] }), 'unknown'],
  ['label("mug")', 'no labels', looks({}), 'unknown'],
  ['label("Mug")', 'in other letters', looks({ labels: [['mUg', 0.9]] }), 'true'],
  ['visible', 'share 0.06', bare({ vis: 0.06 }), 'true'],
  ['visible', 'share 0.05', bare({ vis: 0.05 }), 'false'],
  ['hidden', 'share 0.05', bare({ vis: 0.05 }), 'true'],
  ['present', 'listed', bare({ vis: 0 }), 'true'],
  ['moving', 'no velocity yet', bare({ vel: null }), 'false'],
  ['moving', '14.7 px/s', bare({ vel: [14.7, 0] }), 'true'],
  ['moving', '14.6 px/s', bare({ vel: [14.6, 0] }), 'false'],
  ['heading("left")', '45 degrees', bare({ vel: [-50, 50] }), 'true'],
  ['heading("left")', '46 degrees', bare({ vel: [-50, 52] }), 'false'],
  ['heading("up")', 'y goes down', bare({ vel: [0, -50] }), 'true'],
  ['heading("closer")', 'no history', bare({ depth: [5, 0.9, 'm'] }), 'unknown'],
  ['inZone("left")', 'left half', bare({ c: [319, 0] }), 'true'],
  ['inZone("left")', 'right half', bare({ c: [321, 0] }), 'false'],
  ['inZone("middle")', 'a sixth off', bare({ c: [320 + 106, 180] }), 'true'],
  ['inZone("middle")', 'more than a sixth off', bare({ c: [320 + 107, 180] }), 'false'],
  ['inZone({ x: 0, y: 0, w: 0.5, h: 0.5 })', 'in the quarter', bare({ c: [10, 170] }), 'true'],
  ['inZone({ x: 0, y: 0, w: 0.5, h: 0.5 })', 'below it', bare({ c: [10, 190] }), 'false'],
];

type Place = [cx: number, cy: number, w: number, h: number];
const pair = (a: Place, b: Place, r: TwinFrame['r'] = [], more: Partial<FrameObject> = {}): TwinFrame =>
  still([thing(1, a, {}, more), thing(2, b)], r);
const depths = (a: FrameObject['depth'], b: FrameObject['depth'], r: TwinFrame['r'] = [], x = 110): TwinFrame =>
  still([thing(1, [100, 100, 40, 40], {}, { depth: a }), thing(2, [x, 100, 40, 40], {}, { depth: b })], r);
const words = (a: FrameObject['words'], b: FrameObject['words']): TwinFrame =>
  still([thing(1, [100, 100, 40, 40], a), thing(2, [200, 100, 40, 40], b)]);

const relations: Row[] = [
  ['leftOf(r)', '8 px left', pair([92, 100, 40, 40], [100, 100, 40, 40]), 'true'],
  ['leftOf(r)', '7 px left', pair([93, 100, 40, 40], [100, 100, 40, 40]), 'false'],
  ['leftOf(r)', 'wider than the reference', pair([90, 100, 80, 40], [100, 100, 40, 40]), 'false'],
  ['rightOf(r)', '8 px right', pair([108, 100, 40, 40], [100, 100, 40, 40]), 'true'],
  ['above(r)', 'bottom on the centre line', pair([100, 80, 40, 40], [100, 100, 40, 40]), 'true'],
  ['above(r)', 'bottom below the centre line', pair([100, 81, 40, 40], [100, 100, 40, 40]), 'false'],
  ['above(r)', 'far to the side', pair([300, 40, 40, 40], [100, 100, 40, 40]), 'false'],
  ['below(r)', 'mirrored', pair([100, 120, 40, 40], [100, 100, 40, 40]), 'true'],
  ['behind(r)', 'hidden by it', depths(null, null, [['hides', 2, 1]]), 'true'],
  ['behind(r)', 'hides it', depths([9, 1, 'm'], [1, 1, 'm'], [['hides', 1, 2]]), 'false'],
  ['behind(r)', 'a gap of more than a quarter', depths([9, 1, 'm'], [1, 1, 'm'], [], 151), 'false'],
  ['behind(r)', 'a gap of a quarter', depths([9, 1, 'm'], [1, 1, 'm'], [], 150), 'true'],
  ['behind(r)', 'no depth', depths(null, [1, 1, 'm']), 'unknown'],
  ['behind(r)', 'depth not sure', depths([9, 0.49, 'm'], [1, 1, 'm']), 'unknown'],
  ['behind(r)', 'other units', depths([9, 1, 'm'], [1, 1, 'cue']), 'unknown'],
  ['behind(r)', '2.9 % deeper', depths([10, 1, 'm'], [9.71, 1, 'm']), 'false'],
  ['behind(r)', '4 % deeper', depths([10, 1, 'm'], [9.6, 1, 'm']), 'true'],
  ['inFrontOf(r)', '4 % nearer', depths([9.6, 1, 'm'], [10, 1, 'm']), 'true'],
  ['nearTo(r)', 'gap of the mean size', pair([100, 100, 40, 40], [180, 100, 40, 40]), 'true'],
  ['nearTo(r)', 'a larger gap', pair([100, 100, 40, 40], [181, 100, 40, 40]), 'false'],
  ['on(r)', 'listed', pair([100, 60, 40, 40], [100, 100, 40, 40], [['on', 1, 2]]), 'true'],
  ['on(r)', 'listed, p 0.4', pair([100, 60, 40, 40], [100, 100, 40, 40], [['on', 1, 2, 0.4]]), 'unknown'],
  ['on(r)', 'the other way', pair([100, 60, 40, 40], [100, 100, 40, 40], [['on', 2, 1]]), 'false'],
  ['touching(r)', 'on it', pair([100, 60, 40, 40], [100, 100, 40, 40], [['on', 2, 1]]), 'true'],
  ['touching(r)', 'touched by it', pair([100, 60, 40, 40], [100, 100, 40, 40], [['touches', 2, 1]]), 'true'],
  ['under(r)', 'carries it', pair([100, 60, 40, 40], [100, 100, 40, 40], [['on', 2, 1]]), 'true'],
  [
    'under(r)',
    'in it, half visible',
    pair([100, 60, 40, 40], [100, 100, 40, 40], [['in', 1, 2]], { vis: 0.5 }),
    'true',
  ],
  ['under(r)', 'in it, visible', pair([100, 60, 40, 40], [100, 100, 40, 40], [['in', 1, 2]], { vis: 0.6 }), 'false'],
  ['inside(r)', 'in', pair([100, 60, 40, 40], [100, 100, 40, 40], [['in', 1, 2]]), 'true'],
  ['contains(r)', 'in, inverse', pair([100, 60, 40, 40], [100, 100, 40, 40], [['in', 2, 1]]), 'true'],
  ['heldBy(r)', 'holds, inverse', pair([100, 60, 40, 40], [100, 100, 40, 40], [['holds', 2, 1]]), 'true'],
  ['hiddenBy(r)', 'hides, inverse', pair([100, 60, 40, 40], [100, 100, 40, 40], [['hides', 2, 1]]), 'true'],
  [
    'sameColor(r)',
    'same first colour',
    words(
      { colors: [['red', 0.5]] },
      {
        colors: [
          ['red', 0.9],
          ['blue', 0.1],
        ],
      },
    ),
    'true',
  ],
  [
    'sameColor(r)',
    'other first colour',
    words(
      { colors: [['red', 0.5]] },
      {
        colors: [
          ['blue', 0.5],
          ['red', 0.4],
        ],
      },
    ),
    'false',
  ],
  ['sameColor(r)', 'none', words({ colors: [['red', 0.5]] }, {}), 'unknown'],
  ['sameLabel(r)', 'claimed', words({ labels: [['cup', 0.9]] }, { labels: [['cup', 0.6]] }), 'true'],
  ['sameLabel(r)', 'only guessed', words({ labels: [['cup', 0.9]] }, { labels: [['cup', 0.4]] }), 'unknown'],
  ['leftOf(r)', 'a plain reference that is empty', looks({}), 'false'],
  ['leftOf(r.the())', 'a missing reference', looks({}), 'unknown'],
  ['leftOf(every(r))', 'every of none', looks({}), 'unknown'],
  ['exists(r)', 'none', looks({}), 'false'],
  ['exists(r.the())', 'missing', looks({}), 'unknown'],
];

const three = (a: Place): TwinFrame => still([thing(1, a), thing(2, [100, 100, 40, 40]), thing(3, [300, 100, 40, 40])]);
const between: Row[] = [
  ['between(r, s)', 'in the middle', three([200, 100, 40, 40]), 'true'],
  ['between(r, s)', 'foot at 10 %', three([120, 100, 40, 40]), 'true'],
  ['between(r, s)', 'foot at 9 %', three([118, 100, 40, 40]), 'false'],
  ['between(r, s)', 'off by the mean size', three([200, 140, 40, 40]), 'true'],
  ['between(r, s)', 'off by more', three([200, 141, 40, 40]), 'false'],
];

const sizes = (a: Partial<FrameObject>, b: Partial<FrameObject> = {}): TwinFrame =>
  still([thing(1, [100, 100, 40, 40], {}, a), thing(2, [200, 100, 40, 40], {}, b)]);
const comparisons: Row[] = [
  ['more(area, r)', '10 % more', sizes({ area: 1100 }, { area: 1000 }), 'false'],
  ['more(area, r)', '11 % more', sizes({ area: 1110 }, { area: 1000 }), 'true'],
  ['less(area, r)', '11 % less', sizes({ area: 890 }, { area: 1000 }), 'true'],
  ['about(area, r)', '10 % less', sizes({ area: 900 }, { area: 1000 }), 'true'],
  ['more(area, r, { by: 2 })', 'twice', sizes({ area: 2000 }, { area: 1000 }), 'false'],
  ['more(area, r, { by: 2 })', 'more than twice', sizes({ area: 2001 }, { area: 1000 }), 'true'],
  ['less(area, r, { by: 2 })', 'less than half', sizes({ area: 499 }, { area: 1000 }), 'true'],
  ['about(x, r, { within: 100 })', 'within', sizes({}), 'true'],
  ['about(x, r, { within: 99 })', 'not within', sizes({}), 'false'],
  ['less(x, 107)', '7 px', sizes({}), 'false'],
  ['less(x, 108)', '8 px', sizes({}), 'true'],
  ['about(width, height)', 'square', sizes({}), 'true'],
  ['less(width, height)', 'upright', sizes({ box: [0, 0, 40, 43] }), 'true'],
  ['more(speed, 100)', 'no velocity yet', sizes({ vel: null }), 'unknown'],
  ['more(depth, r)', 'no depth', sizes({}), 'unknown'],
  ['more(depth, r)', '4 % deeper', sizes({ depth: [10.4, 1, 'm'] }, { depth: [10, 1, 'm'] }), 'true'],
  ['more(brightness, 0.5)', 'none', sizes({}), 'unknown'],
  ['more(length, 50)', 'of the rotated box', sizes({ long: 60 }), 'true'],
  ['more(measure("m", (o) => o.area * 2), 1999)', 'own measure', sizes({ area: 1000 }), 'true'],
];

const quantities = (...colors: ('red' | 'blue' | null)[]): TwinFrame =>
  still([
    thing(1, [100, 100, 40, 40], { color: 'red' }),
    ...colors.map((color, i) => thing(4 + i, [100, 100, 40, 40], color === null ? {} : { color })),
  ]);
const quantified: Row[] = [
  ['sameColor(twin.objects)', 'some: one of them', quantities('blue', 'red'), 'true'],
  ['sameColor(twin.objects)', 'some: one unknown', quantities('blue', null), 'unknown'],
  ['sameColor(twin.objects)', 'some: none', quantities('blue'), 'false'],
  ['sameColor(every(twin.objects))', 'every: not all', quantities('red', 'blue', null), 'false'],
  ['sameColor(every(twin.objects))', 'every: one unknown', quantities('red', null), 'unknown'],
  ['sameColor(every(twin.objects))', 'every: all', quantities('red', 'red'), 'true'],
  ['sameColor(atLeast(2, twin.objects))', 'two and one unknown', quantities('red', 'red', null), 'true'],
  ['sameColor(atLeast(2, twin.objects))', 'one and one unknown', quantities('red', null), 'unknown'],
  ['sameColor(atLeast(2, twin.objects))', 'one', quantities('red', 'blue'), 'false'],
  ['sameColor(exactly(1, twin.objects))', 'one', quantities('red', 'blue'), 'true'],
  ['sameColor(exactly(1, twin.objects))', 'one and one unknown', quantities('red', null), 'unknown'],
  ['sameColor(exactly(1, twin.objects))', 'two', quantities('red', 'red', null), 'false'],
  ['exists(atLeast(2, twin.objects))', 'two', quantities('red'), 'true'],
  ['exists(exactly(1, twin.objects))', 'two', quantities('red'), 'false'],
];

describe('exact rules', () => {
  it.each([...attributes, ...relations, ...between, ...comparisons, ...quantified])(
    '%s: %s',
    async (condition, _what, frame, expected) => {
      expect(await truthOf(condition, [frame])).toBe(expected);
    },
  );
});

const moves = (speed: (t: number) => number): TwinFrame[] =>
  film(2, (t) => ({
    o: [thing(1, [100 + speed(t) * t, 100, 40, 40], {}, { vel: [speed(t), 0] }), thing(2, [400, 100, 40, 40])],
  }));
const only = (from: number, to: number, seconds = 3): TwinFrame[] =>
  film(seconds, (t) => ({
    o: [thing(1, [100, 100, 40, 40], { color: t >= from && t < to ? 'red' : 'blue' }), thing(2, [400, 100, 40, 40])],
  }));
const leaves = film(3, (t) => ({
  o: t < 1 || t >= 2 ? [thing(1, [100, 100, 40, 40]), thing(2, [300, 100, 40, 40])] : [thing(2, [300, 100, 40, 40])],
}));
const deepens = (rate: number): TwinFrame[] =>
  film(1, (t) => ({ o: [thing(1, [100, 100, 40, 40], {}, { depth: [10 * (1 + rate * t), 0.9, 'm'] })] }));
const grows = (area: number): TwinFrame[] =>
  film(1, (t) => ({ o: [thing(1, [100, 100, 40, 40], {}, { area: t < 0.5 ? 1000 : area })] }));

const timed: [condition: string, what: string, frames: TwinFrame[], expected: Seen][] = [
  ['moving', 'stays on above 1 % D/s', moves((t) => (t < 1 ? 20 : 8)), 'true'],
  ['moving', 'goes off at 1 % D/s', moves((t) => (t < 1 ? 20 : 7)), 'false'],
  ['moving', 'does not go on between', moves(() => 10), 'false'],
  ['approaching(r)', 'towards it', moves(() => 50), 'true'],
  ['recedingFrom(r)', 'towards it', moves(() => 50), 'false'],
  ['approaching(r)', 'no time yet', moves(() => 50).slice(0, 3), 'unknown'],
  ['heading("farther")', '3 % a second', deepens(0.03), 'true'],
  ['heading("farther")', '1 % a second', deepens(0.01), 'false'],
  ['ever(color("red"))', 'once', only(1, 1.1), 'true'],
  ['ever(color("red"))', 'never', only(9, 9), 'false'],
  ['ever(color("red"), { after: 1.5 })', 'before the span', only(1, 1.5), 'false'],
  ['ever(color("red"), { after: 1 })', 'after is exclusive', only(1, 1.1), 'false'],
  ['ever(color("red"), { after: 0.9 })', 'just after', only(1, 1.1), 'true'],
  ['ever(color("red"), { before: 1 })', 'before is exclusive', only(1, 2), 'false'],
  ['ever(color("red"), { within: 1.9 })', 'too long ago', only(1, 1.1), 'false'],
  ['ever(color("red"), { within: 2 })', 'just long ago', only(1, 1.1), 'true'],
  ['ever(color("red"), { after: 99 })', 'a moment that has not come', only(1, 2), 'unknown'],
  ['ever(color("red"), { while: color("blue") })', 'never at once', only(1, 2), 'false'],
  ['ever(color("red"), { while: not(color("blue")) })', 'at once', only(1, 2), 'true'],
  ['ever(label("cup"))', 'never known', only(1, 2), 'unknown'],
  ['always(color("red"))', 'not always', only(1, 2), 'false'],
  ['always(color("red"))', 'always', only(0, 9), 'true'],
  ['always(color("red"), { after: 1, before: 2 })', 'in the span', only(1, 2), 'true'],
  ['always(moving, { after: 3 })', 'no moment', only(1, 2), 'unknown'],
  ['ever(not(present))', 'away for a second', leaves, 'true'],
  ['always(present)', 'away for a second', leaves, 'false'],
  ['ever(not(visible))', 'away counts', leaves, 'true'],
  ['always(leftOf(r))', 'away does not count', leaves, 'true'],
  ['held(color("red"), 1)', 'for a second', only(2, 9), 'true'],
  ['held(color("red"), 1.1)', 'not that long', only(2, 9), 'false'],
  ['at(1.55, color("red"))', 'the frame before', only(1.5, 1.6), 'true'],
  ['at(1.5, not(leftOf(r)))', 'absent then: false', leaves, 'false'],
  ['at(start, color("red"))', 'the first frame', only(0, 0.1), 'true'],
  ['at(ago(2), color("red"))', 'two seconds ago', only(1, 1.1), 'true'],
  ['at(ago(4), color("red"))', 'before the start', only(0, 9), 'unknown'],
  ['more(duration(color("red")), 0.9)', 'a second', only(1, 2), 'true'],
  ['more(duration(color("red")), 1)', 'a second', only(1, 2), 'false'],
  ['about(duration(color("red")), 0, { within: 0 })', 'a burst of 0.1 s', only(1, 1.1), 'true'],
  ['did(begins(color("red")))', 'begins', only(1, 2), 'true'],
  ['did(begins(color("red")))', 'a burst of 0.1 s', only(1, 1.1), 'false'],
  ['did(begins(color("red")))', 'true in the first frame', only(0, 9), 'false'],
  ['did(begins(color("red")))', 'not certain yet', only(2.9, 9), 'false'],
  ['did(ends(color("red")))', 'ends', only(0, 1), 'true'],
  ['did(ends(color("red")))', 'not certain yet', only(0, 2.9), 'false'],
  ['about(times(begins(color("red"))), 1)', 'once', only(1, 2), 'true'],
  ['more(change(area), 0)', '10 % larger', grows(1100), 'false'],
  ['more(change(area), 0)', '11 % larger', grows(1110), 'true'],
  ['less(change(area), 0)', '11 % smaller', grows(890), 'true'],
  ['about(at(start, area), 1000, { within: 0 })', 'the first area', grows(2000), 'true'],
  ['more(travelled(), 80)', 'six steps of 15 px', moves(() => 50), 'true'],
  [
    'about(travelled(), 0)',
    'jitter does not count',
    film(2, (t) => ({ o: [thing(1, [100 + (Math.round(t * 10) % 2) * 5, 100, 40, 40])] })),
    'true',
  ],
  ['ever(leftOf(current(r)))', 'today’s members', only(1, 2), 'true'],
  ['ever(rightOf(current(r)))', 'today’s members', only(1, 2), 'false'],
  ['not(ever(not(leftOf(current(r)))))', 'logic under current', only(1, 2), 'true'],
];

describe('exact rules over time', () => {
  it.each(timed)('%s: %s', async (condition, _what, frames, expected) => {
    expect(await truthOf(condition, frames)).toBe(expected);
  });
});
