import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../base/random.ts';
import { maskFromBitmap } from '../../../masks/bitmap.ts';
import type { Mask } from '../../../masks/mask.ts';
import { Frame } from '../../../media/frame.ts';
import type { Appearance, Color, Shape, Texture } from '../../contract.ts';
import { appearanceSpecialist } from './appearance-specialist.ts';

type Rgb = readonly [number, number, number];
type Inside = (x: number, y: number) => boolean;
type Paint = (x: number, y: number) => Rgb;

const size = 240;
const ground: Rgb = [120, 150, 120];

interface Drawing {
  readonly inside: Inside;
  readonly paint: Paint;
  readonly noise?: number;
}

/** Draws with edges blended over 3x3 places a pixel, and sensor noise; x and y run from the picture's middle. */
function draw({ inside, paint, noise = 3 }: Drawing): { frame: Frame; mask: Mask } {
  const random = seededRandom(5);
  const data = new Uint8Array(3 * size * size);
  const bitmap = new Uint8Array(size * size);
  for (let p = 0; p < size * size; p++) {
    const x = (p % size) + 0.5 - size / 2;
    const y = Math.floor(p / size) + 0.5 - size / 2;
    let cover = 0;
    for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) if (inside(x + dx / 3, y + dy / 3)) cover += 1 / 9;
    const color = paint(x, y);
    for (let c = 0; c < 3; c++) {
      const value = cover * color[c]! + (1 - cover) * ground[c]! + noise * random.normal();
      data[3 * p + c] = Math.max(0, Math.min(255, Math.round(value)));
    }
    if (cover > 0.5) bitmap[p] = 1;
  }
  return {
    frame: new Frame({ width: size, height: size, index: 0, time: 0, data }),
    mask: maskFromBitmap(bitmap, [size, size]),
  };
}

async function look(drawing: Drawing): Promise<Appearance> {
  const { frame, mask } = draw(drawing);
  const session = appearanceSpecialist().open({ width: size, height: size, fps: null, still: true, seed: 1 });
  const { appearance } = await session.run(frame, { attributes: ['appearance'], concepts: [], regions: [{ mask }] });
  return appearance![0]!;
}

const disc =
  (radius: number): Inside =>
  (x, y) =>
    Math.hypot(x, y) < radius;

const box =
  (w: number, h: number, degrees = 0): Inside =>
  (x, y) => {
    const [u, v] = turn(x, y, degrees);
    return Math.abs(u) < w / 2 && Math.abs(v) < h / 2;
  };

const ellipse =
  (w: number, h: number): Inside =>
  (x, y) =>
    (2 * x) ** 2 / w ** 2 + (2 * y) ** 2 / h ** 2 < 1;

const triangle =
  (side: number, degrees: number): Inside =>
  (x, y) => {
    const [u, v] = turn(x, y, degrees);
    return v < side / 4 && v > -0.6 * side + 1.7 * Math.abs(u);
  };

function turn(x: number, y: number, degrees: number): readonly [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [x * Math.cos(angle) + y * Math.sin(angle), y * Math.cos(angle) - x * Math.sin(angle)];
}

const plain =
  (color: Rgb): Paint =>
  () =>
    color;

/** Light falls from `bright` on the left to `dark` on the right of 160 px. */
const shaded =
  (color: Rgb, bright: number, dark: number): Paint =>
  (x) => {
    const light = bright + (dark - bright) * Math.max(0, Math.min(1, x / 160 + 0.5));
    return color.map((value) => Math.min(255, value * light)) as unknown as Rgb;
  };

const striped =
  (a: Rgb, b: Rgb, period: number, degrees: number): Paint =>
  (x, y) =>
    (((turn(x, y, degrees)[0] / period) % 1) + 1) % 1 < 0.5 ? a : b;

const spotted =
  (a: Rgb, b: Rgb, spacing: number, radius: number): Paint =>
  (x, y) => {
    const row = Math.round(y / spacing);
    const shift = row % 2 === 0 ? 0 : spacing / 2;
    const column = Math.round((x - shift) / spacing);
    return Math.hypot(x - shift - column * spacing, y - row * spacing) < radius ? b : a;
  };

/** A white lamp mirrored in a ball. */
const glossy =
  (color: Rgb): Paint =>
  (x, y) => {
    const glare = Math.max(0, Math.min(1, 2 - Math.hypot(x + 18, y + 18) / 6));
    const light = 1 - Math.hypot(x, y) / 160;
    return color.map((value) => value * light * (1 - glare) + 255 * glare) as unknown as Rgb;
  };

