import type { SizeHw } from '../base/geometry.ts';
import type { Mask } from '../masks/mask.ts';
import type { TwinOptions } from './options.ts';
import type { SceneGraph } from './scene-graph.ts';
import type { TrackState } from './track-state.ts';
import type { TrackStore } from './track-store.ts';

/** Measured sizes of small records, bytes: a track, a node, a contact or pair, a summary, an event. */
const record = { track: 2000, node: 800, pair: 250, summary: 250, event: 120 };

/** About how many bytes a twin holds: pixels exactly, small records by their measured mean. */
export function estimateBytes(
  store: TrackStore,
  window: readonly SceneGraph[],
  counts: { pairs: number; events: number },
): number {
  const shapes = store.tracks.reduce((sum, track) => sum + record.track + trackBytes(track), 0);
  const masks = new Set<Mask>(window.flatMap((graph) => graph.nodes.map((node) => node.mask)));
  const pixels = [...masks].reduce((sum, mask) => sum + mask.runs.byteLength, 0);
  const nodes = window.reduce((sum, g) => sum + g.nodes.length * record.node + g.contacts.length * record.pair, 0);
  const small = counts.pairs * record.pair + counts.events * record.event + store.summaries.length * record.summary;
  return shapes + pixels + nodes + small;
}

function trackBytes(track: TrackState): number {
  const seen = track.seen.columns;
  const extent = track.extent.columns;
  const shape = seen.rows.byteLength + seen.starts.byteLength;
  const full = extent === seen ? 0 : extent.rows.byteLength + extent.starts.byteLength;
  return shape + full + (track.vector?.byteLength ?? 0) + (track.soft?.data.byteLength ?? 0);
}

/**
 * What a twin can hold at most, bytes, if masks have `runsPerMask` runs (default: four spans in each column of the
 * picture) and soft masks cover a quarter of the picture. It does not depend on the length of the stream.
 */
export function memoryCeiling([h, w]: SizeHw, options: TwinOptions, runsPerMask = 8 * w): number {
  const { maxTracks, maxAway, window, maxSummaries, maxEvents } = options;
  const shape = 4 * runsPerMask + 4 * w;
  const track = record.track + 2 * shape + 4096 + (options.softBlur > 0 ? (h * w) / 4 : 0);
  const pairs = (maxTracks * (maxTracks - 1)) / 2;
  const node = record.node + 4 * runsPerMask;
  return (
    (maxTracks + maxAway) * track +
    window * (maxTracks * node + 3 * pairs * record.pair) +
    2 * pairs * record.pair +
    maxSummaries * record.summary +
    maxEvents * record.event
  );
}
