import { Matrix4, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { ball, box, type Mesh, type Model, paint } from '../models/index.ts';
import { roundedBox } from '../models/mesh/rounded-box.ts';
import { sphere } from '../models/mesh/sphere.ts';
import type { Placement, ViewState } from './contract.ts';
import { Rasteriser } from './rasteriser.ts';

const [width, height] = [160, 90];
const lights = {
  sun: { direction: new Vector3(1, 2, 1), color: [1, 1, 1], softness: 0.03 },
  ambient: { sky: [0.6, 0.7, 0.9], ground: [0.3, 0.3, 0.3] },
} as const;

/** Camera at z = 4 that looks at the origin; 90 px a unit of x/w and y/w. */
const ahead = { position: new Vector3(0, 0, 4), target: new Vector3(0, 0, 0), fovY: 53.13010235415598 };

function view(placements: readonly Placement[], camera = ahead): ViewState {
  return { camera, lights, placements };
}

function put(mesh: Mesh, matrix = new Matrix4(), thing = 1, part = 0): Placement {
  return { thing, part, mesh, material: paint('red'), matrix };
}

function put1(model: Model, matrix = new Matrix4()): Placement {
  return put(model.parts[0]!.mesh, matrix);
}

describe('layers', () => {
  it('shows a cube as the square of its front face, at its exact depth', () => {
    const cube = box({ size: [2, 2, 2] });
    const { things, depth } = new Rasteriser(width, height).layers(
      view([put1(cube, new Matrix4().makeTranslation(0, -1, 0))]),
    );
    // The front face is at z = 1, 3 m away: its half side of 1 m is 30 px; bevelled corners of 0.1 m cut a few pixels.
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const [dx, dy] = [Math.abs(x + 0.5 - 80), Math.abs(y + 0.5 - 45)];
        const inner = dx < 26.9 && dy < 26.9;
        const outer = dx < 30 && dy < 30;
        if (inner) expect(depth[y * width + x]).toBeCloseTo(3, 5);
        if (inner) expect(things[y * width + x]).toBe(1);
        if (!outer) expect(things[y * width + x]).toBe(0);
        if (!outer) expect(depth[y * width + x]).toBe(Infinity);
      }
  });

  it('shows a ball as the disc of its tangent cone and with the depth of a ball', () => {
    const { things, depth } = new Rasteriser(width, height).layers(view([put(sphere(1, 64))]));
    // Tangent cone from 4 m: sin = 1/4, so the radius is 90 * tan = 90 / sqrt(15) px. The mesh lies up to 0.002 m inside.
    const radius = 90 / Math.sqrt(15);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const [u, v] = [x + 0.5 - 80, y + 0.5 - 45];
        const r = Math.sqrt(u * u + v * v);
        if (r > radius) expect(things[y * width + x]).toBe(0);
        if (r < radius - 0.15) expect(things[y * width + x]).toBe(1);
        if (r < radius - 2) expect(depth[y * width + x]).toBeCloseTo(ballDepth(u / 90, v / 90), 1.7);
      }
  });

  it('gives each sample of a surface cut into many triangles to exactly one of them', () => {
    // A square cut into 24 slivers around a point; drawn one by one, their counts must add up to the whole.
    const fan = fanMesh(24);
    const raster = new Rasteriser(width, height);
    const slivers = Array.from({ length: 24 }, (_, i) => ({ ...fan, indices: fan.indices.slice(3 * i, 3 * i + 3) }));
    const covered = new Uint8Array(width * height);
    for (const sliver of slivers)
      raster.layers(view([put(sliver)])).things.forEach((thing, i) => {
        covered[i] = covered[i]! + thing;
      });
    const whole = raster.layers(view([put(fan)])).things;
    expect([...covered]).toEqual([...whole]);
    expect(whole.reduce((sum, thing) => sum + thing, 0)).toBeGreaterThan(2000);
  });

  it('has no holes and no back faces in a closed body', () => {
    const raster = new Rasteriser(width, height);
    for (let i = 0; i < 8; i++) {
      const camera = { ...ahead, position: new Vector3(3 - i, 1.5, 2 + 0.3 * i) };
      const { things } = raster.layers(view([put(sphere(0.8, 9))], camera));
      for (let y = 0; y < height; y++) {
        const row = things.slice(y * width, (y + 1) * width).join('');
        expect(row).toMatch(/^0*1*0*$/);
      }
    }
  });

  it('gives a pixel to the nearer of two things, and names part and thing', () => {
    const [a, b] = [new Matrix4().makeTranslation(0.5, 0, 0), new Matrix4().makeTranslation(-0.5, 0, 1)];
    const { things, parts } = new Rasteriser(width, height).layers(
      view([put(sphere(1), b, 7, 2), put(sphere(1), a, 9, 3)]),
    );
    const middle = 45 * width + 80;
    expect([things[middle], parts[middle]]).toEqual([7, 2]);
    expect([things[middle + 26], parts[middle + 26]]).toEqual([9, 3]);
    expect([things[0], parts[0]]).toEqual([0, 255]);
  });

  it('draws a floor that runs under the camera', () => {
    const floor = box({ size: [20, 1, 20] });
    const camera = { position: new Vector3(0, 1, 4), target: new Vector3(0, 1, 0), fovY: ahead.fovY };
    const { things, depth } = new Rasteriser(width, height).layers(
      view([put1(floor, new Matrix4().makeTranslation(0, -1, 0))], camera),
    );
    // A line v px below the horizon shows the floor at 90 / v m.
    for (const y of [60, 75, 89]) {
      expect(things[y * width + 80]).toBe(1);
      expect(depth[y * width + 80]).toBeCloseTo(90 / (y + 0.5 - 45), 4);
    }
    expect(things[20 * width + 80]).toBe(0);
  });
});

