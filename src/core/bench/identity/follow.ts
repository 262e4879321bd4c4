import { dilateMask } from '../../masks/morphology.ts';
import { intersectionArea } from '../../masks/overlap.ts';
import { unionAll } from '../../masks/set-algebra.ts';
import { KeyFrameClock } from '../../pipelines/key-frames.ts';
import { classicalSpecialists } from '../../specialists/classical/index.ts';
import { type Appearance, basicColors, type SpecialistSession } from '../../specialists/contract.ts';
import type { SceneGraph } from '../../twin/scene-graph.ts';
import type { SeenFrame } from '../../twin/seen-frame.ts';
import { Twin } from '../../twin/twin.ts';
import type { FollowedScene, FollowedThing } from './followed-scene.ts';

/** Each frame's graph of a twin that is given true masks; alike things that touch come as one mask. */
export function followTruth(scene: FollowedScene): SceneGraph[] {
  const twin = new Twin(streamOf(scene));
  return Array.from({ length: scene.info.frames! }, (_, index) => twin.update(seenTruth(scene.truth(index), twin)));
}

/** Each frame's graph of a twin that sees with the built-in specialists, without being asked for anything. */
export async function followPixels(scene: FollowedScene): Promise<SceneGraph[]> {
  const stream = streamOf(scene);
  const twin = new Twin(stream);
  const [regions, appearance, motion, depth] = classicalSpecialists().map((s) => s.open(stream)) as Sessions;
  const clock = new KeyFrameClock(3);
  const graphs: SceneGraph[] = [];
  for (let index = 0; index < scene.info.frames!; index++) {
    const frame = scene.frame(index);
    const ask = (session: SpecialistSession, attribute: Ask, prompts: Prompts) =>
      session.run(frame, { attributes: [attribute], concepts: [], regions: prompts });
    const moved = (await ask(motion, 'motion', twin.lastRegions())).motion!;
    let seen: SeenFrame = { index, time: frame.time, motion: moved };
    if (clock.isKey({ index, unsure: twin.unsure })) {
      const detections = (await ask(regions, 'masks', twin.predict(moved, frame.time))).detections!;
      const prompts = detections.map(({ mask }) => ({ mask }));
      const looks = (await ask(appearance, 'appearance', prompts)).appearance!;
      const depths = (await ask(depth, 'depth', prompts)).depth!;
      seen = { ...seen, detections, appearance: looks, depth: depths };
    }
    graphs.push(twin.update(seen));
    frame.close();
  }
  return graphs;
}

type Sessions = [SpecialistSession, SpecialistSession, SpecialistSession, SpecialistSession];
type Ask = 'motion' | 'masks' | 'appearance' | 'depth';
type Prompts = Parameters<SpecialistSession['run']>[1]['regions'];

const streamOf = ({ info: { width, height }, seed }: FollowedScene) => ({ width, height, fps: 25, still: false, seed });

function seenTruth({ index, time, objects, camera }: ReturnType<FollowedScene['truth']>, twin: Twin): SeenFrame {
  const things = objects.filter(({ partOf, mask }) => partOf === undefined && !mask.isEmpty);
  const blobs = mergeAlike(things);
  return {
    index,
    time,
    detections: blobs.map((blob) => ({ mask: unionAll(blob.map(({ mask }) => mask)), score: 0.95 })),
    appearance: blobs.map((blob) => lookOf(blob[0]!)),
    ...(camera === undefined ? {} : { motion: { camera, regions: twin.lastRegions().map(() => null) } }),
  };
}

/** Things of one colour whose masks touch, together. */
function mergeAlike(things: readonly FollowedThing[]): FollowedThing[][] {
  const blobs: FollowedThing[][] = [];
  for (const thing of things) {
    const near = dilateMask(thing.mask, 1.5);
    const met = blobs.filter((blob) =>
      blob.some((other) => isAlike(other, thing) && intersectionArea(other.mask, near) > 0),
    );
    for (const blob of met) blobs.splice(blobs.indexOf(blob), 1);
    blobs.push([...met.flat(), thing]);
  }
  return blobs.map((blob) => blob.sort((a, b) => a.id - b.id)).sort((a, b) => a[0]!.id - b[0]!.id);
}

const isAlike = (a: FollowedThing, b: FollowedThing): boolean => a.colors[0] === b.colors[0];

/** One dimension a colour: alike things have the same vector. */
function lookOf({ colors: [color], mask }: FollowedThing): Appearance {
  const vector = new Float32Array(basicColors.length);
  vector[basicColors.indexOf(color!)] = 1;
  const [, , w, h] = mask.bbox;
  return { colors: [[color!, 1]], brightness: 0.5, shapes: {}, textures: {}, vector, length: Math.max(w, h) };
}
