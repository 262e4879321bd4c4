import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../core/base/index.ts';
import { chooseAblations, requireFit, sweepAblations } from './choose.ts';
import { combineChanges } from './combine.ts';
import { ablations, ablationsText } from './list.ts';

const texts = (...given: string[]) => chooseAblations(given).map(({ text }) => text);
const changes = (...given: string[]) => combineChanges(chooseAblations(given));

describe('chooseAblations', () => {
  it('gives one text for one set, however it is written', () => {
    expect(texts('blur=2.0, no-memory', 'window=012')).toEqual(['no-memory', 'window=12', 'blur=2']);
    expect(texts('window=unbounded')).toEqual(['window=unbounded']);
    expect(texts()).toEqual([]);
  });

  it.each([
    ['fog', /there is no ablation "fog"/],
    ['', /there is no ablation ""/],
    ['no-memory,', /there is no ablation ""/],
    ['window', /window=N needs a whole number from 1 to 1000000 or unbounded: "window"/],
    ['window=0', /window=N/],
    ['window=1.5', /whole number/],
    ['window=1e3', /window=N/],
    ['lambda=2', /lambda=X needs a number from 0 to 1: "lambda=2"/],
    ['lambda=unbounded', /lambda=X/],
    ['lambda=0=1', /lambda=X/],
    ['no-memory=1', /takes no value/],
    ['blur=1,blur=2', /blur is given twice/],
    ['speed=1', /speed=N needs a whole number from 2 to 100/],
  ])('refuses "%s"', (text, message) => {
    expect(() => chooseAblations([text])).toThrow(InputError);
    expect(() => chooseAblations([text])).toThrow(message);
  });

  it('says what there is', () => {
    const thrown = (() => {
      try {
        chooseAblations(['fog']);
      } catch (error) {
        return error as InputError;
      }
      throw new Error('it was taken');
    })();
    for (const { name } of ablations) expect(thrown.remedy).toContain(name);
    expect(ablationsText()).toContain('window=N ');
  });

  it('takes every value of every sweep', () => {
    const all = sweepAblations('builtin').map(({ text }) => text);
    expect(new Set(all.map((text) => text.split('=')[0])).size).toBe(ablations.length);
    expect(new Set(all).size).toBe(all.length);
    for (const text of all) expect(texts(text)).toEqual([text]);
  });
});

it('sweeps what is named, and only what means something', () => {
  const swept = (...given: Parameters<typeof sweepAblations>) => sweepAblations(...given).map(({ text }) => text);
  expect(swept('builtin', ['no-memory,window=12', 'speed'])).toEqual(['no-memory', 'window=12', 'speed=2', 'speed=4']);
  expect(swept('oracle')).toContain('drop=0.3');
  expect(swept('oracle').join()).not.toMatch(/blur|noise|dark|small|occlude|shake/);
  expect(() => swept('oracle', ['blur'])).toThrow(/looks at no pictures/);
  expect(() => swept('oracle', ['fog'])).toThrow(/there is no ablation/);
});

describe('requireFit', () => {
  const fits = (text: string, perception: 'builtin' | 'oracle' | 'noisy', everyFrame = false) =>
    requireFit(chooseAblations([text]), { perception, everyFrame });
  it.each(['occlude=0.1', 'shake=2', 'dark=0.5', 'blur=1', 'small=0.5', 'noise=5'])('%s needs pictures', (text) => {
    expect(() => fits(text, 'oracle')).toThrow(/looks at no pictures/);
    expect(() => fits(text, 'noisy')).toThrow(InputError);
    expect(() => fits(text, 'builtin')).not.toThrow();
  });
  it.each(['drop=0.1', 'speed=2', 'no-memory', 'frozen-twin'])('%s does not', (text) => {
    expect(() => fits(text, 'oracle')).not.toThrow();
  });
  it('writes masks of whole videos only', () => {
    expect(() => fits('speed=2', 'oracle', true)).toThrow(/none of the frames and pixels/);
    expect(() => fits('shake=1', 'builtin', true)).toThrow(/Leave out|pixels/);
    expect(() => fits('drop=0.5', 'oracle', true)).not.toThrow();
  });
});

describe('what is changed', () => {
  const twin = (options: object) => ({ stream: { twin: options }, pictures: [] });
  it.each<[string, object]>([
    ['frozen-twin', { stream: {}, pictures: [], mostFrames: 1 }],
    ['no-memory', twin({ refindSeconds: 0, maxSummaries: 0 })],
    ['window=1', twin({ window: 1 })],
    ['window=unbounded', twin({ window: 1_000_000 })],
    ['lambda=0.25', twin({ lambda: 0.25 })],
    ['alpha=0.6', twin({ softAlpha: 0.6, softBlur: 1 })],
    ['key-frames=6', { stream: { keyFrameInterval: 6 }, pictures: [] }],
    ['drop=0.3', { stream: {}, pictures: [], dropped: 0.3 }],
    ['speed=4', { stream: {}, pictures: [], every: 4 }],
    [
      'no-smoothing',
      {
        stream: { hysteresisSeconds: 0, twin: { smoothing: 1, depthSmoothing: 1, softAlpha: null, window: 1 } },
        pictures: [],
      },
    ],
  ])('by %s is that and nothing else', (text, expected) => expect(changes(text)).toEqual(expected));

  it('by one that changes pictures is pictures', () => {
    for (const text of ['occlude=0.1', 'dark=0.5', 'blur=1', 'small=0.5', 'noise=5'])
      expect(changes(text)).toEqual({ stream: {}, pictures: [expect.any(Function)] });
    expect(changes('shake=3')).toEqual({ stream: {}, pictures: [expect.any(Function)], shakePx: 3 });
  });

  it('adds up, and what sets one thing overrules what sets several', () => {
    expect(changes('window=12', 'no-smoothing', 'no-memory', 'key-frames=2').stream).toEqual({
      keyFrameInterval: 2,
      hysteresisSeconds: 0,
      twin: { smoothing: 1, depthSmoothing: 1, softAlpha: null, window: 12, refindSeconds: 0, maxSummaries: 0 },
    });
    expect(changes('noise=5', 'blur=1', 'shake=2').pictures).toHaveLength(3);
  });
});
