import { throwIfAborted } from '../../base/abort.ts';
import type { Mask } from '../../masks/mask.ts';
import { maskIou } from '../../masks/mask-iou.ts';
import type { Frame } from '../../media/frame.ts';
import type { Concept } from '../concept.ts';
import type {
  Appearance,
  DepthMap,
  DepthValue,
  Detection,
  MotionObservation,
  Observation,
  RegionPrompt,
  SpecialistRequest,
  SpecialistSession,
} from '../contract.ts';
import { disturbVector, faultsOf, jitterMask } from './disturb.ts';
import { cameraBetween, type KnownFrame, motionOf, stillCamera } from './oracle-motion.ts';
import { piecesOf } from './pieces.ts';
import type { OracleNoise, OracleOptions, TrueObject } from './truth.ts';

/** Kinds of fault, so that one does not depend on another. */
const [missedFault, shapeFault, labelFault, depthFault, lookFault, shiftFault, pieceFault] = [1, 2, 3, 4, 5, 6, 7];
const noNoise: Required<OracleNoise> = {
  ...{ missed: 0, split: 0, merged: 0, boundaryPx: 0, wrongLabels: 0, depth: 0, appearance: 0, shiftPx: 0 },
};
/** What the oracle says of a name it gives. */
const sure = 0.95;
const leastIou = 0.3;

/** Answers from the truth, with the faults asked for. */
export class OracleSession implements SpecialistSession {
  readonly #truthAt: OracleOptions['truthAt'];
  readonly #cameraAt: NonNullable<OracleOptions['cameraAt']>;
  readonly #depthAt: OracleOptions['depthAt'];
  readonly #noise: Required<OracleNoise>;
  readonly #seed: number;
  #before: KnownFrame | undefined;
  #now: KnownFrame | undefined;

  constructor({ truthAt, cameraAt = () => stillCamera, depthAt, noise = {} }: OracleOptions, seed: number) {
    this.#truthAt = truthAt;
    this.#cameraAt = cameraAt;
    this.#depthAt = depthAt;
    this.#noise = { ...noNoise, ...noise };
    this.#seed = seed;
  }

