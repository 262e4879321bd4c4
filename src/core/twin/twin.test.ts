import { describe, expect, it } from 'vitest';
import type { SizeHw } from '../base/geometry.ts';
import { seededRandom } from '../base/random.ts';
import { maskFromBitmap } from '../masks/bitmap.ts';
import { maskIou } from '../masks/mask-iou.ts';
import { softAt, softFromMask } from '../masks/soft-mask.ts';
import type { Concept } from '../specialists/concept.ts';
import type { Detection, MotionObservation } from '../specialists/contract.ts';
import { graphFromJson, graphToJson } from './graph-json.ts';
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

describe('misses and new comers', () => {
  const still = [ball(30, 30), wall];

  it('keeps an object that is missed for less than half a second', () => {
    const { graphs } = play((f) => (f > 5 && f < 15 ? [wall] : still), 30);
    expect(graphs[10]!.nodes.map((node) => [node.id, node.attr.temp.status])).toEqual([
      [1, 'missed'],
      [2, 'visible'],
    ]);
    expect(graphs[29]!.nodes.map((node) => node.id)).toEqual([1, 2]);
  });

  it('drops it after that and finds it again by looks and place', () => {
    const { graphs } = play((f) => (f > 5 && f < 45 ? [wall] : [ball(f > 40 ? 36 : 30, 30), wall]), 60);
    expect(graphs[30]!.nodes.map((node) => node.id)).toEqual([2]);
    expect(graphs[59]!.nodes.map((node) => node.id)).toEqual([1, 2]);
  });

  it('does not take another colour for the lost one', () => {
    const { graphs } = play((f) => (f < 5 ? still : f < 30 ? [wall] : [ball(30, 30, 'blue'), wall]), 40);
    expect(graphs[39]!.nodes.map((node) => node.id)).toEqual([2, 3]);
  });

  it('takes what went behind something to be there for hiddenSeconds, and finds it again after that', () => {
    const x = (f: number) => (f < 20 ? 20 + 3 * f : f < 100 ? 80 : 120);
    const { graphs } = play((f) => [ball(x(f), 45, 'red'), wall], 120, { hiddenSeconds: 2 });
    const here = (from: number, to: number) => graphs.slice(from, to).map(({ nodes }) => nodes[0]!.attr.temp.status);
    expect(new Set(here(22, 62))).toEqual(new Set(['occluded']));
    expect(graphs.slice(72, 100).map(({ nodes }) => nodes.length)).toEqual(Array(28).fill(1));
    expect(idsByColor(graphs.at(-1)!)).toEqual(idsByColor(graphs[0]!));
  });

  it('keeps what is in something as long as that is there', () => {
    const cup = (y: number): DrawnThing => ({ shape: 'box', at: [60, y], size: [30, 40], color: 'blue' });
    const { graphs } = play((f) => [ball(60, 60, 'red'), cup(Math.min(60, 3 * f))], 150, { hiddenSeconds: 2 });
    expect(graphs.at(-1)!.nodes.map(({ attr }) => attr.temp.status)).toEqual(['occluded', 'visible']);
  });

  it('counts an unsure detection when it is seen again, and forgets one that is not', () => {
    const flicker = { ...ball(30, 20, 'green'), score: 0.5 };
    const { graphs } = play((f) => [wall, ...(f === 3 || f >= 6 ? [flicker] : [])], 10);
    expect(graphs.map((graph) => graph.nodes.length)).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 2, 2]);
  });

  it('counts everything in the first frame and in a still picture', () => {
    const twin = new Twin({ ...stream, still: true });
    const unsure = { ...ball(30, 20), score: 0.2 };
    expect(twin.update(seeThings([unsure], size, { index: 0, time: 0 })).nodes).toHaveLength(1);
  });

  it('takes the best detections when there are too many', () => {
    const things = [0.3, 0.9, 0.5].map((score, i) => ({ ...ball(20 + 40 * i, 40), score }));
    const { graphs } = play(() => things, 1, { maxTracks: 2 });
    expect(graphs[0]!.nodes.map((node) => node.score)).toEqual([0.9, 0.5]);
  });
});

