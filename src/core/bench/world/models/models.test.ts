import { Matrix4, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../base/random.ts';
import type { Mesh, Model } from './index.ts';
import * as models from './index.ts';

const makers: Record<string, (options?: models.ModelOptions) => Model> = {
  ...{ ball: models.ball, box: models.box, mug: models.mug, cup: models.cup, bottle: models.bottle, bowl: models.bowl },
  ...{ plate: models.plate, pot: models.pot, table: models.table, chair: models.chair, sofa: models.sofa },
  ...{ shelf: models.shelf, cabinet: models.cabinet, chest: models.chest, lamp: models.lamp, screen: models.screen },
  ...{ book: models.book, plant: models.plant, bag: models.bag, basket: models.basket, fruit: models.fruit },
  ...{ laptop: models.laptop, pencil: models.pencil, hand: models.hand, car: models.car, van: models.van },
  ...{ truck: models.truck, engine: models.engine, wagon: models.wagon, tree: models.tree, house: models.house },
  ...{ streetLamp: models.streetLamp, bench: models.bench, conveyor: models.conveyor, rails: models.rails },
  ...{ figure: models.figure, dog: models.dog, cat: models.cat, horse: models.horse },
};

describe.each(Object.entries(makers))('%s', (_, make) => {
  const model = make({ accent: 'yellow', random: seededRandom(3) });

  it('has closed parts whose triangles face outwards', () => {
    for (const { name, mesh } of model.parts) {
      expect([name, openEdges(mesh)]).toEqual([name, 0]);
      expect([name, volume(mesh) > 0]).toEqual([name, true]);
      expect([name, normalsAgree(mesh)]).toEqual([name, true]);
    }
  });

  it('stands on the ground and fills the size that it states', () => {
    if (model.noun === 'hand') return;
    const { low, high } = extent(model);
    const [w, h, d] = model.size;
    expect(low.y / h).toBeCloseTo(0, 1);
    // Stated sizes are for placing things: a tenth, and 2 mm for the smallest.
    for (const [real, stated] of [
      [high.y, h],
      [high.x - low.x, w],
      [high.z - low.z, d],
    ] as const)
      expect(Math.abs(real - stated)).toBeLessThan(0.12 * Math.max(...model.size) + 0.002);
  });

  it('grows by its scale', () => {
    const small = extent(make({ accent: 'yellow' }));
    const large = extent(make({ accent: 'yellow', scale: 3 }));
    expect(large.high.y / small.high.y).toBeCloseTo(3, 4);
    expect(large.high.x / small.high.x).toBeCloseTo(3, 4);
  });
});

describe('posed models', () => {
  it.each([
    ['a person', models.figure(), 'left shoe'],
    ['a child', models.figure({ scale: 0.6 }), 'left shoe'],
    ['a cat', models.cat(), 'front left leg'],
    ['a large dog', models.dog({ scale: 2 }), 'front left leg'],
  ])('keep a walking foot of %s where it stands', (_, walker, group) => {
    const foot = walker.parts.findLastIndex((part) => part.group === group);
    const at = (phase: number) =>
      new Vector3().setFromMatrixPosition(walker.pose({ phase, stride: 1 })[foot]!).z + phase * walker.stride!;
    // The left foot stands from phase 0 to 0.5; the leg may fall 2 cm short at the ends of a step.
    for (const phase of [0.1, 0.2, 0.3, 0.4]) expect(at(phase)).toBeCloseTo(at(0.25), 1.5);
  });

  it('put a hand where it reaches', () => {
    const walker = models.figure({ scale: 0.8 });
    const hand = walker.parts.findIndex((part) => part.group === 'right hand');
    const target = new Vector3(-0.15, 0.9, 0.3);
    const wrist = new Vector3().setFromMatrixPosition(walker.pose({ reachRight: target })[hand]!);
    expect(wrist.distanceTo(target)).toBeLessThan(1e-6);
  });

  it('roll wheels without slipping and open doors and lids', () => {
    const car = models.car({ scale: models.toyScale });
    const wheel = car.parts.findIndex((part) => part.name === 'wheel');
    const turn = 2 * Math.PI * 0.33 * models.toyScale;
    expect(distance(car.pose({ driven: turn })[wheel]!, car.pose({ driven: 0 })[wheel]!)).toBeLessThan(1e-9);
    const chest = models.chest();
    const lid = chest.parts.findIndex((part) => part.name === 'lid');
    const edge = new Vector3(0, 0.03, 0.34).applyMatrix4(chest.pose({ lid: 1 })[lid]!);
    expect(edge.y).toBeGreaterThan(0.5);
    expect(edge.z).toBeLessThan(-0.17);
  });
});

function extent(model: Model): { low: Vector3; high: Vector3 } {
  const [low, high] = [new Vector3().setScalar(Infinity), new Vector3().setScalar(-Infinity)];
  model.parts.forEach(({ mesh }, part) => {
    const matrix = model.rest?.[part] ?? new Matrix4();
    for (let i = 0; i < mesh.positions.length; i += 3) {
      const p = new Vector3().fromArray(mesh.positions, i).applyMatrix4(matrix);
      low.min(p);
      high.max(p);
    }
  });
  return { low, high };
}

/** Edges, by place, that are not met by one in the other direction. */
function openEdges({ positions, indices }: Mesh): number {
  const key = (i: number) => positions.slice(3 * i, 3 * i + 3).join();
  const balance = new Map<string, number>();
  for (let t = 0; t < indices.length; t++) {
    const [a, b] = [key(indices[t]!), key(indices[t % 3 === 2 ? t - 2 : t + 1]!)];
    const [name, sign] = a < b ? [`${a} ${b}`, 1] : [`${b} ${a}`, -1];
    balance.set(name, (balance.get(name) ?? 0) + sign);
  }
  return [...balance.values()].filter((sum) => sum !== 0).length;
}

function corners({ positions, indices }: Mesh, triangle: number): [Vector3, Vector3, Vector3] {
  const at = (k: number) => new Vector3().fromArray(positions, 3 * indices[3 * triangle + k]!);
  return [at(0), at(1), at(2)];
}

function volume(mesh: Mesh): number {
  let sum = 0;
  for (let t = 0; t < mesh.indices.length / 3; t++) {
    const [a, b, c] = corners(mesh, t);
    sum += a.dot(b.cross(c)) / 6;
  }
  return sum;
}

/** Shading normals have length 1 and look to the side that the triangle faces. */
function normalsAgree(mesh: Mesh): boolean {
  for (let t = 0; t < mesh.indices.length / 3; t++) {
    const [a, b, c] = corners(mesh, t);
    const face = b.sub(a).cross(c.sub(a));
    for (let k = 0; k < 3; k++) {
      const normal = new Vector3().fromArray(mesh.normals, 3 * mesh.indices[3 * t + k]!);
      if (Math.abs(normal.length() - 1) > 1e-5) return false;
      if (face.lengthSq() > 1e-16 && face.dot(normal) < -0.1 * face.length()) return false;
    }
  }
  return true;
}

function distance(a: Matrix4, b: Matrix4): number {
  return Math.max(...a.elements.map((x, i) => Math.abs(x - b.elements[i]!)));
}
