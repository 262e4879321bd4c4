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
  const all = chosen.map(({ ablation, value }) => ablation.changes(value));
  const twin = Object.assign({}, ...all.map(({ stream }) => stream?.twin));
  const stream: StreamChanges = Object.assign({}, ...all.map((changes) => changes.stream));
  const rest: AblationChanges = Object.assign({}, ...all.map(({ stream: _, picture: __, ...others }) => others));
  return {
    ...rest,
    stream: { ...stream, ...(Object.keys(twin).length > 0 && { twin }) },
    pictures: all.flatMap((changes) => changes.picture ?? shaking(changes) ?? []),
  };
}

function shaking({ shakePx }: AblationChanges): ((stream: PictureStream) => PictureChange) | null {
  return shakePx === undefined ? null : (stream) => cameraShake(shakePx, stream);
}

/** The same for all frames of one group of samples; another for each group. */
export const seedOfGroup = (seed: number, group: number): number => (Math.imul(seed, 1_000_003) + group) | 0;
