import { describe, expect, it } from 'vitest';
import type { SizeHw } from '../../base/geometry.ts';
import { maskFromBitmap } from '../../masks/bitmap.ts';
import type { Detection } from '../../specialists/contract.ts';
import type { SceneGraph } from '../scene-graph.ts';
import { Twin } from '../twin.ts';
import { type RelationName, relationRules, relationsOf } from './relations-of.ts';

/** One still picture drawn in letters: a, b, c ... are objects 1, 2, 3 ...; digits of `depths` follow their order. */
function graphOf(drawing: string, depths: (number | null)[] = []): SceneGraph {
  const rows = drawing
    .trim()
    .split('\n')
    .map((row) => row.trim());
  const size: SizeHw = [rows.length, rows[0]!.length];
  const letters = [...new Set(rows.join('').replaceAll('.', ''))].sort();
  const detections = letters.map((letter): Detection => {
    const pixels = Uint8Array.from(rows.join(''), (p) => Number(p === letter));
    return { mask: maskFromBitmap(pixels, size), score: 1 - letters.indexOf(letter) / 100 };
  });
  const depth = letters.map((_, i) =>
    depths[i] == null ? null : { value: depths[i], confidence: 1, unit: 'm' as const },
  );
  const twin = new Twin({ width: size[1], height: size[0], fps: null, still: true, seed: 0 });
  return twin.update({ index: 0, time: 0, detections, depth });
}

const side = `
  ............
  .aa......bb.
  .aa......bb.
  ............
  ............
  ............`;
const stack = `
  ............
  ....aaa.....
  ....aaa.....
  ..bbbbbbb...
  ..bbbbbbb...
  ............`;
const apart = `
  ............
  ....aaa.....
  ............
  ............
  ............
  ..bbbbbbb...`;
const coin = `
  bbbbbbbbbbbb
  bbbbbbbbbbbb
  bbbbbaabbbbb
  bbbbbaabbbbb
  bbbbbbbbbbbb
  bbbbbbbbbbbb`;
const cage = `
  bbbbbbbbbbbb
  b..........b
  b..........b
  b....aa....b
  b....aa....b
  bbbbbbbbbbbb`;
const post = `
  ......aa....
  ......aa....
  .bbbbbaabbb.
  .bbbbbaabbb.
  ......aa....
  ......aa....`;
const three = `
  ............
  .bb..aa..cc.
  .bb..aa..cc.
  ............
  ............
  ............`;

describe('relations of hand-drawn masks', () => {
  it.each<[string, string, RelationName, boolean | null, (number | null)[]?]>([
    ['a stands left of b', side, 'leftOf', true],
    ['a is not right of b', side, 'rightOf', false],
    ['a on top of b is not left of it', stack, 'leftOf', false],
    ['a is above b', stack, 'above', true],
    ['a is not below b', stack, 'below', false],
    ['side by side is not above', side, 'above', false],
    ['a rests on b', stack, 'on', true],
    ['a floats over b', apart, 'on', false],
    ['a coin lies on the table around it', coin, 'on', true],
    ['... and not in it', coin, 'inside', false],
    ['a thing in a cage is inside', cage, 'inside', true],
    ['... and not on it', cage, 'on', false],
    ['stacked things touch', stack, 'touching', true],
    ['things apart do not touch', apart, 'touching', false],
    ['things at unlike depth do not touch', stack, 'touching', false, [2, 5]],
    ['a post hides part of the bar behind it', post, 'hides', true],
    ['... so it is not behind', post, 'behind', false],
    ['... but in front', post, 'inFrontOf', true],
    ['side by side is not behind', side, 'behind', false, [5, 2]],
    ['without depth, behind is unknown', stack, 'behind', null],
    ['with depth it is known', stack, 'behind', true, [5, 2]],
    ['like depths are not behind', stack, 'behind', false, [5, 4.9]],
    ['hidden by drawing, whatever overlaps', post, 'overlapping', true],
    ['side by side does not overlap', side, 'overlapping', false],
    ['stacked things are near', stack, 'near', true],
    ['far ends are not near', side, 'near', false],
    ['far ends are far', side, 'far', true],
    ['no colours: unknown', side, 'sameColor', null],
  ])('%s', (_title, drawing, relation, truth, depths) => {
    expect(relationsOf(graphOf(drawing, depths)).is(relation, 1, 2)).toBe(truth);
  });

  it.each<[string, string, RelationName, RelationName]>([
    ['under is on, seen from below', stack, 'on', 'under'],
    ['contains is inside, seen from outside', cage, 'inside', 'contains'],
    ['left of and right of', side, 'leftOf', 'rightOf'],
    ['above and below', stack, 'above', 'below'],
  ])('%s', (_title, drawing, relation, inverse) => {
    const relations = relationsOf(graphOf(drawing));
    expect(relations.is(inverse, 2, 1)).toBe(relations.is(relation, 1, 2));
    expect(relations.is(inverse, 1, 2)).toBe(false);
  });

  it('between: only the middle one of three', () => {
    const relations = relationsOf(graphOf(three));
    expect([relations.between(1, 2, 3), relations.between(2, 1, 3), relations.between(3, 1, 2)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('asking', () => {
  it('computes only what is asked, once', () => {
    const graph = graphOf(three);
    relationsOf(graph).is('leftOf', 1, 2);
    relationsOf(graph).is('leftOf', 1, 2);
    expect(relationsOf(graph).computed).toBe(1);
  });

  it('lists pairs', () => {
    expect(relationsOf(graphOf(three)).pairs('leftOf')).toEqual([
      [1, 3],
      [2, 1],
      [2, 3],
    ]);
  });

  it('names an id that is not there', () => {
    expect(() => relationsOf(graphOf(side)).is('on', 1, 9)).toThrow('frame 0 has no object #9');
  });

  it('answers every relation for every pair without failing', () => {
    for (const name of Object.keys(relationRules) as RelationName[]) {
      expect([true, false, null]).toContain(relationsOf(graphOf(post)).is(name, 2, 1));
    }
  });
});