  async run(frame: Frame, request: SpecialistRequest, signal?: AbortSignal): Promise<Observation> {
    throwIfAborted(signal);
    const { attributes, concepts, regions } = request;
    const now = this.#know(frame);
    const truth = now.objects.filter(({ mask }) => !mask.isEmpty);
    const asks = (...names: readonly string[]) => attributes.some((attribute) => names.includes(attribute));
    return {
      ...(asks('masks', 'boxes', 'labels') ? { detections: this.#detect(frame.index, truth, concepts) } : {}),
      ...(asks('masks', 'depth') && this.#depthAt
        ? { depthMap: this.#depthMap(frame.index, truth, this.#depthAt) }
        : {}),
      ...(asks('depth') ? { depth: regions.map((region) => this.#depth(frame.index, truth, region)) } : {}),
      ...(asks('appearance') ? { appearance: regions.map((region) => this.#look(frame.index, truth, region)) } : {}),
      ...(asks('motion') ? { motion: this.#motion(now, regions) } : {}),
    };
  }

  close(): void {}

  /** Asked several times in one frame, it still compares with the frame before. */
  #know({ index, time }: Frame): KnownFrame {
    if (this.#now?.index !== index) {
      this.#before = this.#now;
      this.#now = { index, time, objects: this.#truthAt(index) };
    }
    return this.#now;
  }

  #detect(frame: number, truth: readonly TrueObject[], concepts: readonly Concept[]): Detection[] {
    const seen = truth.filter(({ id }) => this.#faults(frame, id, missedFault).next() >= this.#noise.missed);
    const pieces = piecesOf(seen, this.#noise, ({ id }) => this.#faults(frame, id, pieceFault));
    return pieces.map(({ object, mask }) => {
      const labels = this.#labels(frame, object, truth);
      const whole = pieces.findIndex((piece) => piece.object.id === object.partOf);
      return {
        mask: jitterMask(mask, this.#noise.boundaryPx, this.#faults(frame, object.id, shapeFault)),
        score: sure,
        labels: labels.map((label) => [label, sure] as const),
        concepts: Object.fromEntries(concepts.map((concept) => [concept.id, names(labels, concept) ? sure : 1 - sure])),
        ...(whole < 0 ? {} : { partOf: whole }),
      };
    });
  }

  /** Its own, or for the wrong share those of an object that is called otherwise. */
  #labels(frame: number, { id, labels = [] }: TrueObject, truth: readonly TrueObject[]): readonly string[] {
    const random = this.#faults(frame, id, labelFault);
    if (random.next() >= this.#noise.wrongLabels) return labels;
    const others = truth.filter((other) => other.labels !== undefined && other.labels[0] !== labels[0]);
    return others.length === 0 ? labels : random.pick(others).labels!;
  }

  #depth(frame: number, truth: readonly TrueObject[], { mask }: RegionPrompt): DepthValue | null {
    const object = bestMatch(truth, mask, ({ depth }) => depth !== undefined);
    if (object === undefined) return null;
    return { value: object.depth! * this.#depthFactor(frame, object.id), confidence: sure, unit: 'm' };
  }

  /** Each thing's pixels are off by as much as the thing itself is said to be. */
  #depthMap(frame: number, truth: readonly TrueObject[], depthAt: NonNullable<OracleOptions['depthAt']>): DepthMap {
    const { width, height, data } = depthAt(frame);
    const told = Float32Array.from(data);
    if (this.#noise.depth > 0)
      for (const { id, mask, partOf } of truth)
        if (partOf === undefined) scaleWhere(told, mask, this.#depthFactor(frame, id));
    return { width, height, data: told };
  }

  #depthFactor(frame: number, id: number): number {
    return Math.max(0.01, 1 + this.#noise.depth * this.#faults(frame, id, depthFault).normal());
  }

  #look(frame: number, truth: readonly TrueObject[], { mask }: RegionPrompt): Appearance | null {
    const object = bestMatch(truth, mask, ({ appearance }) => appearance !== undefined);
    if (object === undefined) return null;
    const { vector } = object.appearance!;
    const random = this.#faults(frame, object.id, lookFault);
    return { ...object.appearance!, vector: disturbVector(vector, this.#noise.appearance, random) };
  }

  /** The regions are masks of the frame before. */
  #motion(now: KnownFrame, regions: readonly RegionPrompt[]): MotionObservation {
    const before = this.#before;
    if (before === undefined) return { camera: stillCamera, regions: regions.map(() => null) };
    const camera = cameraBetween(before.index, now.index, this.#cameraAt);
    const shifts = regions.map(({ mask }) => {
      const object = bestMatch(before.objects, mask, ({ center }) => center !== undefined);
      if (object === undefined) return null;
      const random = this.#faults(now.index, object.id, shiftFault);
      const { shiftPx } = this.#noise;
      return motionOf(object.id, before, now, camera, [shiftPx * random.normal(), shiftPx * random.normal()]);
    });
    return { camera, regions: shifts };
  }

  #faults(frame: number, id: number, kind: number) {
    return faultsOf(this.#seed, frame, id, kind);
  }
}

/** Multiplies the values of a picture, row by row, where a mask is set. */
function scaleWhere(values: Float32Array, { runs, size: [h, w] }: Mask, factor: number): void {
  let at = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const start = at + runs[i]!;
    at = start + runs[i + 1]!;
    for (let p = start; p < at; p++) values[(p % h) * w + Math.floor(p / h)]! *= factor;
  }
}

function bestMatch(
  truth: readonly TrueObject[],
  mask: Mask,
  isKnown: (object: TrueObject) => boolean,
): TrueObject | undefined {
  if (mask.isEmpty) return undefined;
  let best: { readonly object: TrueObject; readonly iou: number } | undefined;
  for (const object of truth) {
    if (object.mask.isEmpty || !isKnown(object)) continue;
    const iou = maskIou(mask, object.mask);
    if (iou >= leastIou && iou > (best?.iou ?? 0)) best = { object, iou };
  }
  return best?.object;
}

/** A concept without a noun fits everything that can be named at all. */
function names(labels: readonly string[], { noun, synonyms }: Concept): boolean {
  return noun === undefined || labels.some((label) => label === noun || synonyms.includes(label));
}
