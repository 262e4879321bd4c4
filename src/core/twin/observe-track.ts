import type { Point, SizeHw } from '../base/geometry.ts';
import { blendSoft, softFromMask, softToMask, translateSoft } from '../masks/soft-mask.ts';
import type { DepthValue } from '../specialists/contract.ts';
import { correctionOf } from './align.ts';
import type { Placement } from './blob-fit.ts';
import { columnsOf } from './columns.ts';
import { blendVectors } from './likeness.ts';
import type { TwinOptions } from './options.ts';
import { Pace } from './pace.ts';
import { Path } from './path.ts';
import { PlacedShape } from './placed-shape.ts';
import type { Sighting } from './sighting.ts';
import type { TrackState } from './track-state.ts';
import { blendPairs, blendWords, wordsOf } from './words.ts';

export interface ObserveContext {
  readonly time: number;
  readonly size: SizeHw;
  readonly options: TwinOptions;
  /** Ids whose shift was measured in this frame. */
  readonly measured: ReadonlySet<number>;
}

/** A track of which less than this share is seen in a blob is hidden. */
export const leastSeen = 0.05;

/** A track from its first sighting. */
export function startTrack(id: number, sighting: Sighting, confirmed: boolean, context: ObserveContext): TrackState {
  const { time, options, size } = context;
  const shape = smoothShape(null, sighting, [0, 0], size, options);
  const track: TrackState = {
    id,
    status: confirmed ? 'visible' : 'tentative',
    since: time,
    seen: shape.shape,
    extent: shape.shape,
    largest: shape.shape.area,
    visible: 1,
    soft: shape.soft,
    score: sighting.score,
    stuff: sighting.stuff,
    concepts: {},
    vector: null,
    words: {},
    length: undefined,
    depth: null,
    path: new Path(options.velocitySeconds, time),
    pace: new Pace(),
    pending: [0, 0],
    moving: false,
    movingSince: null,
    movedBy: undefined,
    roams: false,
    correction: [0, 0],
    step: [0, 0],
    firstSeen: time,
    lastSeen: time,
    observations: 1,
    partOf: undefined,
    clipped: false,
    whole: false,
    cover: [],
    takenIn: undefined,
    carrier: undefined,
    heldBy: undefined,
    held: undefined,
    between: undefined,
    carriedAt: [0, 0],
    home: null,
    clear: null,
    inFrontOf: new Set(),
    sharing: new Set(),
    blob: [],
    lost: 'missed',
    beside: [],
    identity: 1,
  };
  describe(track, sighting, context.options);
  return track;
}

/**
 * Takes a sighting into its track: place, shape, looks, names. `extent` is moved along but not replaced; the
 * visibility step decides what is covered.
 * @param covers all that may lie over it
 */
export function observeTrack(
  track: TrackState,
  sighting: Sighting,
  context: ObserveContext,
  covers: readonly PlacedShape[] = [],
): void {
  const { time, options, size, measured } = context;
  const wasAway = track.status === 'away' || track.status === 'occluded';
  const isMeasured = !wasAway && measured.has(track.id);
  const correction = correctionOf(track, sighting.shape, { wasAway, isMeasured, covers, size });
  const { shape, soft } = smoothShape(track.soft, sighting, track.step, size, options);
  if (track.extent === track.seen) track.extent = track.extent.clone();
  track.extent.move(correction[0], correction[1]);
  track.seen = shape;
  track.largest = Math.max(track.largest, shape.area);
  track.soft = soft;
  track.correction = correction;
  track.step = [track.step[0] + correction[0], track.step[1] + correction[1]];
  if (wasAway) {
    track.path.restart(time);
    track.pace.reset();
  } else if (!measured.has(track.id)) moveOn(track, correction, time);
  track.pending = [0, 0];
  track.lastSeen = time;
  track.observations++;
  track.takenIn = undefined;
  track.carrier = undefined;
  track.home = null;
  track.blob = [];
  describe(track, sighting, options);
}

function moveOn(track: TrackState, [dx, dy]: Point, time: number): void {
  const [x, y] = [track.pending[0] + dx, track.pending[1] + dy];
  track.path.moveBy(x, y, time);
  track.pace.add(x, y, time - track.lastSeen);
}

