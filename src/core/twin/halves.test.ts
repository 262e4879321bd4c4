import { describe, expect, it } from 'vitest';
import { type DrawnThing, seeThings } from './scripted-scene.ts';
import { Twin } from './twin.ts';

const block = (x: number, w: number): DrawnThing => ({ shape: 'box', at: [x, 45], size: [w, 20], color: 'red' });

/** Of a block 40 px wide one half goes off at 2 px a frame from the tenth frame on. */
function halfGoes(half: 'left' | 'right') {
  const twin = new Twin({ width: 160, height: 90, fps: 25, still: false, seed: 1 }, { events: true });
  for (let index = 0; index < 30; index++) {
    const gone = 2 * Math.max(0, index - 9);
    const things =
      gone === 0
        ? [block(80, 40)]
        : [block(half === 'left' ? 70 - gone : 70, 20), block(half === 'left' ? 90 : 90 + gone, 20)];
    twin.update(seeThings(things, [90, 160], { index, time: index / 25 }));
  }
  return twin;
}

describe('a thing that comes apart in two halves', () => {
  it.each([
    ['left', 90],
    ['right', 70],
  ] as const)('is the one that stays when the %s one goes', (half, stays) => {
    const twin = halfGoes(half);
    const node = twin.latest!.nodes.find(({ id }) => id === 1)!;
    expect(node.attr.spa.centroid[0]).toBeCloseTo(stays, 0);
    expect(twin.latest!.nodes).toHaveLength(2);
    const split = twin.events.filter(({ type }) => type === 'splits');
    expect(split.map(({ who, other }) => [who, other])).toEqual([[1, 2]]);
  });

  it('is no coming of the piece', () => {
    expect(halfGoes('left').events.map(({ type }) => type)).not.toContain('appears');
  });
});
