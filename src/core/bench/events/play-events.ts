import { Frame } from '../../media/frame.ts';
import type { StreamInfo } from '../../specialists/contract.ts';
import { oracleSpecialist } from '../../specialists/oracle/index.ts';
import type { EventName, FrameEvent } from '../../twin/program-frame.ts';
import type { SceneGraph } from '../../twin/scene-graph.ts';
import { Twin } from '../../twin/twin.ts';
import { PixelSight } from '../pixel-sight.ts';
import type { FrameTruth, World } from '../world/contract.ts';
import { hiddenAt } from '../world/truth/records.ts';
import { worldOracle } from '../world/world-oracle.ts';
import { type EventScores, matchEvents } from './event-match.ts';
import { TrackVotes } from './track-votes.ts';

/** Fewer pixels than this cannot be found by anything that looks. */
const leastPixels = 16;
/** These are about something hidden; others cannot be expected to be seen while it is. */
const aboutHiding: ReadonlySet<EventName> = new Set<EventName>([
  ...(['is covered by', 'is uncovered', 'passes behind', 'passes in front of', 'leaves', 'disappears'] as const),
  ...(['is put in', 'is taken out of', 'is put on', 'is taken from'] as const),
]);
/** What happens in the last second may not be certain yet when the stream ends: not finding it is no fault. */
const endSeconds = 1;

/** What came of one play. */
export interface EventPlay {
  readonly scores: EventScores;
  /** Tracks of the twin that were no true thing, and that were more than one. */
  readonly ghosts: number;
  readonly mixed: number;
}

/** Shows one frame of a world to a twin. */
type Sight = (twin: Twin, index: number) => Promise<SceneGraph>;

/** How a world is seen: by the truth (masks, looks, depth of each pixel, motion), or drawn, by the built-in specialists. */
export type Perception = 'truth' | 'builtin';

/**
 * Plays a world to a twin and scores its events. With the built-in specialists the world must be opened with a picture. Left out is what cannot be seen: events of things that never had 16 visible pixels up to half a second after
 * the event. Not counted as missing: what happens while one of the two is hidden (unless the event is about hiding,
 * placing or leaving), and the last second. Found events always count.
 */
export async function playEvents(world: World, perception: Perception = 'truth'): Promise<EventPlay> {
  const { width, height, fps, frames } = world.info;
  const stream = { width, height, fps, still: false, seed: world.seed };
  const twin = new Twin(stream, { events: true, maxEvents: 1e5 });
  const sight = perception === 'truth' ? trueSight(world, stream) : drawnSight(world, stream);
  const votes = new TrackVotes();
  const truth: FrameEvent[] = [];
  const seen = new Seen();
  for (let index = 0; index < frames!; index++) {
    const scene = world.truth(index);
    seen.add(scene);
    truth.push(...scene.events.map(({ time, ...event }) => ({ t: time, ...event })));
    const graph = await sight(twin, index);
    votes.add(
      graph.nodes,
      scene.objects.filter(({ partOf }) => partOf === undefined),
    );
  }
  const scores = matchEvents(
    named(twin.events, votes),
    truth.filter((event) => seen.covers(event)),
  );
  const end = (frames! - 1) / fps! - endSeconds;
  for (const score of scores.values()) {
    score.missing = score.missing.filter((event) => event.t < end && !seen.isUnseen(event));
  }
  return { scores, ghosts: ghostsOf(twin.events, votes), mixed: votes.mixedTracks };
}

function trueSight(world: World, stream: StreamInfo): Sight {
  const oracle = oracleSpecialist(worldOracle(world)).open(stream);
  return (twin, index) => showWorld(twin, world, oracle, index);
}

function drawnSight(world: World, stream: StreamInfo): Sight {
  const sight = new PixelSight(stream);
  return async (twin, index) => {
    const frame = world.frame(index);
    const graph = await sight.show(twin, frame);
    frame.close();
    return graph;
  };
}

type Oracle = ReturnType<ReturnType<typeof oracleSpecialist>['open']>;

/** Shows one frame of a world to a twin as a perfect specialist would. */
export async function showWorld(twin: Twin, world: World, oracle: Oracle, index: number) {
  const { width, height } = world.info;
  const time = index / world.info.fps!;
  const frame = new Frame({ width, height, index, time, data: blank(width, height) });
  const ask = { concepts: [], attributes: [] };
  const { motion } = await oracle.run(frame, { ...ask, attributes: ['motion'], regions: twin.lastRegions() });
  const seen = { ...ask, attributes: ['masks', 'labels'], regions: [] } as const;
  const { detections, depthMap } = await oracle.run(frame, seen);
  const regions = detections!.map(({ mask }) => ({ mask }));
  const { appearance, depth } = await oracle.run(frame, { ...ask, attributes: ['appearance', 'depth'], regions });
  frame.close();
  return twin.update({ index, time, detections, appearance, depth, motion, depthMap });
}

let spare = new Uint8Array(0);

/** One black picture serves all frames: the oracle does not look at it. */
function blank(width: number, height: number): Uint8Array {
  if (spare.length !== 3 * width * height) spare = new Uint8Array(3 * width * height);
  return spare;
}

/** What could be seen, and when. */
class Seen {
  readonly #first = new Map<number, number>();
  readonly #hidden = new Set<string>();

  add({ objects, time }: FrameTruth): void {
    for (const { id, mask, visible } of objects) {
      if (!this.#first.has(id) && mask.area >= leastPixels) this.#first.set(id, time);
      if (visible <= hiddenAt) this.#hidden.add(`${id} ${time.toFixed(3)}`);
    }
  }

  /** Everybody in it had been seen at the time of the event, or was soon after. */
  covers({ t, who, other }: FrameEvent): boolean {
    return [who, other].every((id) => id === undefined || (this.#first.get(id) ?? Number.POSITIVE_INFINITY) <= t + 0.5);
  }

  /** Something in it was hidden when it happened, and it is not about hiding. */
  isUnseen({ t, type, who, other }: FrameEvent): boolean {
    return !aboutHiding.has(type) && [who, other].some((id) => this.#hidden.has(`${id} ${t.toFixed(3)}`));
  }
}

/** Track ids become ids of true things; tracks that were nothing true get negative ones, which match nothing. */
function named(events: readonly FrameEvent[], votes: TrackVotes): FrameEvent[] {
  const name = (track: number) => votes.thingOf(track) ?? -track;
  return events.map((event) => ({
    ...event,
    who: name(event.who),
    ...(event.other === undefined ? {} : { other: name(event.other) }),
    ...(event.by === undefined ? {} : { by: name(event.by) }),
  }));
}

const ghostsOf = (events: readonly FrameEvent[], votes: TrackVotes): number =>
  new Set(events.map(({ who }) => who).filter((track) => votes.thingOf(track) === undefined)).size;