/** Takes in where a track lies in a blob. Its full extent is known; looks and depth of a blob are not its own. */
export function observeInBlob(track: TrackState, placement: Placement, others: readonly number[], time: number): void {
  const { shift, seen, visible, cover } = placement;
  if (track.extent === track.seen) track.extent = track.extent.clone();
  track.extent.move(shift[0], shift[1]);
  track.seen = seen;
  track.soft = null;
  track.correction = shift;
  track.step = [track.step[0] + shift[0], track.step[1] + shift[1]];
  track.visible = visible;
  track.cover = [...cover];
  track.blob = others;
  track.takenIn = undefined;
  if (visible < leastSeen) return;
  moveOn(track, shift, time);
  track.pending = [0, 0];
  track.lastSeen = time;
  track.observations++;
}

/** P_t = alpha p_t + (1 - alpha) warp(P_{t-1}), mask = P_t > 0.5, where there are probabilities; else the mask. */
function smoothShape(
  old: TrackState['soft'],
  sighting: Sighting,
  step: Point,
  size: SizeHw,
  { softAlpha, softBlur }: TwinOptions,
): { shape: PlacedShape; soft: TrackState['soft'] } {
  const hard = sighting.shape;
  if (softAlpha === null) return { shape: hard, soft: null };
  const p = sighting.soft ?? (softBlur > 0 ? softFromMask(hard.mask(size), { blur: softBlur }) : null);
  if (p === null) return { shape: hard, soft: null };
  if (old === null) return { shape: hard, soft: p };
  const soft = blendSoft(p, translateSoft(old, Math.round(step[0]), Math.round(step[1])), softAlpha);
  const mask = softToMask(soft);
  return mask.isEmpty ? { shape: hard, soft: p } : { shape: new PlacedShape(columnsOf(mask)), soft };
}

/** Below this a fit is forgotten, and what fits again counts at once; unless it was denied in so many words. */
const negligibleFit = 0.02;

/** Fits to concepts: one not named now counts as 0; a denial (0) stays known, so that one odd frame does not undo it. */
function blendFits(
  old: Readonly<Record<string, number>>,
  fresh: Readonly<Record<string, number>>,
  k: number,
): Record<string, number> {
  const mixed: Record<string, number> = { ...fresh };
  for (const [id, fit] of Object.entries(old)) {
    const value = fit + k * ((fresh[id] ?? 0) - fit);
    if (value >= negligibleFit || fresh[id] === 0) mixed[id] = value;
    else delete mixed[id];
  }
  return mixed;
}

function describe(track: TrackState, sighting: Sighting, { smoothing, depthSmoothing }: TwinOptions): void {
  const k = track.observations === 1 ? 1 : smoothing;
  track.score += k * (sighting.score - track.score);
  track.stuff += k * (sighting.stuff - track.stuff);
  if (sighting.depth !== null) track.depth = blendDepth(track.depth, sighting.depth, depthSmoothing);
  // What is half covered looks different: how it looks and what it is like are not learnt then.
  if (track.vector !== null && track.visible < 0.6) return;
  if (sighting.concepts !== null) track.concepts = blendFits(track.concepts, sighting.concepts, k);
  if (sighting.labels !== null) {
    track.words = { ...track.words, labels: blendPairs(track.words.labels ?? [], sighting.labels, k) };
  }
  if (sighting.look === null) return;
  track.vector = blendVectors(track.vector, sighting.look.vector, track.vector === null ? 1 : k);
  track.words =
    track.words.colors === undefined
      ? { ...track.words, ...wordsOf(sighting.look) }
      : blendWords(track.words, wordsOf(sighting.look), k);
  track.length = sighting.look.length;
}

function blendDepth(old: DepthValue | null, fresh: DepthValue, k: number): DepthValue {
  if (old === null || old.unit !== fresh.unit) return fresh;
  return {
    value: old.value + k * (fresh.value - old.value),
    confidence: old.confidence + k * (fresh.confidence - old.confidence),
    unit: fresh.unit,
  };
}
