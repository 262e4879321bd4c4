import type { SizeHw } from '../../base/geometry.ts';
import type { Mask } from '../../masks/mask.ts';
import type { TwinOptions } from '../options.ts';
import type { SceneGraph } from '../scene-graph.ts';
import type { TrackState } from '../track-state.ts';
import type { TrackStore } from '../track-store.ts';
import { mostChanges } from './attribute-history.ts';
import { mostKeyFrames } from './key-frames.ts';
import { firstEvents, newestEvents } from './track-events.ts';
import type { TrackMemory } from './track-memory.ts';
import { mostCorners } from './trajectory.ts';

/** Measured sizes of small records, bytes: a track, a node, a contact or pair, an event, a corner, a change, a view. */
const record = { track: 2000, node: 800, pair: 250, event: 120, memory: 900, corner: 70, change: 70, view: 240 };
/** What an event rule remembers of an id or a pair, bytes. */
const ruleBytes = 120;
/** A summary: 8 corners, 8 changes, 8 events, 2 views, and what it says itself. */
const summaryBytes = 8 * (record.corner + record.change + record.event) + 2 * record.view + 700;
/** Numbers in the longest appearance vectors that the estimate counts with. */
const vectorBytes = 4 * 1024;

/** About how many bytes a twin holds: pixels exactly, small records by their measured mean. */
export function estimateBytes(
  store: TrackStore,
  window: readonly SceneGraph[],
  counts: { pairs: number; events: number; rules: number },
): number {
  const shapes = store.tracks.reduce((sum, track) => sum + record.track + trackBytes(track), 0);
  const masks = new Set<Mask>(window.flatMap((graph) => graph.nodes.map((node) => node.mask)));
  const pixels = [...masks].reduce((sum, mask) => sum + mask.runs.byteLength, 0);
  const nodes = window.reduce((sum, g) => sum + g.nodes.length * record.node + g.contacts.length * record.pair, 0);
  const memories = [...store.memory.tracks.values()].reduce((sum, memory) => sum + memoryBytes(memory), 0);
  const small = counts.pairs * record.pair + counts.events * record.event + counts.rules * ruleBytes;
  return shapes + pixels + nodes + memories + small + store.memory.summaries.length * summaryBytes;
}

function trackBytes(track: TrackState): number {
  const seen = track.seen.columns;
  const extent = track.extent.columns;
  const shape = seen.rows.byteLength + seen.starts.byteLength;
  const full = extent === seen ? 0 : extent.rows.byteLength + extent.starts.byteLength;
  return shape + full + (track.vector?.byteLength ?? 0) + (track.soft?.data.byteLength ?? 0);
}

function memoryBytes({ path, attributes, keyFrames, events }: TrackMemory): number {
  const views = keyFrames.list.reduce((sum, { vector }) => sum + record.view + (vector?.byteLength ?? 0), 0);
  const small = attributes.list.length * record.change + events.list.length * record.event;
  return record.memory + path.length * record.corner + small + views;
}

/**
 * What a twin can hold at most, bytes, if masks have `runsPerMask` runs (default: four spans in each column of the
 * picture), soft masks cover a quarter of the picture and appearance vectors have at most 1,024 numbers. It does not
 * depend on the length of the stream.
 * @param rules records that the event rules remember at most
 */
export function memoryCeiling([h, w]: SizeHw, options: TwinOptions, rules: number, runsPerMask = 8 * w): number {
  const { maxTracks, maxAway, window, maxSummaries, maxEvents } = options;
  const shape = 4 * runsPerMask + 4 * w;
  const track =
    record.track + 2 * shape + vectorBytes + (options.softBlur > 0 ? (h * w) / 4 : 0) + memoryCeilingOfTrack;
  const pairs = (maxTracks * (maxTracks - 1)) / 2;
  const node = record.node + 4 * runsPerMask;
  return (
    (maxTracks + maxAway) * track +
    window * (maxTracks * node + 3 * pairs * record.pair) +
    4 * pairs * record.pair +
    rules * ruleBytes +
    maxSummaries * summaryBytes +
    maxEvents * record.event
  );
}

const memoryCeilingOfTrack =
  record.memory +
  (mostCorners + 1) * record.corner +
  mostChanges * record.change +
  mostKeyFrames * (record.view + vectorBytes) +
  (firstEvents + newestEvents) * record.event;
