import type { Frame } from '../media/frame.ts';
import type { PerceptionNode } from '../plan/contract.ts';
import type { Concept } from '../specialists/concept.ts';
import type { Observation, RegionPrompt, SpecialistSession } from '../specialists/contract.ts';
import type { SeenFrame } from '../twin/seen-frame.ts';
import type { Twin } from '../twin/twin.ts';

/** Runs a specialist on a frame, asking it about the regions that its attributes are about. */
export async function perceive(
  session: SpecialistSession,
  node: PerceptionNode,
  frame: Frame,
  twin: Twin,
  concepts: readonly Concept[],
  before: ReadonlyMap<string, unknown>,
  signal: AbortSignal | undefined,
): Promise<Observation> {
  const earlier = node.needs.map((id) => before.get(id) as Observation | undefined);
  const regions = regionsFor(node, frame, twin, earlier);
  return session.run(frame, { attributes: node.gives, concepts, regions }, signal);
}

/**
 * Motion is asked about the tracks' last masks, a giver of masks about the tracks' predicted ones, all others about
 * what has just been detected.
 */
function regionsFor(
  node: PerceptionNode,
  frame: Frame,
  twin: Twin,
  earlier: readonly (Observation | undefined)[],
): readonly RegionPrompt[] {
  if (node.gives.includes('motion')) return twin.lastRegions();
  if (node.gives.includes('masks'))
    return twin.predict(earlier.find((o) => o?.motion !== undefined)?.motion, frame.time);
  return earlier.find((o) => o?.detections !== undefined)?.detections?.map(({ mask }) => ({ mask })) ?? [];
}

/** What the specialists saw in a frame, as the twin takes it in. */
export function seenFrame(frame: Frame, observations: readonly Observation[]): SeenFrame {
  const given = <K extends keyof Observation>(key: K) => observations.find((o) => o[key] !== undefined)?.[key];
  const seen: { -readonly [K in keyof SeenFrame]: SeenFrame[K] } = { index: frame.index, time: frame.time };
  const detections = given('detections');
  const appearance = given('appearance');
  const depth = given('depth');
  const motion = given('motion');
  if (detections !== undefined) seen.detections = detections;
  if (appearance !== undefined) seen.appearance = appearance;
  if (depth !== undefined) seen.depth = depth;
  if (motion !== undefined) seen.motion = motion;
  return seen;
}
