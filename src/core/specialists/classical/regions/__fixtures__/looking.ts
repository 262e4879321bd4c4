import { maskFromBitmap, maskIou } from '../../../../masks/index.ts';
import type { Mask } from '../../../../masks/mask.ts';
import type { Frame } from '../../../../media/frame.ts';
import type { Concept } from '../../../concept.ts';
import type { Detection, RegionPrompt, SpecialistSession } from '../../../contract.ts';
import { regionsSpecialist } from '../regions-specialist.ts';
import { type DrawnScene, type DrawnThing, drawScene, plain } from './drawn-scene.ts';

export const width = 320;
export const height = 200;
export const red = [200, 40, 40] as const;
export const green = [50, 150, 60] as const;
export const blue = [40, 80, 190] as const;
export const yellow = [220, 200, 50] as const;
export const gray = [170, 170, 170] as const;

export const scene = (things: readonly DrawnThing[], background = plain([150, 150, 155]), seed = 1): DrawnScene =>
  drawScene(width, height, background, things, { seed });

export const truthOf = ({ truth }: DrawnScene, i: number): Mask => maskFromBitmap(truth[i]!, [height, width]);

export async function see(
  { frame }: DrawnScene,
  concepts: readonly Concept[] = [],
  { still = true, regions = [] }: { still?: boolean; regions?: readonly RegionPrompt[] } = {},
): Promise<readonly Detection[]> {
  return look(openRegions(still), frame, concepts, regions);
}

export const openRegions = (still: boolean): SpecialistSession =>
  regionsSpecialist().open({ width, height, fps: 25, still, seed: 1 });

export async function look(
  session: SpecialistSession,
  frame: Frame,
  concepts: readonly Concept[],
  regions: readonly RegionPrompt[],
): Promise<readonly Detection[]> {
  const { detections } = await session.run(frame, { attributes: ['masks'], concepts, regions });
  return detections!;
}

export const wholes = (detections: readonly Detection[]) => detections.filter((d) => d.partOf === undefined);
export const bestIou = (detections: readonly Detection[], truth: Mask): number =>
  Math.max(0, ...detections.map(({ mask }) => maskIou(mask, truth)));
/** What a program's `.the()` would take: the greatest concept score. */
export const chosen = (detections: readonly Detection[], id = 'c1'): Detection | undefined =>
  [...detections].filter((d) => d.concepts?.[id] !== undefined).sort((a, b) => b.concepts![id]! - a.concepts![id]!)[0];
