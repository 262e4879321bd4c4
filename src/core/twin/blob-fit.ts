import type { Point } from '../base/geometry.ts';
import { BlobRaster } from './blob-raster.ts';
import { depthDifference } from './contacts.ts';
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
      raster.cover(fits.filter((other) => other !== fit));
      const best = bestShift(raster, fit.track, fit, round === 0 ? reachOf(fit.track, dt) : 4);
      [fit.dx, fit.dy] = best;
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

function worth(raster: BlobRaster, extent: PlacedShape, [dx, dy]: Point): number {
  const { inside, free } = raster.count(extent, dx, dy);
  const outside = extent.area - inside;
  return free - outside - (prior * Math.sqrt(extent.area) * (dx * dx + dy * dy)) / (2 * spread);
}

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
  const own = placed.map((_, i) => labels.reduce((n, label) => n + (label === i + 1 ? 1 : 0), 0));
  giveRest(raster, labels, placed);
  return placed.map(({ track, extent, shift }, i) => {
    const visible = own[i]! / Math.max(1, raster.count(extent, 0, 0).inside);
    const cover = visible > 0.98 ? [] : coversOf(raster, extent, labels, placed);
    return { track, shift, seen: new PlacedShape(raster.columnsOf(labels, i + 1)), visible, cover };
  });
}

/** Pixels that no extent covers (edges, growth) go to the extent whose middle is nearest for its size. */
function giveRest(raster: BlobRaster, labels: Uint8Array, placed: readonly Placed[]): void {
  const { width, height, left, top, inside } = raster;
  const shown = placed.map((_, i) => i).filter((i) => labels.includes(i + 1));
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

function coversOf(raster: BlobRaster, extent: PlacedShape, labels: Uint8Array, placed: readonly Placed[]): number[] {
  const under = raster.labels([extent]);
  const areas = new Map<number, number>();
  for (let p = 0; p < labels.length; p++) {
    if (under[p] === 0 || labels[p] === 0) continue;
    const { id } = placed[labels[p]! - 1]!.track;
    areas.set(id, (areas.get(id) ?? 0) + 1);
  }
  const self = placed.find((one) => one.extent === extent)!.track.id;
  areas.delete(self);
  return [...areas].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([id]) => id);
}