describe('frames without detections', () => {
  it('move tracks at constant velocity', () => {
    const { graphs } = play((f) => [ball(20 + 3 * f, 40)], 30, {}, 5);
    for (const graph of graphs.slice(10)) {
      expect(graph.nodes[0]!.attr.spa.centroid[0]).toBeCloseTo(20 + 3 * graph.index, 0);
    }
    expect(graphs[12]!.observed).toBe(false);
  });

  it('move them as measured where motion is sure, scale included', () => {
    const twin = new Twin(stream);
    twin.update(seeThings([ball(40, 40)], size, { index: 0, time: 0 }));
    const region = { shift: [5, 2] as const, ownShift: [4, 2] as const, scale: 1.5, confidence: 0.9 };
    const motion: MotionObservation = { camera: [1, 0, 0, 1, 1, 0], regions: [region] };
    const graph = twin.update({ index: 1, time: 0.04, motion });
    expect(graph.nodes[0]!.attr.spa.centroid).toEqual([45, 42]);
    expect(graph.nodes[0]!.attr.spa.box).toEqual([33, 30, 24, 24]);
  });

  it('take the camera out of the velocity, and let still things go with it', () => {
    const twin = new Twin(stream);
    twin.update(seeThings([ball(40, 40), ball(120, 40, 'blue')], size, { index: 0, time: 0 }));
    let graph: SceneGraph | undefined;
    for (let index = 1; index < 15; index++) {
      const motion: MotionObservation = {
        camera: [1, 0, 0, 1, 2, 0],
        regions: [{ shift: [3, 0], ownShift: [1, 0], scale: 1, confidence: 0.9 }, null],
      };
      graph = twin.update({ index, time: index / 25, motion });
    }
    expect(graph!.nodes[0]!.attr.temp.velocity![0]).toBeCloseTo(25);
    expect(graph!.nodes[0]!.attr.spa.centroid[0]).toBeCloseTo(40 + 14 * 3);
    expect(graph!.nodes[1]!.attr.spa.centroid[0]).toBeCloseTo(120 + 14 * 2);
  });

  it('predict without changing anything', () => {
    const { twin } = play((f) => [ball(20 + 3 * f, 40)], 10);
    const before = JSON.stringify(twin);
    const [ahead] = twin.predict(undefined, 10 / 25);
    const truth = seeThings([ball(50, 40)], size, { index: 0, time: 0 }).detections![0]!.mask;
    expect(maskIou(ahead!.mask, truth)).toBe(1);
    expect(JSON.stringify(twin)).toBe(before);
  });

  it('refuse motion that is not aligned, and time that goes back', () => {
    const { twin } = play(() => [ball(20, 40)], 3);
    const motion: MotionObservation = { camera: [1, 0, 0, 1, 0, 0], regions: [] };
    expect(() => twin.update({ index: 3, time: 1, motion })).toThrow('motion has 0 regions, lastRegions() gave 1');
    expect(() => twin.update({ index: 3, time: 0 })).toThrow('before 0.08 of the last frame');
  });
});

