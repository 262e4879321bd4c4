import type { Sample } from '../datasets/index.ts';

/** Samples that ask about the same media: they are answered together, over one twin. */
export interface SampleGroup {
  /** Place among the groups. */
  readonly number: number;
  readonly key: string;
  /** With their places in the data set. */
  readonly members: readonly { readonly index: number; readonly sample: Sample }[];
}

/** Groups in order of first appearance. */
export function groupByMedia(samples: readonly Sample[]): SampleGroup[] {
  const groups = new Map<string, { index: number; sample: Sample }[]>();
  for (const [index, sample] of samples.entries()) {
    const key = mediaKey(sample);
    const members = groups.get(key);
    if (members) members.push({ index, sample });
    else groups.set(key, [{ index, sample }]);
  }
  return [...groups].map(([key, members], number) => ({ number, key, members }));
}

/** The same for samples about the same picture or video. */
export function mediaKey({ media }: Sample): string {
  if (media.type === 'world')
    return `world:${media.scene}:${media.seed} ${media.width} ${media.height} ${media.fps} ${media.frames}`;
  return media.type === 'frames'
    ? `frames ${media.paths.length} ${media.paths[0] ?? ''}`
    : `${media.type} ${media.path}`;
}
