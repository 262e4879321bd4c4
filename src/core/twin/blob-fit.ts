import type { Point } from '../base/geometry.ts';
import { BlobRaster, type MovedShape } from './blob-raster.ts';
import { depthDifference } from './depths.ts';
import { PlacedShape } from './placed-shape.ts';
import type { TrackState } from './track-state.ts';

/** Where one of several tracks lies in a blob that they make up together. */
export interface Placement {
  readonly track: TrackState;
  /** From its predicted place, whole px. */
  readonly shift: Point;
  /** What is seen of it; empty where others cover it. */
  readonly seen: PlacedShape;
  /** Visible share of its extent. */
  readonly visible: number;
  /** Ids of those in front of it that cover some of it, largest share first. */
  readonly cover: readonly number[];
}

const rounds = 3;
/** Px that a prediction is off by anyhow. */
const spread = 3;
/** Of a placement that lies off its prediction, what each px² costs, against an edge of the shape. */
const prior = 0.15;
/** Feet that differ by more than this tell who stands in front, px. */
const footDifference = 2;

/**
 * Lays the known extents of tracks into the one mask that they have merged to: each in turn is moved about its
 * predicted place so that together they explain most of the blob and lie outside it least; where the blob says
 * nothing (one hides behind another) the prediction decides. So two alike things keep their own places through a
 * crossing, and the side on which one comes out is its own.
 */
export function fitBlob(blob: PlacedShape, members: readonly TrackState[], dt: number): Placement[] {
  const raster = new BlobRaster(blob);
  const fits = members.map((track) => ({ track, shape: track.extent, dx: 0, dy: 0 }));
  for (let round = 0; round < rounds; round++) {
    for (const fit of fits) {
      const reach = round === 0 ? reachOf(fit.track, dt) : 4;
      raster.cover(
        fits.filter((other) => other !== fit),
        columnsWithin(fit, 2 * reach),
      );
      [fit.dx, fit.dy] = bestShift(raster, fit.track, fit, reach);
    }
  }
  const placed = fits.map(({ track, dx, dy }) => {
    const extent = track.extent.clone();
    extent.move(dx, dy);
    return { track, extent, shift: [dx, dy] as Point };
  });
  placed.sort((a, b) => nearerFirst(a, b));
  return share(raster, placed);
}

/** Columns of the picture that a shape may reach when it is moved by so much, px. */
function columnsWithin({ shape: { box }, dx }: MovedShape, px: number): readonly [from: number, to: number] {
  return [Math.floor(box[0] + dx - px), Math.ceil(box[0] + box[2] + dx + px)];
}

/** How far from its prediction a track is looked for: more, the faster it goes. */
function reachOf({ path, pace }: TrackState, dt: number): number {
  const [vx, vy] = pace.velocity ?? path.velocity ?? [0, 0];
  return Math.min(40, 6 + Math.round(0.5 * Math.hypot(vx, vy) * Math.max(dt, 0.1)));
}

/** Coarse steps first, then single px round the best. */
function bestShift(raster: BlobRaster, { extent }: TrackState, from: { dx: number; dy: number }, reach: number): Point {
  let best: Point = [from.dx, from.dy];
  let most = worth(raster, extent, best);
  for (let step = Math.max(1, Math.round(reach / 6)); step >= 1; step = step === 1 ? 0 : Math.round(step / 2)) {
    const [cx, cy] = best;
    const n = step === Math.max(1, Math.round(reach / 6)) ? Math.ceil(reach / step) : 2;
    for (let i = -n; i <= n; i++) {
      for (let j = -n; j <= n; j++) {
        const at: Point = [cx + i * step, cy + j * step];
        if (extent.area - costOf(extent, at) <= most) continue; // it could not be better if all of it were free
        const value = worth(raster, extent, at);
        if (value > most) {
          most = value;
          best = at;
        }
      }
    }
  }
  return best;
}

function worth(raster: BlobRaster, extent: PlacedShape, at: Point): number {
  const { inside, free } = raster.count(extent, at);
  const outside = extent.area - inside;
  return free - outside - costOf(extent, at);
}

const costOf = ({ area }: PlacedShape, [dx, dy]: Point): number =>
  (prior * Math.sqrt(area) * (dx * dx + dy * dy)) / (2 * spread);

interface Placed {
  readonly track: TrackState;
  readonly extent: PlacedShape;
  readonly shift: Point;
}

/** By sure depth; else what stands lower in the picture is nearer; else as it was. */
function nearerFirst(a: Placed, b: Placed): number {
  const deeper = depthDifference(a.track, b.track);
  if (deeper !== null && Math.abs(deeper) > 0.03 && a.track.depth?.unit === 'm') return deeper;
  const foot = ({ extent: { box } }: Placed) => box[1] + box[3];
  const lower = foot(b) - foot(a);
  if (Math.abs(lower) > footDifference) return lower;
  if (a.track.cover.includes(b.track.id)) return 1;
  if (b.track.cover.includes(a.track.id)) return -1;
  return lower === 0 ? a.track.id - b.track.id : lower;
}

/** Gives each pixel of the blob to the nearest of those that lie over it; what none covers to the closest one. */
function share(raster: BlobRaster, placed: readonly Placed[]): Placement[] {
  const labels = raster.labels(placed.map(({ extent }) => extent));
  const own = new Int32Array(placed.length + 1);
  for (const label of labels) own[label]!++;
  giveRest(raster, labels, placed, own);
  const columns = raster.columnsOf(labels, placed.length);
  return placed.map(({ track, extent, shift }, i) => {
    const visible = own[i + 1]! / Math.max(1, raster.count(extent, [0, 0]).inside);
    const cover = visible > 0.98 ? [] : coversOf(raster.labelsUnder(extent, labels), placed, track);
    return { track, shift, seen: new PlacedShape(columns[i]!), visible, cover };
  });
}

/** Pixels that no extent covers (edges, growth) go to the extent whose middle is nearest for its size. */
function giveRest(raster: BlobRaster, labels: Uint8Array, placed: readonly Placed[], own: Int32Array): void {
  const { width, height, left, top, inside } = raster;
  const shown = placed.map((_, i) => i).filter((i) => own[i + 1]! > 0);
  for (let x = 0, p = 0; x < width; x++) {
    for (let y = 0; y < height; y++, p++) {
      if (inside[p] === 0 || labels[p] !== 0) continue;
      let least = Number.POSITIVE_INFINITY;
      for (const i of shown) {
        const { box } = placed[i]!.extent;
        const u = (x + left + 0.5 - box[0]) / box[2] - 0.5;
        const v = (y + top + 0.5 - box[1]) / box[3] - 0.5;
        if (u * u + v * v >= least) continue;
        least = u * u + v * v;
        labels[p] = i + 1;
      }
    }
  }
}

/** @param under pixels under it, by label */
function coversOf(under: Int32Array, placed: readonly Placed[], track: TrackState): number[] {
  return placed
    .map((one, i) => ({ id: one.track.id, area: under[i + 1]! }))
    .filter(({ id, area }) => area > 0 && id !== track.id)
    .sort((a, b) => b.area - a.area || a.id - b.id)
    .map(({ id }) => id);
}