describe('numbers that are none', () => {
  const good = { shift: [1, 0], ownShift: [1, 0], scale: 1, confidence: 0.9 } as const;
  const still = [1, 0, 0, 1, 0, 0] as const;
  const seen = (index: number) => seeThings([ball(30, 30)], size, { index, time: index / 25 });
  const rows: [string, MotionObservation, RegExp][] = [
    ['a shift', { camera: still, regions: [{ ...good, shift: [Number.NaN, 0] }] }, /motion of region 0 is NaN/],
    ['a scale', { camera: still, regions: [{ ...good, scale: 1 / 0 }] }, /motion of region 0 is Infinity/],
    ['a camera', { camera: [1, 0, 0, 1, Number.NaN, 0], regions: [good] }, /camera's motion is NaN/],
  ];
  it.each(rows)('are turned away at the door: %s', (_name, motion, message) => {
    const twin = new Twin(stream);
    twin.update(seen(0));
    expect(() => twin.predict(motion)).toThrow(message);
    expect(() => twin.update({ ...seen(1), motion })).toThrow(message);
    expect(twin.update(seen(1)).nodes).toHaveLength(1);
  });

  it('are turned away at the door: a score', () => {
    const { detections, ...rest } = seen(0);
    const broken = { ...rest, detections: [{ ...detections![0]!, score: Number.NaN }] };
    expect(() => new Twin(stream).update(broken)).toThrow(/score of detection 0 \(frame 0\) is NaN/);
  });
});

describe('detections', () => {
  const box = (x: number, w: number): Detection['mask'] =>
    maskFromBitmap(
      Uint8Array.from({ length: 90 * 160 }, (_, i) => Number(i % 160 >= x && i % 160 < x + w && i < 160 * 20)),
      size,
    );

  it('that are the same one merge, with the greater of their concept scores and labels', () => {
    const twin = new Twin(stream);
    const detections: Detection[] = [
      { mask: box(0, 40), score: 0.8, concepts: { c1: 0.2, c2: 0.6 }, labels: [['mug', 0.4]] },
      {
        mask: box(0, 41),
        score: 0.9,
        concepts: { c1: 0.7 },
        labels: [
          ['cup', 0.6],
          ['mug', 0.1],
        ],
      },
    ];
    const { nodes } = twin.update({ index: 0, time: 0, detections });
    expect(nodes).toHaveLength(1);
    expect(nodes[0]).toMatchObject({ score: 0.9, concepts: { c1: 0.7, c2: 0.6 } });
    expect(nodes[0]!.attr.vis.words.labels).toEqual([
      ['cup', 0.6],
      ['mug', 0.4],
    ]);
  });

  it('that are parts stay parts where they are nearly all that is seen of their whole', () => {
    const twin = new Twin(stream);
    const detections: Detection[] = [
      { mask: box(50, 40), score: 0.9, labels: [['table', 0.9]] },
      { mask: box(50, 38), score: 0.95, labels: [['top', 0.9]], partOf: 0 },
    ];
    for (let index = 0; index < 5; index++) {
      const { nodes } = twin.update({ index, time: index / 25, detections });
      const told = nodes.map(({ attr, partOf }) => [attr.vis.words.labels?.[0]?.[0], partOf === undefined]);
      expect(told.sort()).toEqual([
        ['table', true],
        ['top', false],
      ]);
    }
  });

  it('that are parts point to the track of their whole', () => {
    const twin = new Twin(stream);
    const whole: Detection = { mask: box(50, 40), score: 0.9 };
    const part: Detection = { mask: box(50, 10), score: 0.8, partOf: 0 };
    const other: Detection = { mask: box(0, 20), score: 0.7 };
    twin.update({ index: 0, time: 0, detections: [whole, other, part] });
    const { nodes } = twin.update({ index: 1, time: 0.04, detections: [{ ...part, partOf: 2 }, other, whole] });
    expect(nodes.map(({ id, partOf }) => [id, partOf])).toEqual([
      [1, undefined],
      [2, 1],
      [3, undefined],
    ]);
  });

  it('that flicker do not change the best concept', () => {
    const twin = new Twin(stream);
    const graphs = [0.8, 0.8, 0.1, 0.8].map((c1, index) =>
      twin.update({ index, time: index / 25, detections: [{ mask: box(0, 40), score: 1, concepts: { c1, c2: 0.5 } }] }),
    );
    for (const { nodes } of graphs) expect(nodes[0]!.concepts.c1).toBeGreaterThan(nodes[0]!.concepts.c2!);
    expect(graphs[2]!.nodes[0]!.concepts.c1).toBeCloseTo(0.7 * 0.8 + 0.3 * 0.1);
  });

  it('what was denied before is believed no sooner than any other change', () => {
    const twin = new Twin(stream);
    const graphs = [0, 0, 0.8].map((c1, index) =>
      twin.update({ index, time: index / 25, detections: [{ mask: box(0, 40), score: 1, concepts: { c1 } }] }),
    );
    expect(graphs[2]!.nodes[0]!.concepts.c1).toBeCloseTo(0.3 * 0.8);
  });

  it('must have lists of their own length', () => {
    const seen = { index: 0, time: 0, detections: [], depth: [null] };
    expect(() => new Twin(stream).update(seen)).toThrow('depth has 1 entries for 0 detections (frame 0)');
  });
});

describe('smoothing over time', () => {
  it('follows P = 0.8 p + 0.2 warp(P before), mask = P > 0.5', () => {
    const mask = maskFromBitmap(Uint8Array.from([0, 1, 1, 0]), [1, 4]);
    const soft = (...p: number[]) => ({
      size: [1, 4] as const,
      box: [0, 0, 4, 1] as const,
      data: Uint8Array.from(p, (v) => v * 255),
    });
    const twin = new Twin({ ...stream, width: 4, height: 1 });
    twin.update({ index: 0, time: 0, detections: [{ mask, score: 1 }], soft: [soft(0, 1, 1, 0)] });
    // 0.8 * 0.4 + 0.2 * 1 = 0.52 stays in; 0.8 * 0.6 + 0.2 * 0 = 0.48 stays out.
    const { nodes } = twin.update({
      index: 1,
      time: 0.04,
      detections: [{ mask, score: 1 }],
      soft: [soft(0, 0.4, 1, 0.6)],
    });
    expect([...nodes[0]!.mask.runs]).toEqual([1, 2, 1]);
    expect(softAt(softFromMask(nodes[0]!.mask), 3, 0)).toBe(0);
  });

  it('leaves hard masks as they are', () => {
    const { graphs } = play((f) => [{ ...ball(40, 40), size: [16 + 2 * (f % 2), 16] }], 4);
    expect(graphs.map(({ nodes }) => nodes[0]!.mask.bbox[2])).toEqual([16, 18, 16, 18]);
  });
});

describe('the frame form', () => {
  const concept = { id: 'c1', phrase: 'red ball' } as Concept;

  it('sends words once and again when they change', () => {
    const { graphs, twin } = play((f) => [ball(40, 40, f < 5 ? 'red' : 'blue')], 12);
    const view = twin.openView([]);
    const sent = graphs.map((graph) => view.frame(graph).o[0]!.words?.colors?.[0]?.[0]);
    expect(sent.slice(0, 6)).toEqual(['red', undefined, undefined, undefined, undefined, 'red']);
    expect(sent.slice(6)).toContain('blue');
    expect(twin.programFrame(graphs[2]!, []).o[0]!.words?.colors).toEqual([['red', 1]]);
  });

  it('scores by the concepts of the query; without one, a quarter of the objectness', () => {
    const things = [
      { ...ball(40, 40), concepts: { c1: 0.4, c9: 1 } },
      { ...ball(100, 40, 'blue'), score: 0.8 },
    ];
    const { graphs, twin } = play(() => things, 1);
    expect(
      twin
        .openView([concept])
        .frame(graphs[0]!)
        .o.map(({ score }) => score),
    ).toEqual([0.4, 0.2]);
  });

  it('is what docs/program-api.md says', () => {
    const { graphs, twin } = play((f) => [{ ...ball(20 + 3 * f, 40), depth: 2 }, wall], 6);
    expect(twin.programFrame(graphs[5]!, [])).toEqual({
      i: 5,
      t: 0.2,
      w: 160,
      h: 90,
      o: [
        {
          id: 1,
          score: 0.25,
          box: [27, 32, 16, 16],
          c: [35, 40],
          area: 208,
          vis: 1,
          vel: [75, 0],
          depth: [2, 1, 'm'],
          long: 16,
          words: { colors: [['red', 1]], shapes: { round: 1 }, textures: { plain: 1 }, bright: 0.5 },
        },
        expect.objectContaining({ id: 2, box: [65, 15, 30, 60], depth: null, vel: [0, 0] }),
      ],
      r: [],
      e: [],
    });
  });
});

describe('as JSON and text', () => {
  const script = (f: number): DrawnThing[] => [{ ...ball(20 + 3 * f, 45), concepts: { c1: 0.9 }, label: 'ball' }, wall];

  it('reads back what it wrote', () => {
    const { twin } = play(script, 20, { events: true });
    const text = JSON.stringify(twin);
    const window = JSON.parse(text).window.map(graphFromJson).map(graphToJson);
    expect(JSON.stringify(window)).toBe(JSON.stringify(JSON.parse(text).window));
    expect(window).toHaveLength(6);
  });

  it('is the same for the same input, byte for byte', () => {
    const texts = [0, 1].map(() => JSON.stringify(play(script, 40, { events: true }).twin));
    expect(texts[0]).toBe(texts[1]);
  });

  it('tells a language model what is there', () => {
    const { twin } = play(script, 12);
    expect(twin.toText({ concepts: [{ id: 'c1', phrase: 'red ball' } as Concept], relations: ['leftOf'] })).toBe(
      [
        'frame 11, 0.44 s, 160x90 px',
        '#1 red plain round ball; box 45,37 16x16; moving 75,0 px/s; "red ball" 0.90',
        '#2 yellow plain rectangular; box 65,15 30x60; still',
        '#1 left of #2',
      ].join('\n'),
    );
  });
});

describe('memory', () => {
  it('stays under its stated ceiling over 20,000 frames of coming and going', () => {
    const random = seededRandom(5);
    const options: Partial<TwinOptions> = { events: true, maxAway: 8, maxSummaries: 20, maxEvents: 50 };
    const twin = new Twin({ ...stream, width: 40, height: 24 }, options);
    const view = twin.openView([]);
    let things: { thing: DrawnThing; born: number; speed: number }[] = [];
    let most = 0;
    for (let index = 0; index < 20_000; index++) {
      if (index % 20 === 0) {
        const color = random.pick(['red', 'blue', 'green', 'pink'] as const);
        const thing: DrawnThing = { shape: 'disk', at: [-3, random.int(4, 20)], size: [6, 6], color };
        things = [...things.slice(-5), { thing, born: index, speed: random.between(0.3, 0.8) }];
      }
      const now = things.map(
        ({ thing, born, speed }): DrawnThing => ({ ...thing, at: [-3 + speed * (index - born), thing.at[1]] }),
      );
      const when = { index, time: index / 25 };
      view.frame(twin.update(index % 5 === 0 ? seeThings(now, [24, 40], when) : when));
      if (index % 50 === 0) most = Math.max(most, twin.memoryBytes());
    }
    const json = twin.toJSON();
    expect(twin.tracks.length).toBeLessThan(30);
    expect([json.summaries.length, json.events.length, json.window.length]).toEqual([20, 50, 6]);
    expect(json.totals.tracks).toBeGreaterThan(400);
    expect(most).toBeLessThan(twin.memoryCeilingBytes());
  });
});

describe('options', () => {
  it('forgets at once and without a trace where nothing is to be remembered', () => {
    const { graphs, twin } = play((f) => (f > 15 && f < 45 ? [wall] : [ball(30, 30), wall]), 60, {
      refindSeconds: 0,
      maxSummaries: 0,
    });
    expect(graphs.at(-1)!.nodes.map((node) => node.id)).toEqual([2, 3]);
    expect(twin.forgotten).toEqual([]);
    expect(twin.toJSON().totals.tracks).toBe(1);
  });

  it('take depths as they are with a depthSmoothing of 1', () => {
    const depths = (options: Partial<TwinOptions>) => {
      const depthAt = (f: number) => ({ ...ball(40, 40), depth: 2 + f });
      return play((f) => [depthAt(f)], 3, options).graphs.map(({ nodes }) => nodes[0]!.attr.spa.depth!.value);
    };
    expect(depths({})).toEqual([2, 2.5, 3.25]);
    expect(depths({ depthSmoothing: 1 })).toEqual([2, 3, 4]);
  });

  it('are checked at the door', () => {
    expect(() => new Twin(stream, { lambda: 2 })).toThrow('twin option lambda must lie between 0 and 1, got 2');
    expect(() => new Twin(stream, { window: 0 })).toThrow('twin option window');
  });
});
