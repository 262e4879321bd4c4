import { Matrix4, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { ball, box, figure, type Mesh, mug, type Pattern, paint } from '../models/index.ts';
import { roundedBox } from '../models/mesh/rounded-box.ts';
import type { LightRig, Placement, ViewState } from './contract.ts';
import { placeModel } from './place.ts';
import { Rasteriser } from './rasteriser.ts';
import { encoded, toLinear } from './srgb.ts';

const [width, height] = [160, 90];
const camera = { position: new Vector3(0, 1.2, 4), target: new Vector3(0, 0.6, 0), fovY: 40 };
const lights: LightRig = {
  sun: { direction: new Vector3(1, 1, 0), color: [1, 1, 1], softness: 0.02 },
  ambient: { sky: [0.6, 0.65, 0.75], ground: [0.5, 0.45, 0.4] },
};

const at = (x: number, y: number, z: number) => new Matrix4().makeTranslation(x, y, z);

function floor(pattern?: Pattern): Placement {
  return {
    thing: 0,
    part: 0,
    mesh: roundedBox(20, 1, 20),
    material: paint('gray', 0.9, { pattern }),
    matrix: at(0, -0.5, 0),
  };
}

function view(placements: readonly Placement[], changed: Partial<ViewState> = {}): ViewState {
  return { camera, lights, placements, ...changed };
}

function draw(state: ViewState, next?: ViewState, noise = 0, frame = 0): Uint8Array {
  const out = new Uint8Array(width * height * 3);
  new Rasteriser(width, height).draw(state, next, { frame, noise }, out);
  return out;
}

const pixel = (image: Uint8Array, x: number, y: number) => [
  ...image.slice(3 * (y * width + x), 3 * (y * width + x) + 3),
];
const sum = (image: Uint8Array, x: number, y: number) => pixel(image, x, y).reduce((a, b) => a + b, 0);

interface Moment {
  readonly x: number;
  readonly eye?: number;
  readonly color?: 'red' | 'blue';
  readonly strength?: number;
  readonly sun?: number;
  readonly gone?: boolean;
}

describe('draw', () => {
  it('gives the same bytes for the same view, whatever was drawn before', () => {
    const wood = { kind: 'planks', color: [0.4, 0.26, 0.15], scale: 0.2 } as const;
    const walker = figure({});
    const scene = (phase: number) =>
      view([
        floor(wood),
        ...placeModel(1, mug({ scale: 6, accent: 'white' }), at(-0.8, 0, 0.5)),
        ...placeModel(2, walker, at(0.5 + phase, 0, 0), walker.pose({ phase, stride: 1 })),
      ]);
    const raster = new Rasteriser(width, height);
    const [first, other, again] = [0, 1, 2].map(() => new Uint8Array(width * height * 3)) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    raster.draw(scene(0.1), scene(0.12), { frame: 7 }, first);
    raster.draw(scene(0.5), undefined, { frame: 8 }, other);
    raster.draw(scene(0.1), scene(0.12), { frame: 7 }, again);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    // The same on every engine: change this number only together with the picture.
    expect(checksum(first)).toBe(CHECKSUM);
  });

  it.each([
    ['something goes on', (t: number) => ({ x: t })],
    ['it stands for a while, then goes on', (t: number) => ({ x: t < 7 ? 0 : t - 7 })],
    ['it goes, then stands', (t: number) => ({ x: Math.min(t, 3) })],
    ['the camera turns now and then', (t: number) => ({ x: t, eye: t >> 2 })],
    ['it changes its colour', (t: number) => ({ x: 1, color: t > 5 ? 'red' : 'blue' }) as const],
    ['the light goes out', (t: number) => ({ x: 1, strength: t > 5 ? 0 : 1 })],
    ['the sun goes round', (t: number) => ({ x: 1, sun: t >> 2 })],
    ['something vanishes', (t: number) => ({ x: t / 2, gone: t > 5 })],
  ])('draws the same after other pictures as alone: %s', (_title, play) => {
    const rigs = [0, 1].map((strength) =>
      [1, -1, 0].map((x) => ({ ...lights, sun: { ...lights.sun, strength, direction: new Vector3(x, 1, 0.5) } })),
    );
    const paints = { red: paint('red'), blue: paint('blue') };
    const block = roundedBox(0.4, 0.5, 0.4);
    const post = { ...floor(), thing: 9, mesh: roundedBox(0.2, 1.4, 0.2), matrix: at(0.9, 0.7, -0.3) };
    const ground = floor({ kind: 'tiles', color: [0.3, 0.3, 0.3], scale: 0.3 });
    const scene = (t: number) => {
      const { x, eye = 0, color = 'blue', strength = 1, sun = 0, gone = false }: Moment = play(t);
      const thing = { ...ground, thing: 1, mesh: block, material: paints[color] };
      return view(
        [
          ground,
          ...(gone ? [] : [{ ...post, thing: 2, matrix: at(-0.9, 0.7, 0) }]),
          { ...thing, matrix: at(0.12 * x - 0.5, 0.25, 0.2) },
          post,
        ],
        { lights: rigs[strength]![sun]!, camera: { ...camera, target: new Vector3(0.02 * eye, 0.6, 0) } },
      );
    };
    const raster = new Rasteriser(width, height);
    for (let t = 0; t < 12; t++) {
      const after = new Uint8Array(width * height * 3);
      raster.draw(scene(t), scene(t + 0.35), { frame: t, noise: 0 }, after);
      expect(checksum(after), `picture ${t}`).toBe(checksum(draw(scene(t), scene(t + 0.35), 0, t)));
    }
  });

  it('puts a shadow on the side away from the sun, soft where its edge is far from what casts it', () => {
    const post = { ...floor(), thing: 1, mesh: roundedBox(0.3, 1.4, 0.3), matrix: at(0.6, 0.7, 0) };
    const [lit, shaded] = [draw(view([floor()])), draw(view([floor(), post]))];
    const row = 64;
    const loss = Array.from({ length: width }, (_, x) => 1 - sum(shaded, x, row) / sum(lit, x, row));
    // The sun stands at 45 degrees to the right: the shadow runs to the left.
    // Sun and ambient light are about even here; a loss of 12 in 100 grey levels is a quarter of the light.
    expect(Math.max(...loss.slice(60, 90))).toBeGreaterThan(0.12);
    expect(Math.max(...loss.slice(125))).toBeLessThan(0.03);
  });

  it('darkens the floor where a thing stands on it, also without the sun', () => {
    const dark = { ...lights, sun: { ...lights.sun, strength: 0 } };
    const cube = { ...floor(), thing: 1, mesh: roundedBox(0.8, 0.8, 0.8), matrix: at(0, 0.4, 0) };
    const bare = draw(view([floor()], { lights: dark }));
    const stood = draw(view([floor(), cube], { lights: dark }));
    const foot = lowestRowOf(cube) + 1;
    expect(sum(stood, 80, foot + 1) / sum(bare, 80, foot + 1)).toBeLessThan(0.96);
    expect(sum(stood, 80, 88) / sum(bare, 80, 88)).toBeGreaterThan(0.985);
  });

  it('gives pixels on an edge a colour between both sides', () => {
    const slanted = {
      ...floor(),
      thing: 1,
      material: paint('red', 1),
      mesh: ball({ radius: 0.5 }).parts[0]!.mesh,
      matrix: at(0, 0.1, 0),
    };
    const image = draw(view([slanted]));
    const rows = [...Array(30).keys()].map((y) => [...Array(width).keys()].map((x) => pixel(image, x, y + 30)));
    const between = rows.map((row) => row.filter(([r, g, b]) => b! < 170 && b! - r! > -70 && g! > 60).length);
    // The outline is met twice in each row, and one pixel or two there are partly covered.
    for (const count of between) expect(count).toBeLessThanOrEqual(6);
    expect(between.reduce((a, b) => a + b)).toBeGreaterThan(30);
  });

  it('smears what moves while the shutter is open, and nothing else', () => {
    const cube = (x: number, thing: number): Placement => ({
      ...floor(),
      thing,
      material: paint('red'),
      mesh: box({ size: [0.5, 0.5, 0.5] }).parts[0]!.mesh,
      matrix: at(x, 0.3, 0),
    });
    const [open, close] = [view([cube(-0.8, 1), cube(0.8, 2)]), view([cube(-0.6, 1), cube(0.8, 2)])];
    const [sharp, smeared] = [draw(open), draw(open, close)];
    const changed = (from: number, to: number) => {
      let count = 0;
      for (let x = from; x < to; x++) if (Math.abs(sum(sharp, x, 50) - sum(smeared, x, 50)) > 30) count++;
      return count;
    };
    expect(changed(0, 80)).toBeGreaterThan(6);
    expect(changed(81, width)).toBe(0);
  });

  it('adds noise of the stated deviation, another one each frame', () => {
    const flat = view([{ ...floor(), mesh: wall(), matrix: at(0, 0, -1) }]);
    const [clean, one, two] = [draw(flat), draw(flat, undefined, 2, 1), draw(flat, undefined, 2, 2)];
    const differences = [...one].map((v, i) => v - clean[i]!);
    const deviation = Math.sqrt(differences.reduce((s, d) => s + d * d, 0) / differences.length);
    // Rounding of both pictures adds 1/12 + 1/12 to the variance.
    expect(deviation).toBeGreaterThan(1.9);
    expect(deviation).toBeLessThan(2.15);
    expect(one).not.toEqual(two);
  });
});

describe('sRGB', () => {
  it('agrees with the standard and goes both ways', () => {
    for (let i = 0; i <= 255; i++) {
      const value = i / 255;
      const exact = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      expect(Math.abs(toLinear(value) - exact)).toBeLessThan(1e-12);
      expect(Math.abs(encoded(exact) - i)).toBeLessThan(0.06);
    }
  });
});

const CHECKSUM = 2043685594;

/** FNV-1a. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

function wall(): Mesh {
  return roundedBox(40, 40, 0.5);
}

function lowestRowOf(placement: Placement): number {
  const { things } = new Rasteriser(width, height).layers(view([floor(), placement]));
  return Math.floor(things.lastIndexOf(placement.thing) / width);
}
