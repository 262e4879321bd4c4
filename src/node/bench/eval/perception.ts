import { InputError } from '../../../core/base/index.ts';
import { openWorld, worldOracle } from '../../../core/bench/index.ts';
import type { SegmentOptions } from '../../../core/pipelines/index.ts';
import type { Planner } from '../../../core/plan/index.ts';
import {
  cameraBetween,
  type OracleNoise,
  type OracleOptions,
  oracleSpecialists,
} from '../../../core/specialists/oracle/index.ts';
import { SpecialistRegistry } from '../../../core/specialists/registry.ts';
import { createSegmenter, type NodeSegmenter } from '../../segmenter/index.ts';
import { alteredPlanner, type CombinedChanges, noChanges } from './ablations/index.ts';
import type { EvalSettings } from './contract.ts';
import type { SampleGroup } from './sample-groups.ts';

/** What is wrong with what the noisy oracle sees: about as much as with a good detector on clear video. */
export const evalNoise: OracleNoise = {
  missed: 0.05,
  split: 0.03,
  merged: 0.03,
  boundaryPx: 1,
  wrongLabels: 0.03,
  depth: 0.05,
  appearance: 0.2,
  shiftPx: 0.5,
};

/** An oracle is asked in every frame: what lies between key frames is not what is measured with it. */
export const perceptionOptions = (perception: EvalSettings['perception']): SegmentOptions =>
  perception === 'builtin' ? {} : { keyFrameInterval: 1 };

/**
 * What answers a group of samples: the built-in specialists, or the truth of the world that the samples are about.
 * @throws InputError when the truth is asked for and the samples are about no world
 */
export async function segmenterOf(
  { perception, seed }: Pick<EvalSettings, 'perception' | 'seed'>,
  { members }: SampleGroup,
  { plan, every = 1 }: CombinedChanges = noChanges,
): Promise<NodeSegmenter> {
  const around = plan === undefined ? {} : { aroundPlanner: (planner: Planner) => alteredPlanner(planner, plan) };
  if (perception === 'builtin') return createSegmenter(around);
  const { media } = members[0]!.sample;
  if (media.type !== 'world')
    throw new InputError(`only worlds can be seen by the truth; ${members[0]!.sample.id} is none`, {
      remedy: 'Use --perception builtin, or evaluate twinworld.',
    });
  const { scene, seed: own, width, height, fps, frames } = media;
  const world = openWorld(scene, own, { width, height, fps, frames, picture: false });
  const parts = members.some(({ sample }) => sample.tags.parts === true);
  const noise = perception === 'noisy' ? { noise: evalNoise, seed } : {};
  const oracle = everyNth(worldOracle(world, { parts, ...noise }), every);
  return createSegmenter({ ...around, specialists: new SpecialistRegistry(oracleSpecialists(oracle)) });
}

/** The truth of the frames that exist, by their numbers. */
function everyNth(oracle: OracleOptions, every: number): OracleOptions {
  if (every === 1) return oracle;
  const { truthAt, cameraAt, depthAt } = oracle;
  return {
    ...oracle,
    truthAt: (index) => truthAt(index * every),
    ...(depthAt && { depthAt: (index) => depthAt(index * every) }),
    ...(cameraAt && { cameraAt: (index) => cameraBetween((index - 1) * every, index * every, cameraAt) }),
  };
}
