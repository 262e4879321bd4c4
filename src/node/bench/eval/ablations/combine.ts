import type { PictureChange, PictureStream } from '../../../../core/bench/disturb/index.ts';
import { cameraShake } from '../../../../core/bench/disturb/index.ts';
import type { AblationChanges, ChosenAblation, StreamChanges } from './contract.ts';

/** All changes of an evaluation together. */
export interface CombinedChanges extends Omit<AblationChanges, 'picture' | 'stream'> {
  readonly stream: StreamChanges;
  /** One after the other. */
  readonly pictures: readonly ((stream: PictureStream) => PictureChange)[];
}

/** Nothing is changed. */
export const noChanges: CombinedChanges = { stream: {}, pictures: [] };

/** Later ones overrule earlier ones where they set the same. */
export function combineChanges(chosen: readonly ChosenAblation[]): CombinedChanges {
  return chosen.reduce<CombinedChanges>((all, { ablation, value }) => {
    const { picture, stream = {}, ...rest } = ablation.changes(value);
    const twin = { ...all.stream.twin, ...stream.twin };
    return {
      ...all,
      ...rest,
      stream: { ...all.stream, ...stream, ...(Object.keys(twin).length > 0 && { twin }) },
      pictures: [...all.pictures, ...[picture ?? shaking(rest)].filter((change) => change !== null)],
    };
  }, noChanges);
}

function shaking({ shakePx }: AblationChanges): ((stream: PictureStream) => PictureChange) | null {
  return shakePx === undefined ? null : (stream) => cameraShake(shakePx, stream);
}

/** The same for all frames of one group of samples; another for each group. */
export const seedOfGroup = (seed: number, group: number): number => (Math.imul(seed, 1_000_003) + group) | 0;
