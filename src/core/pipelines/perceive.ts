import type { Frame } from '../media/frame.ts';
import type { PerceptionNode } from '../plan/contract.ts';
import type { Concept } from '../specialists/concept.ts';
import type { Attribute, Observation, RegionPrompt, SpecialistSession } from '../specialists/contract.ts';
import type { SeenFrame } from '../twin/seen-frame.ts';
import type { Twin } from '../twin/twin.ts';

/**
 * Runs a specialist on a frame, asking it about the regions that its attributes are about: for motion the tracks' last
 * masks, for masks the tracks' predicted ones, for all else what has just been detected. One that gives several of these
 * is asked in turn.
 */
export async function perceive(
  session: SpecialistSession,
  node: PerceptionNode,
  frame: Frame,
  twin: Twin,
  concepts: readonly Concept[],
  before: ReadonlyMap<string, unknown>,
  signal: AbortSignal | undefined,
): Promise<Observation> {
  let seen: Observation = {};
  const earlier = node.needs.map((id) => before.get(id) as Observation | undefined);
  const known = <K extends keyof Observation>(key: K) =>
    seen[key] ?? earlier.find((o) => o?.[key] !== undefined)?.[key];
  for (const { attributes, about } of turnsOf(node)) {
    const regions = regionsFor(about, frame, twin, known('motion'), known('detections'));
    const told = await session.run(frame, { attributes, concepts, regions }, signal);
    const warnings = [...(seen.warnings ?? []), ...(told.warnings ?? [])];
    seen = { ...seen, ...told, ...(warnings.length === 0 ? {} : { warnings }) };
  }
  return seen;
}

type About = 'motion' | 'masks' | 'detections';

/** What is asked in one go. Names and boxes come with masks, where masks are given. */
function turnsOf({ gives }: PerceptionNode): { attributes: readonly Attribute[]; about: About }[] {
  const withMasks = gives.includes('masks');
  const aboutOf = (attribute: Attribute): About => {
    if (attribute === 'motion') return 'motion';
    return withMasks && ['masks', 'boxes', 'labels'].includes(attribute) ? 'masks' : 'detections';
  };
  return (['motion', 'masks', 'detections'] as const)
    .map((about) => ({ attributes: gives.filter((attribute) => aboutOf(attribute) === about), about }))
    .filter(({ attributes }) => attributes.length > 0);
}

function regionsFor(
  about: About,
  frame: Frame,
  twin: Twin,
  motion: Observation['motion'],
  detections: Observation['detections'],
): readonly RegionPrompt[] {
  if (about === 'motion') return twin.lastRegions();
  if (about === 'masks') return twin.predict(motion, frame.time);
  return detections?.map(({ mask }) => ({ mask })) ?? [];
}

/** What the specialists saw in a frame, as the twin takes it in. */
export function seenFrame(frame: Frame, observations: readonly Observation[]): SeenFrame {
  const given = <K extends keyof Observation>(key: K) => observations.find((o) => o[key] !== undefined)?.[key];
  const seen: { -readonly [K in keyof SeenFrame]: SeenFrame[K] } = { index: frame.index, time: frame.time };
  const detections = given('detections');
  const appearance = given('appearance');
  const depth = given('depth');
  const depthMap = given('depthMap');
  const motion = given('motion');
  if (detections !== undefined) seen.detections = detections;
  if (appearance !== undefined) seen.appearance = appearance;
  if (depth !== undefined) seen.depth = depth;
  if (depthMap !== undefined) seen.depthMap = depthMap;
  if (motion !== undefined) seen.motion = motion;
  return seen;
}
