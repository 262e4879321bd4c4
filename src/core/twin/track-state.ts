import type { Point } from '../base/geometry.ts';
import type { SoftMask } from '../masks/soft-mask.ts';
import type { DepthValue } from '../specialists/contract.ts';
import type { Pace } from './pace.ts';
import type { Path } from './path.ts';
import type { PlacedShape } from './placed-shape.ts';
import type { Words } from './program-frame.ts';
import type { TrackStatus } from './scene-graph.ts';

/** Everything the twin knows of one object over time. Changed in place; scene graphs hold plain copies. */
export interface TrackState {
  readonly id: number;
  status: TrackStatus;
  /** When it got this status, seconds. */
  since: number;
  /** What was last seen of it, moved since. */
  seen: PlacedShape;
  /** Its full extent as far as known. Equal to `seen` where nothing covers it. */
  extent: PlacedShape;
  /** The largest area it has been seen with, px². */
  largest: number;
  /** Visible share of the extent. */
  visible: number;
  soft: SoftMask | null;
  score: number;
  stuff: number;
  concepts: Record<string, number>;
  vector: Float32Array | null;
  words: Words;
  length: number | undefined;
  depth: DepthValue | null;
  path: Path;
  /** Its speed just now, for prediction. */
  pace: Pace;
  /** Own movement in px since the last sample of `path`, predicted and not measured. */
  pending: Point;
  moving: boolean;
  /** When it began to move; null at rest. */
  movingSince: number | null;
  /** Who moves it, seen or not, from its setting out until it rests. */
  movedBy: number | undefined;
  /** It has been seen to move where nothing was near that could have moved it. */
  roams: boolean;
  /** How far its sighting lay from its predicted place in this frame, px. */
  correction: Point;
  /** Movement of this frame in px, camera included. */
  step: Point;
  readonly firstSeen: number;
  lastSeen: number;
  observations: number;
  partOf: number | undefined;
  /** Something nearer is seen to cut off a side of it, as the depth of pixels tells. */
  clipped: boolean;
  /** It has been seen with nothing cutting off a side of it: its extent is known. */
  whole: boolean;
  /** Ids of what covers it while it is hidden or partly hidden, largest share first. */
  cover: number[];
  /** While it is hidden: whose mask took its pixels in as they were, so that both are one to see. */
  takenIn: number | undefined;
  /** It moves with this one while hidden ("in" it). */
  carrier: number | undefined;
  /** Who holds it, as far as was seen. */
  heldBy: number | undefined;
  /** Who held it last, and when. */
  held: { readonly by: number; readonly time: number } | undefined;
  /** What had walls before and behind it when it was last seen, as the depth of pixels tells. */
  between: number | undefined;
  /** From the carrier's centre to its own, px. */
  carriedAt: Point;
  /** Its extent where it was covered: should the cover leave without it, it comes to light here. */
  home: PlacedShape | null;
  /** Where it was last seen whole, and whether it was at rest there. */
  clear: { readonly shape: PlacedShape; readonly resting: boolean } | null;
  /** Ids of things it was last seen in front of: these do not hide it while it stays on them. */
  inFrontOf: Set<number>;
  /** Ids of tracks whose pixels were its pixels too when both were last seen: other readings of the same thing. */
  sharing: Set<number>;
  /** Ids of those with which it has merged to one blob in this frame. */
  blob: readonly number[];
  /** How it was lost last; `taken`: another thing's mask took it in. */
  lost: 'left' | 'missed' | 'cut' | 'taken';
  /** What was beside it when it was lost, and how its centre lay from theirs, px. */
  beside: readonly { readonly id: number; readonly offset: Point }[];
  /** Probability that it is what had this id at first: below 1 once it was lost and found again. */
  identity: number;
}

/** In the picture and counted. */
export const isPresent = (track: TrackState): boolean => track.status !== 'tentative' && track.status !== 'away';