describe('alone and bounds', () => {
  it('shows the whole outline of what is hidden', () => {
    const raster = new Rasteriser(width, height);
    const hidden = put1(ball({ radius: 0.3 }), new Matrix4().makeTranslation(0, -0.3, -1));
    const wall = { ...put1(box({ size: [3, 3, 0.2] }), new Matrix4().makeTranslation(0, -1.5, 1)), thing: 2 };
    const both = view([hidden, wall]);
    expect(raster.layers(both).things.includes(1)).toBe(false);
    const outline = raster.alone(both, 1).slice();
    const free = raster.layers(view([hidden])).things;
    expect([...outline]).toEqual([...free]);
    // A second call forgets the first.
    expect(raster.alone(both, 3).includes(1)).toBe(false);
    expect([...raster.alone(both, 1)]).toEqual([...outline]);
  });

  it('gives the box of an outline beyond the edges', () => {
    const cube = put(roundedBox(2, 2, 2), new Matrix4().makeTranslation(4, 0, 0));
    const [x, y, w, h] = new Rasteriser(width, height).bounds(view([cube]), 1)!;
    expect(x).toBeCloseTo(80 + (90 * 3) / 5, 6);
    expect(x + w).toBeCloseTo(80 + (90 * 5) / 3, 6);
    expect(h).toBeCloseTo((90 * 2) / 3, 6);
    expect(y + h / 2).toBeCloseTo(45, 6);
  });

  it('has no box for what is behind the camera', () => {
    const behind = put(sphere(1), new Matrix4().makeTranslation(0, 0, 9));
    expect(new Rasteriser(width, height).bounds(view([behind]), 1)).toBeUndefined();
  });
});

/** Metres along the line of sight at which the ray (u, v, 1) meets the unit ball 4 m ahead. */
function ballDepth(u: number, v: number): number {
  const q = 1 + u * u + v * v;
  return (4 - Math.sqrt(16 - 15 * q)) / q;
}

function fanMesh(count: number): Mesh {
  const rim = Array.from({ length: count }, (_, i) => {
    const t = (i / count) * 4;
    const s = (t % 1) * 2 - 1;
    return (
      [
        [s, -1, 0],
        [1, s, 0],
        [-s, 1, 0],
        [-1, -s, 0],
      ] as const
    )[Math.floor(t)]!;
  });
  const positions = Float32Array.from([[0.137, 0.091, 0], ...rim].flat());
  const normals = Float32Array.from(Array.from({ length: count + 1 }, () => [0, 0, 1]).flat());
  const indices = Uint32Array.from(rim.flatMap((_, i) => [0, 1 + i, 1 + ((i + 1) % count)]));
  return { positions, normals, indices };
}
