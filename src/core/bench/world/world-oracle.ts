import { seededRandom } from '../../base/random.ts';
import { type Appearance, basicColors } from '../../specialists/contract.ts';
import type { OracleNoise, OracleOptions, TrueObject } from '../../specialists/oracle/index.ts';
import type { TruthObject, World } from './contract.ts';
import { wordsOf } from './truth/true-graph.ts';

/** Numbers that stand for a noun in an appearance vector. */
const nounLength = 16;
/** Weight of the noun's numbers against those of the colours. */
const nounWeight = 0.7;

/** What the oracle of a world shows, and how it is disturbed. */
export interface WorldOracleOptions {
  /** @default none */
  readonly noise?: OracleNoise;
  /** Handles, legs, lids as things of their own, too. @default false */
  readonly parts?: boolean;
  readonly seed?: number;
}

/**
 * The truth of a world as options of `oracleSpecialists`: they then give masks, labels, depths, appearances and motion,
 * all that the built-in specialists measure. The frames themselves are not looked at and may be black.
 */
export function worldOracle(world: World, { noise, parts = false, seed }: WorldOracleOptions = {}): OracleOptions {
  return {
    truthAt: (index) =>
      world
        .truth(index)
        .objects.filter(({ partOf }) => parts || partOf === undefined)
        .map(trueObject),
    cameraAt: (index) => world.truth(index).camera,
    depthAt: (index) => ({ width: world.info.width, height: world.info.height, data: world.depth(index) }),
    ...(noise === undefined ? {} : { noise }),
    ...(seed === undefined ? {} : { seed }),
  };
}

function trueObject(object: TruthObject): TrueObject {
  const { id, mask, partOf, labels, depth, velocity, center } = object;
  const appearance = appearanceOf(object);
  return { id, mask, labels, depth, appearance, center, velocity, ...(partOf === undefined ? {} : { partOf }) };
}

/** True words; things of one noun and one colour have one vector, those that share one of the two are near it. */
function appearanceOf(object: TruthObject): Appearance {
  const { colors = [], shapes = {}, textures = {} } = wordsOf(object);
  const [, , w, h] = object.box;
  return { colors, brightness: 0.5, shapes, textures, vector: vectorOf(object), length: Math.max(w, h) };
}

function vectorOf(object: TruthObject): Float32Array {
  const shares = new Map(wordsOf(object).colors);
  const random = seededRandom(hashOf(object.noun));
  const noun = unit(Float32Array.from({ length: nounLength }, () => random.between(-1, 1)));
  const color = unit(Float32Array.from(basicColors, (name) => shares.get(name) ?? 0));
  return unit(Float32Array.of(...color, ...noun.map((value) => value * nounWeight)));
}

function unit(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return norm > 0 ? vector.map((value) => value / norm) : vector;
}

const hashOf = (text: string): number => [...text].reduce((hash, c) => (Math.imul(hash, 31) + c.charCodeAt(0)) | 0, 7);
