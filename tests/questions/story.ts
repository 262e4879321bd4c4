import type { FrameObject, TwinFrame, Words } from '../../src/core/twin/program-frame.ts';
import { eventsOf } from './story-events.ts';
import { positionAt, sizeAt, velocityAt } from './story-motion.ts';
import { type Actor, isHere, isNewAt, type Story, within } from './story-script.ts';

const fps = 10;
const near = 1e-6;

/** The frames of a story: 640 x 360 px, 10 a second. */
export function framesOf(story: Story): TwinFrame[] {
  const events = eventsOf(story);
  return Array.from({ length: Math.round(story.seconds * fps) + 1 }, (_, i) => {
    const t = i / fps;
    const here = story.actors.filter((actor) => isHere(actor, t));
    const e = events.filter((event) => Math.round(event.t * fps) === i);
    return { i, t, w: 640, h: 360, o: here.map((actor) => listing(actor, t)), r: tiesAt(story, t), e };
  });
}

function tiesAt({ actors, ties = [] }: Story, t: number): TwinFrame['r'] {
  const here = new Set(actors.filter((actor) => isHere(actor, t)).map(({ id }) => id));
  return ties
    .filter(([, a, b, from, to]) => here.has(a) && here.has(b) && within(t, from, to))
    .map(([rel, a, b]) => [rel, a, b, 0.9]);
}

function listing(actor: Actor, t: number): FrameObject {
  const [x, y] = positionAt(actor.path, t);
  const [w, h] = sizeAt(actor.size, t);
  const depth = depthAt(actor.depth, t);
  const words = wordsAt(actor, t);
  return {
    id: actor.id,
    score: 0.9,
    box: [x - w / 2, y - h / 2, w, h],
    c: [x, y],
    area: w * h,
    vis: actor.seen?.find(([, from, to]) => within(t, from, to))?.[0] ?? 1,
    vel: velocityAt(actor.path, t, isNewAt(actor, t)),
    depth: depth === null ? null : [depth, 0.9, 'm'],
    long: Math.max(w, h),
    ...(actor.partOf !== undefined && { partOf: actor.partOf }),
    ...(words && { words }),
  };
}

function depthAt(depth: Actor['depth'], t: number): number | null {
  if (depth === undefined) return null;
  return typeof depth === 'number'
    ? depth
    : positionAt(
        depth.map(([at, m]) => [at, m, 0] as const),
        t,
      )[0];
}

/** Words come with the first frame, with each new look, and when it is back. */
function wordsAt(actor: Actor, t: number): Words | undefined {
  const looks = [[0, actor.words] as const, ...(actor.later ?? [])].filter(([from]) => from <= t + near);
  const [since, words] = looks.at(-1)!;
  return isNewAt(actor, t) || since > t - 1 / fps + near ? words : undefined;
}