const red: Rgb = [190, 30, 35];
const blue: Rgb = [40, 70, 170];
const white: Rgb = [235, 235, 230];
const dark: Rgb = [30, 30, 32];

describe('colours', () => {
  const rows: readonly (readonly [string, Color, Paint])[] = [
    ['a red ball in even light', 'red', plain(red)],
    ['a red ball half in the shade', 'red', shaded(red, 1.1, 0.45)],
    ['a blue ball from light to shade', 'blue', shaded(blue, 1.3, 0.5)],
    ['a green ball in the shade', 'green', shaded([40, 140, 50], 0.9, 0.5)],
    ['a yellow ball', 'yellow', shaded([240, 210, 30], 1.05, 0.85)],
    ['a shiny red ball', 'red', glossy([200, 30, 40])],
    ['a white ball', 'white', shaded(white, 1.05, 0.9)],
    ['a black ball', 'black', shaded(dark, 1.2, 0.8)],
    ['a gray ball', 'gray', shaded([128, 128, 130], 1.15, 0.85)],
  ];
  it.each(rows)('%s is %s', async (_, name, paint) => {
    const { colors } = await look({ inside: disc(70), paint });
    expect(colors[0]![0]).toBe(name);
    expect(colors[0]![1]).toBeGreaterThan(0.7);
  });

  it('gives two colours their shares and leaves blended edges out', async () => {
    const { colors } = await look({ inside: disc(60), paint: striped(red, white, 24, 0) });
    const shares = new Map(colors);
    // the pixels on the border of two stripes (noise is 3 levels)
    expect(shares.get('red')).toBeGreaterThan(0.44);
    expect(shares.get('white')).toBeGreaterThan(0.44);
  });

  it('names a thing of a few pixels', async () => {
    const { colors } = await look({ inside: disc(3), paint: plain(red) });
    expect(colors[0]![0]).toBe('red');
  });
});

describe('shapes', () => {
  const rows: readonly (readonly [string, Inside, readonly Shape[], readonly Shape[]])[] = [
    ['a disc', disc(50), ['round'], ['elongated', 'rectangular', 'triangular', 'tall', 'wide']],
    ['a small disc', disc(8), ['round'], ['elongated', 'triangular', 'rectangular']],
    ['a square', box(80, 80), ['rectangular'], ['round', 'elongated', 'triangular']],
    ['a square on its corner', box(80, 80, 45), ['rectangular'], ['round', 'elongated', 'triangular']],
    ['a turned box', box(110, 60, 25), ['rectangular'], ['round', 'triangular', 'elongated']],
    ['a rod', box(150, 22, 30), ['rectangular', 'elongated'], ['round', 'triangular']],
    ['a post', box(24, 150), ['rectangular', 'elongated', 'tall'], ['round', 'wide']],
    ['a long ellipse', ellipse(180, 45), ['elongated', 'wide'], ['round', 'rectangular', 'tall', 'triangular']],
    ['a wide ellipse', ellipse(150, 80), ['wide'], ['rectangular', 'triangular', 'elongated', 'round']],
    ['a triangle', triangle(120, 0), ['triangular'], ['round', 'rectangular', 'elongated']],
    ['a turned triangle', triangle(120, 37), ['triangular'], ['round', 'rectangular', 'elongated']],
  ];
  it.each(rows)('%s', async (_, inside, said, denied) => {
    const { shapes } = await look({ inside, paint: plain(red) });
    for (const word of said) expect([word, shapes[word]! >= 0.5]).toEqual([word, true]);
    for (const word of denied) expect([word, shapes[word]! < 0.3]).toEqual([word, true]);
  });

  it.each([0, 20, 45, 70])('measures the length of a rod at %s degrees', async (degrees) => {
    const { length } = await look({ inside: box(140, 20, degrees), paint: plain(red) });
    // a pixel at each end
    expect(Math.abs(length - 140)).toBeLessThan(2.5);
  });
});

