import { describe, expect, it } from 'vitest';
import { maskFromBitmap, maskIou } from '../../../masks/index.ts';
import type { Mask } from '../../../masks/mask.ts';
import { plainConcept } from '../../../testing/index.ts';
import type { Detection } from '../../contract.ts';
import { box, type DrawnScene, type DrawnThing, disk } from './__fixtures__/drawn-scene.ts';
import { bestIou, blue, chosen, height, red, scene, see, truthOf, width } from './__fixtures__/looking.ts';

const figure = (
  x: number,
  legs: readonly [number, number, number],
  jacket: readonly [number, number, number] = red,
): DrawnThing[] => [
  { inside: box(x - 14, 98, 28, 62), color: legs },
  { inside: box(x - 18, 52, 36, 46), color: jacket },
  { inside: disk(x, 40, 12), color: [220, 170, 140] },
];
const unionOf = ({ truth }: DrawnScene, ...parts: readonly number[]): Mask =>
  maskFromBitmap(
    truth[0]!.map((_, i) => Math.max(...parts.map((part) => truth[part]![i]!))),
    [height, width],
  );
const asked = plainConcept({
  phrase: 'person in the red jacket',
  noun: 'person',
  sort: 'person',
  colors: ['red'],
  colorOfPart: true,
});
const fitting = (found: readonly Detection[]) => found.filter(({ concepts }) => (concepts!.c1 ?? 0) > 0.2);

describe('someone who wears what is asked for', () => {
  it('grows from a coloured garment to the one who wears it', async () => {
    const drawn = scene(figure(160, [40, 40, 60]));
    const person = unionOf(drawn, 0, 1, 2);
    const found = chosen(await see(drawn, [asked]))!;
    expect(maskIou(found.mask, person)).toBeGreaterThan(0.8);
    expect(maskIou(truthOf(drawn, 1), person)).toBeLessThan(0.5);
  });

  it('takes the best fit of one on whom the colour shows twice', async () => {
    const stripe = { inside: box(142, 80, 36, 5), color: [240, 240, 240] as const };
    const drawn = scene([...figure(160, [40, 40, 60]), stripe]);
    const person = unionOf(drawn, 0, 1, 2, 3);
    const found = await see(drawn, [asked], { still: false, regions: [{ mask: person, track: 1 }] });
    expect(chosen(found)!.concepts!.c1).toBeCloseTo(0.45, 5);
  });
});

describe('someone who wears what is asked for, from key frame to key frame', () => {
  it('keeps the outline that was known where the one seen now would spill over the shelf beside', async () => {
    const shelf = { inside: box(174, 60, 60, 110), color: [52, 50, 68] as const };
    const drawn = scene([shelf, ...figure(160, [40, 40, 60])]);
    const person = unionOf(drawn, 1, 2, 3);
    const alone = chosen(await see(drawn, [asked], { still: false }))!;
    const known = chosen(await see(drawn, [asked], { still: false, regions: [{ mask: person, track: 1 }] }))!;
    expect(maskIou(known.mask, person)).toBeGreaterThan(0.9);
    expect(maskIou(known.mask, person)).toBeGreaterThan(maskIou(alone.mask, person));
  });

  it('knows both of two whose jackets have become one region', async () => {
    const drawn = scene([...figure(142, [40, 40, 60]), ...figure(178, [60, 50, 40], [170, 26, 40])]);
    const people = [unionOf(drawn, 0, 1, 2), unionOf(drawn, 3, 4, 5)];
    const regions = people.map((mask, i) => ({ mask, track: i + 1 }));
    const found = fitting(await see(drawn, [asked], { still: false, regions }));
    for (const person of people) expect(bestIou(found, person)).toBeGreaterThan(0.85);
    expect(found).toHaveLength(2);
  });

  it('denies everything else', async () => {
    const drawn = scene([...figure(100, [40, 40, 60]), { inside: disk(240, 110, 30), color: blue }]);
    const ball = (found: readonly Detection[]) => found.find(({ mask }) => maskIou(mask, truthOf(drawn, 3)) > 0.8)!;
    expect(ball(await see(drawn, [asked], { still: false })).concepts!.c1).toBeLessThan(0.001);
  });
});
