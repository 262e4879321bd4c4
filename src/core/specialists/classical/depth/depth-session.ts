import { throwIfAborted } from '../../../base/abort.ts';
import type { Frame } from '../../../media/frame.ts';
import type { DepthValue, Observation, RegionPrompt, SpecialistRequest, SpecialistSession } from '../../contract.ts';
import { contactConfidence, contactDepth } from './contact-height.ts';
import { type Occlusion, occlusionOrder } from './occlusion-order.ts';
import { SizeChange } from './size-change.ts';

/** Weight of the size cue against contact height, where there is one. */
const sizeWeight = 0.4;
/** Depth that separates the two of an occluding pair; above the 3 % that programs tell apart. */
const stepBehind = 0.05;
/** Cues agree: never as sure as a measurement. */
const mostConfidence = 0.65;

/** One stream's depth cues: remembers how large each track was at first. */
export class DepthCueSession implements SpecialistSession {
  readonly #sizes = new SizeChange();

  async run(_frame: Frame, { regions }: SpecialistRequest, signal?: AbortSignal): Promise<Observation> {
    throwIfAborted(signal);
    this.#sizes.nextFrame();
    const depths = regions.map((region) => this.#alone(region));
    const order = occlusionOrder(regions.map(({ mask }) => mask));
    separate(depths, order);
    return {
      depth: regions.map(({ mask }, i) => (mask.isEmpty ? null : depthValue(regions[i]!, depths[i]!, i, order))),
    };
  }

  close(): void {
    this.#sizes.clear();
  }

  /** From the region's own foot and size. */
  #alone(region: RegionPrompt): number {
    const contact = contactDepth(region.mask);
    const bySize = this.#sizes.depthOf(region, contact);
    return bySize === null ? contact : (1 - sizeWeight) * contact + sizeWeight * bySize;
  }
}

/** Moves both of a pair apart until what is in front is nearer; a few rounds settle chains of them. */
function separate(depths: number[], order: readonly Occlusion[]): void {
  for (let round = 0; round < 4; round++) {
    for (const { front, back } of order) {
      const lacking = stepBehind - (depths[back]! - depths[front]!);
      if (lacking <= 0) continue;
      depths[front] = Math.max(0, depths[front]! - lacking / 2);
      depths[back] = Math.min(1, depths[front]! + stepBehind, depths[back]! + lacking);
    }
  }
}

function depthValue({ mask }: RegionPrompt, value: number, index: number, order: readonly Occlusion[]): DepthValue {
  const mine = order.filter(({ front, back }) => front === index || back === index);
  const strongest = mine.reduce((most, { strength }) => Math.max(most, strength), 0);
  const confidence = Math.min(mostConfidence, contactConfidence(mask) + 0.3 * strongest);
  return { value, confidence, unit: 'cue' };
}