describe('textures', () => {
  const rows: readonly (readonly [string, Inside, Paint, readonly Texture[], readonly Texture[]])[] = [
    ...[0, 18, 45, 71, 90, 135].map(
      (degrees) =>
        [
          `stripes at ${degrees} degrees`,
          disc(60),
          striped(red, white, 18, degrees),
          ['striped'],
          ['plain', 'spotted', 'shiny'],
        ] as const,
    ),
    ['narrow stripes', disc(60), striped(blue, white, 6, 30), ['striped'], ['plain', 'spotted']],
    ['four broad stripes', box(120, 100), striped(dark, white, 32, 0), ['striped'], ['plain', 'spotted']],
    ['stripes on a small thing', disc(16), striped(dark, white, 8, 20), ['striped'], ['plain']],
    ['dots', disc(70), spotted(white, red, 28, 7), ['spotted'], ['striped', 'plain', 'shiny']],
    ['light dots on dark', disc(70), spotted(dark, white, 24, 6), ['spotted'], ['striped', 'plain', 'shiny']],
    ['one colour', disc(60), plain(red), ['plain', 'matte'], ['striped', 'spotted', 'shiny']],
    ['one colour in falling light', disc(70), shaded(blue, 1.2, 0.6), ['plain'], ['striped', 'spotted', 'shiny']],
    ['two halves', disc(60), (x) => (x < 0 ? red : white), [], ['striped', 'spotted', 'shiny']],
    ['a glossy ball', disc(60), glossy(red), ['shiny'], ['striped', 'spotted', 'matte']],
    ['white', disc(60), plain([248, 248, 248]), ['plain'], ['shiny', 'striped', 'spotted']],
    ['noise', disc(60), noise(), [], ['striped', 'plain', 'shiny']],
  ];
  it.each(rows)('%s', async (_, inside, paint, said, denied) => {
    const { textures } = await look({ inside, paint });
    for (const word of said) expect([word, textures[word]! >= 0.5]).toEqual([word, true]);
    for (const word of denied) expect([word, textures[word]! < 0.3]).toEqual([word, true]);
    expect(textures.transparent).toBe(0.4);
  });

  it('only guesses about a few pixels', async () => {
    const { textures } = await look({ inside: disc(3), paint: plain(red) });
    for (const p of Object.values(textures)) expect(p).toBe(0.4);
  });
});

describe('appearance vectors', () => {
  const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

  it.each([
    ['moved, smaller and a little darker', disc(70), shaded(red, 1.1, 0.6), disc(52), shaded(red, 1, 0.55)],
    ['striped, moved by half a stripe', disc(60), striped(red, white, 18, 30), disc(60), striped(white, red, 18, 30)],
    ['a plain thing under noise', disc(60), plain(blue), disc(40), plain([46, 74, 164])],
  ])('know a thing again: %s', async (_, insideA, paintA, insideB, paintB) => {
    const a = await look({ inside: insideA, paint: paintA });
    const b = await look({ inside: insideB, paint: paintB, noise: 5 });
    expect(cosine(a.vector, a.vector)).toBeCloseTo(1, 4);
    expect(cosine(a.vector, b.vector)).toBeGreaterThan(0.9);
  });

  const colors: readonly (readonly [string, Rgb, Rgb])[] = [
    ['red and blue', red, blue],
    ['red and green', red, [40, 140, 50]],
    ['yellow and orange-red', [240, 210, 30], [230, 70, 30]],
    ['white and black', white, dark],
    ['gray and blue', [120, 120, 122], blue],
    ['gray and white', [110, 110, 112], [245, 245, 245]],
  ];
  it.each(colors)('tell %s apart', async (_, one, other) => {
    const a = await look({ inside: disc(60), paint: plain(one) });
    const b = await look({ inside: disc(60), paint: plain(other) });
    expect(cosine(a.vector, b.vector)).toBeLessThan(0.6);
  });
});

describe('odd regions', () => {
  it('gives null for an empty mask and for one of another size', async () => {
    const { frame } = draw({ inside: disc(20), paint: plain(red) });
    const session = appearanceSpecialist().open({ width: size, height: size, fps: null, still: true, seed: 1 });
    const regions = [
      { mask: maskFromBitmap(new Uint8Array(size * size), [size, size]) },
      { mask: maskFromBitmap(new Uint8Array(4).fill(1), [2, 2]) },
    ];
    const { appearance } = await session.run(frame, { attributes: ['appearance'], concepts: [], regions });
    expect(appearance).toEqual([null, null]);
  });

  it.each([
    ['the whole picture', () => true],
    ['one row', (_: number, y: number) => Math.abs(y - 0.5) < 0.4],
    ['one pixel', (x: number, y: number) => Math.abs(x - 0.5) < 0.4 && Math.abs(y - 0.5) < 0.4],
  ])('describes %s without a number that is none', async (_, inside) => {
    const found = await look({ inside, paint: plain(red) });
    const numbers = [
      found.brightness,
      found.length,
      ...Object.values(found.shapes),
      ...Object.values(found.textures),
      ...found.vector,
    ];
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(found.colors[0]![0]).toBe('red');
  });
});

function noise(): Paint {
  const random = seededRandom(9);
  return () => {
    const value = 60 + 150 * random.next();
    return [value, value, value];
  };
}
