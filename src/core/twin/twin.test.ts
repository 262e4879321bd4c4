import { describe, expect, it } from 'vitest';
import type { SizeHw } from '../base/geometry.ts';
import type { TwinOptions } from './options.ts';
import type { SceneGraph } from './scene-graph.ts';
import { type DrawnThing, seeThings } from './scripted-scene.ts';
import { Twin } from './twin.ts';

const size: SizeHw = [90, 160];
const stream = { width: 160, height: 90, fps: 25, still: false, seed: 1 };

/** Runs a script of n frames at 25 fps; returns the graphs and for each frame and thing the id of the node at its mask. */
function play(script: (frame: number) => DrawnThing[], n: number, options: Partial<TwinOptions> = {}, every = 1) {
  const twin = new Twin(stream, options);
  const graphs: SceneGraph[] = [];
  for (let index = 0; index < n; index++) {
    const seen = seeThings(script(index), size, { index, time: index / 25 });
    graphs.push(twin.update(index % every === 0 ? seen : { index, time: index / 25 }));
  }
  return { twin, graphs };
}

/** Ids by colour of the nodes of a graph. */
const idsByColor = (graph: SceneGraph): Record<string, number> =>
  Object.fromEntries(graph.nodes.map((node) => [node.attr.vis.words.colors?.[0]?.[0] ?? '?', node.id]));

const ball = (x: number, y: number, color: DrawnThing['color'] = 'red'): DrawnThing => ({
  shape: 'disk',
  at: [x, y],
  size: [16, 16],
  color,
});
const wall: DrawnThing = { shape: 'box', at: [80, 45], size: [30, 60], color: 'yellow' };

describe('identities', () => {
  const rows: [string, (f: number) => DrawnThing[], number][] = [
    ['two differently coloured balls cross', (f) => [ball(20 + 3 * f, 45, 'red'), ball(140 - 3 * f, 47, 'blue')], 40],
    ['a ball goes behind a wall and comes out', (f) => [ball(20 + 3 * f, 45, 'red'), wall], 40],
    [
      'a ball stops behind a wall and comes out later',
      (f) => [ball(f < 20 ? 20 + 3 * f : f < 40 ? 80 : 80 + 3 * (f - 40), 45, 'red'), wall],
      65,
    ],
    ['a ball turns back behind a wall', (f) => [ball(f < 20 ? 20 + 3 * f : 80 - 3 * (f - 20), 45, 'red'), wall], 40],
  ];
  it.each(rows)('%s', (_title, script, n) => {
    const { graphs } = play(script, n);
    const first = idsByColor(graphs[0]!);
    const last = idsByColor(graphs.at(-1)!);
    expect(last).toEqual(first);
    for (const graph of graphs) expect(graph.nodes.map((node) => node.id)).toEqual([1, 2]);
  });

  it('lists the covered ball as hidden, at its predicted place', () => {
    const { graphs } = play((f) => [ball(20 + 3 * f, 45, 'red'), wall], 40);
    const node = graphs[20]!.nodes[0]!;
    expect(node.attr.spa.visible).toBe(0);
    expect(node.mask.isEmpty).toBe(true);
    expect(node.attr.spa.centroid[0]).toBeGreaterThan(76);
    expect(node.attr.spa.centroid[0]).toBeLessThan(84);
    expect(node.attr.temp.velocity![0]).toBeCloseTo(75, 0);
  });
});
