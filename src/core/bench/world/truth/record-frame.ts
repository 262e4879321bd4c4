import { Vector3 } from 'three';
import type { Texture } from '../../../specialists/contract.ts';
import type { FrameRelation } from '../../../twin/program-frame.ts';
import type { Stage } from '../stage/stage.ts';
import type { Thing } from '../stage/thing.ts';
import { wholeOf } from '../stage/view.ts';
import { cameraMotion, noMotion } from './camera-motion.ts';
import type { FrameScan } from './frame-scan.ts';
import { Grips } from './grips.ts';
import type { Outline } from './outlines.ts';
import { Projector } from './projector.ts';
import { type FrameRecord, hiddenAt, type JoiningEdge, type Relation, type ThingState, thingOf } from './records.ts';
import { shapesOf } from './shapes-of.ts';

/** A thing counts as in the picture, and as seen, with so many pixels. */
const leastPixels = 16;
/** Shares of the diagonal a second at which `moving` switches. */
const [movesAt, restsAt] = [0.02, 0.01];
/** Share of an outline that must be covered for `hides`. */
const hidesAt = 0.1;

/** Writes down frame after frame what is there and how it relates, in order from the first one. */
export class Recorder {
  readonly #stage: Stage;
  readonly #size: { readonly width: number; readonly height: number };
  readonly #fps: number;
  readonly #everSeen = new Set<number>();
  readonly #grips = new Grips();
  #before: FrameRecord | undefined;

  constructor(stage: Stage, size: { readonly width: number; readonly height: number }, fps: number) {
    this.#stage = stage;
    this.#size = size;
    this.#fps = fps;
  }

  record(index: number, scan: FrameScan): FrameRecord {
    const { time } = scan;
    const things: ThingState[] = [];
    for (const [id, outline] of scan.outlines) {
      const thing = this.#stage.thing(id);
      if (this.#isListed(thing, outline, scan)) things.push(this.#state(thing, outline, scan));
    }
    const relations = this.#relations(things, scan);
    const cut = this.#isCut(index);
    const before = cut || index === 0 ? scan.projector : this.#projectorAt((index - 1) / this.#fps);
    const still = this.#sameCamera(index);
    const camera = still || cut ? noMotion : cameraMotion(scan.layers, this.#size.width, before, scan.projector);
    const record = { index, time, things, relations, joinings: this.#joinings(index), camera, cut };
    this.#before = record;
    return record;
  }

  /** It is in the picture and has been seen at least once; what scenery alone hides is away. */
  #isListed({ id }: Thing, { area, covers }: Outline, { seen, time }: FrameScan): boolean {
    if (area < leastPixels) return false;
    const visible = seen.get(id)?.area ?? 0;
    if (visible >= leastPixels && visible > hiddenAt * area) this.#everSeen.add(id);
    if (!this.#everSeen.has(id)) return false;
    const scenery = covers.find((cover) => cover.id === 0)?.area ?? 0;
    const isInside = this.#stage.facts.at(time).some((fact) => fact.relation === 'in' && fact.a === id);
    return isInside || visible > hiddenAt * area || scenery < 0.5 * area;
  }

  #state(thing: Thing, { area, covers, centroid, box }: Outline, scan: FrameScan): ThingState {
    const { id, model } = thing;
    const { time, projector } = scan;
    const middle = middleOf(thing, time);
    const earlier = projector.pixel(middleOf(thing, time - 1 / this.#fps));
    const center = projector.pixel(middle);
    const velocity = [(center[0] - earlier[0]) * this.#fps, (center[1] - earlier[1]) * this.#fps] as const;
    const before = thingOf(this.#before, id);
    const moving = this.#isMoving(velocity, before);
    return {
      ...{ id, noun: model.noun, labels: [model.noun, ...model.wider], colors: thing.colors(time) },
      ...{ shapes: shapesOf(thing, time), textures: texturesOf(thing, time), box, centroid, area, covers },
      visible: (scan.seen.get(id)?.area ?? 0) / area,
      depth: projector.depth(middle),
      ...{ center, velocity, moving, hasMoved: before?.hasMoved === true || moving },
      place: [middle.x, middle.y, middle.z],
    };
  }

  #isMoving([vx, vy]: readonly [number, number], before: ThingState | undefined): boolean {
    const { width, height } = this.#size;
    const limit = (before?.moving === true ? restsAt : movesAt) * Math.sqrt(width * width + height * height);
    const speed = Math.sqrt(vx * vx + vy * vy);
    return before?.moving === true ? speed > limit : speed >= limit;
  }

  #relations(things: readonly ThingState[], scan: FrameScan): Relation[] {
    const listed = new Map(things.map((thing) => [thing.id, thing]));
    const found = new Map<string, Relation>();
    const add = (relation: FrameRelation, a: number, b: number) => {
      if (a !== b && listed.has(a) && listed.has(b)) found.set(`${relation} ${a} ${b}`, { relation, a, b });
    };
    for (const { relation, a, b } of this.#stage.facts.at(scan.time))
      add(relation, wholeOf(this.#stage, a, scan.time), wholeOf(this.#stage, b, scan.time));
    for (const { a, b } of this.#grips.step([...found.values()], listed, scan.time)) add('holds', a, b);
    for (const key of scan.contacts) add('touches', Math.floor(key / 65536), key % 65536);
    for (const { relation, a, b } of [...found.values()])
      if (relation !== 'touches') add('touches', Math.min(a, b), Math.max(a, b));
    for (const { id, covers, area } of things)
      for (const cover of covers) if (cover.area >= hidesAt * area) add('hides', cover.id, id);
    return [...found.values()];
  }

  #joinings(index: number): JoiningEdge[] {
    const [now, earlier] = [index / this.#fps, (index - 1) / this.#fps];
    const isBetween = (edge: number) => index > 0 && edge > earlier + 1e-9 && edge <= now + 1e-9;
    return this.#stage.joinings.flatMap(({ whole, piece, from, to }) => [
      ...(isBetween(from) ? [{ type: 'merges' as const, whole, piece }] : []),
      ...(isBetween(to) ? [{ type: 'splits' as const, whole, piece }] : []),
    ]);
  }

  #isCut(index: number): boolean {
    const [now, earlier] = [index / this.#fps, (index - 1) / this.#fps];
    return index > 0 && this.#stage.cuts.some((cut) => cut > earlier + 1e-9 && cut <= now + 1e-9);
  }

  #sameCamera(index: number): boolean {
    if (index === 0) return true;
    const [a, b] = [this.#stage.camera(index / this.#fps), this.#stage.camera((index - 1) / this.#fps)];
    const same = a.position.equals(b.position) && a.target.equals(b.target);
    return same && a.fovY === b.fovY && (a.roll ?? 0) === (b.roll ?? 0);
  }

  #projectorAt(time: number): Projector {
    return new Projector(this.#stage.camera(time), this.#size.width, this.#size.height);
  }
}

/** Middle of the thing's box at rest, in the world. */
export function middleOf(thing: Thing, time: number): Vector3 {
  return new Vector3(0, thing.model.size[1] / 2, 0).applyMatrix4(thing.matrix(time));
}

function texturesOf(thing: Thing, time: number): readonly Texture[] {
  const paint = thing.paint(time);
  const materials = thing.model.parts.map(({ material }, part) => paint?.material(part) ?? material);
  const has = (kind: string) => materials.some(({ pattern }) => pattern?.kind === kind);
  if (has('stripes')) return ['striped'];
  if (has('dots')) return ['spotted'];
  return materials.some(({ pattern }) => pattern !== undefined) ? [] : ['plain'];
}
