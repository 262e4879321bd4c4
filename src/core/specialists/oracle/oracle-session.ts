import { throwIfAborted } from '../../base/abort.ts';
import { maskIou } from '../../masks/mask-iou.ts';
import type { Frame } from '../../media/frame.ts';
import type { Concept } from '../concept.ts';
import type {
  DepthValue,
  Detection,
  Observation,
  RegionPrompt,
  SpecialistRequest,
  SpecialistSession,
} from '../contract.ts';
import { faultsOf, jitterMask } from './disturb.ts';
import type { OracleNoise, OracleOptions, TrueObject } from './truth.ts';

/** Kinds of fault, so that one does not depend on another. */
const [missedFault, shapeFault, labelFault, depthFault] = [1, 2, 3, 4];
/** What the oracle says of a name it gives. */
const sure = 0.95;
const leastIou = 0.3;

/** Answers from the truth, with the faults asked for. */
export class OracleSession implements SpecialistSession {
  readonly #truthAt: OracleOptions['truthAt'];
  readonly #noise: Required<OracleNoise>;
  readonly #seed: number;

  constructor({ truthAt, noise = {} }: OracleOptions, seed: number) {
    this.#truthAt = truthAt;
    this.#noise = { missed: 0, boundaryPx: 0, wrongLabels: 0, depth: 0, ...noise };
    this.#seed = seed;
  }

  async run(frame: Frame, request: SpecialistRequest, signal?: AbortSignal): Promise<Observation> {
    throwIfAborted(signal);
    const { attributes, concepts, regions } = request;
    const truth = this.#truthAt(frame.index).filter(({ mask }) => !mask.isEmpty);
    const wantsDetections = attributes.some((attribute) => attribute !== 'depth');
    return {
      ...(wantsDetections ? { detections: this.#detect(frame.index, truth, concepts) } : {}),
      ...(attributes.includes('depth')
        ? { depth: regions.map((region) => this.#depth(frame.index, truth, region)) }
        : {}),
    };
  }

  close(): void {}

  #detect(frame: number, truth: readonly TrueObject[], concepts: readonly Concept[]): Detection[] {
    const seen = truth.filter(({ id }) => this.#faults(frame, id, missedFault).next() >= this.#noise.missed);
    return seen.map((object) => {
      const labels = this.#labels(frame, object, truth);
      return {
        mask: jitterMask(object.mask, this.#noise.boundaryPx, this.#faults(frame, object.id, shapeFault)),
        score: sure,
        labels: labels.map((label) => [label, sure] as const),
        concepts: Object.fromEntries(concepts.map((concept) => [concept.id, names(labels, concept) ? sure : 1 - sure])),
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
    if (mask.isEmpty) return null;
    const best = truth
      .filter((object) => object.depth !== undefined)
      .map((object) => ({ object, iou: maskIou(mask, object.mask) }))
      .sort((a, b) => b.iou - a.iou)[0];
    if (best === undefined || best.iou < leastIou) return null;
    const error = this.#noise.depth * this.#faults(frame, best.object.id, depthFault).normal();
    return { value: best.object.depth! * Math.max(0.01, 1 + error), confidence: sure, unit: 'm' };
  }

  #faults(frame: number, id: number, kind: number) {
    return faultsOf(this.#seed, frame, id, kind);
  }
}

/** A concept without a noun fits everything that can be named at all. */
function names(labels: readonly string[], { noun, synonyms }: Concept): boolean {
  return noun === undefined || labels.some((label) => label === noun || synonyms.includes(label));
}
