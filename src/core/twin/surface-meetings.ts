import type { DepthMap } from '../specialists/contract.ts';
import { depthOrder, likeDepth } from './depth-map.ts';
import { contactGap } from './pair-geometry.ts';
import { pairId } from './pair-id.ts';
import type { PlacedShape } from './placed-shape.ts';
import type { TrackState } from './track-state.ts';

/** How the surfaces of two things lie where their masks meet: counts of pairs of pixels. */
interface Meeting {
  /** At like depth, and where that is, px: one place of several. */
  alike: number;
  x: number;
  y: number;
  /** The first one is nearer; the second one is. */
  firstNearer: number;
  secondNearer: number;
}

/** A point on surfaces: px, and its depth. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

/** Pairs of pixels that must agree: one may be chance. */
const leastPairs = 2;

/** A side that is cut off has more. */
const clippingPairs = 4;

/** What the depth of each pixel says of pairs of tracks in one frame: pixels at most 2 px apart in a row or a column. */
export class SurfaceMeetings {
  readonly depth: DepthMap;
  readonly #known = new Map<number, Meeting>();
  readonly #cutOff = new Map<number, boolean>();

  constructor(depth: DepthMap) {
    this.depth = depth;
  }

  /** Of the one with the lower id first. */
  of(a: TrackState, b: TrackState): Meeting {
    if (a.id > b.id) return this.of(b, a);
    const key = pairId(a.id, b.id);
    let meeting = this.#known.get(key);
    if (meeting === undefined) {
      meeting = meet(a.seen, b.seen, this.depth);
      this.#known.set(key, meeting);
    }
    return meeting;
  }

  /** Do their surfaces touch? */
  touch = (a: TrackState, b: TrackState): boolean => this.of(a, b).alike >= leastPairs;

  /** Where they touch; null where they do not. */
  placeOf(a: TrackState, b: TrackState): Place | null {
    const { alike, x, y } = this.of(a, b);
    return alike < leastPairs ? null : { x, y, depth: this.depth.data[y * this.depth.width + x]! };
  }

  /** Is something nearer seen there, or is it outside the picture? */
  isHidden({ x, y, depth }: Place): boolean {
    const { width, height, data } = this.depth;
    const [left, top] = [Math.round(x), Math.round(y)];
    if (left < 0 || top < 0 || left >= width || top >= height) return true;
    return data[top * width + left]! < depth * (1 - likeDepth);
  }

  /** Does `b` cut off a side of `a`? */
  clips(a: TrackState, b: TrackState): boolean {
    const { firstNearer, secondNearer } = this.of(a, b);
    return (a.id < b.id ? secondNearer : firstNearer) >= clippingPairs;
  }

  /** Does something nearer, be it no track at all, cut off its upper, lower, left or right side? */
  isCutOff({ id, seen }: TrackState): boolean {
    let isCut = this.#cutOff.get(id);
    if (isCut === undefined) {
      isCut = this.#nearerBeyond(seen) >= clippingPairs;
      this.#cutOff.set(id, isCut);
    }
    return isCut;
  }

  /** Pixels of its outline beside which something nearer is seen. */
  #nearerBeyond(seen: PlacedShape): number {
    let nearer = 0;
    const look = (x: number, y: number, outX: number, outY: number) => {
      if (depthOrder(this.depth, x, y, outX, outY) === 1) nearer++;
    };
    const { starts, rows, left } = seen.columns;
    const last = starts.length - 2;
    for (let c = 0; c <= last; c++) {
      const x = left + seen.dx + c;
      for (let s = starts[c]!; s < starts[c + 1]!; s++) {
        const [from, to] = [rows[2 * s]! + seen.dy, rows[2 * s + 1]! + seen.dy];
        look(x, from, x, from - 1);
        look(x, to - 1, x, to);
        for (let y = from; y < to && c === 0; y++) look(x, y, x - 1, y);
        for (let y = from; y < to && c === last; y++) look(x, y, x + 1, y);
      }
    }
    return nearer;
  }

  /** Is `a` in front of `b` where they meet? Null where they do not meet. */
  isBefore(a: TrackState, b: TrackState): boolean | null {
    const { alike, firstNearer, secondNearer } = this.of(a, b);
    if (alike + firstNearer + secondNearer === 0) return null;
    const [mine, its] = a.id < b.id ? [firstNearer, secondNearer] : [secondNearer, firstNearer];
    return mine >= leastPairs && mine > its;
  }
}

function meet(a: PlacedShape, b: PlacedShape, depth: DepthMap): Meeting {
  const meeting: Meeting = { alike: 0, x: 0, y: 0, firstNearer: 0, secondNearer: 0 };
  const add = (x: number, y: number) => {
    meeting.alike++;
    meeting.x = x;
    meeting.y = y;
  };
  const count = (ax: number, ay: number, bx: number, by: number) => {
    const order = depthOrder(depth, ax, ay, bx, by);
    if (order === 0) add(ax, ay);
    else if (order === -1) meeting.firstNearer++;
    else if (order === 1) meeting.secondNearer++;
  };
  const countAlike = (ax: number, ay: number, bx: number, by: number) => {
    if (depthOrder(depth, ax, ay, bx, by) === 0) add(ax, ay);
  };
  const shift = a.columns.left + a.dx - b.columns.left - b.dx;
  const columns = a.columns.starts.length - 1;
  for (let c = 0; c < columns; c++) {
    meetInColumn(a, c, b, c + shift, count, countAlike);
    for (let step = 1; step <= contactGap + 1; step++) {
      meetInRows(a, c, b, c + shift + step, count);
      meetInRows(a, c, b, c + shift - step, count);
    }
  }
  return meeting;
}

type Count = (ax: number, ay: number, bx: number, by: number) => void;

const hasColumn = ({ columns: { starts } }: PlacedShape, c: number): boolean => c >= 0 && c + 1 < starts.length;

/** Ends of spans of one column that lie over or under each other, and the pixels next to them that are near enough. */
function meetInColumn(a: PlacedShape, ca: number, b: PlacedShape, cb: number, count: Count, countAlike: Count): void {
  if (!hasColumn(b, cb)) return;
  const { starts: sa, rows: ra } = a.columns;
  const { starts: sb, rows: rb } = b.columns;
  const x = a.columns.left + a.dx + ca;
  for (let i = sa[ca]!; i < sa[ca + 1]!; i++) {
    const [from, to] = [ra[2 * i]! + a.dy, ra[2 * i + 1]! + a.dy];
    for (let j = sb[cb]!; j < sb[cb + 1]!; j++) {
      const [start, end] = [rb[2 * j]! + b.dy, rb[2 * j + 1]! + b.dy];
      const upper = start >= to;
      const spare = contactGap - (upper ? start - to : from - end);
      if (spare < 0 || spare > contactGap) continue;
      const [mine, its] = upper ? [to - 1, start] : [from, end - 1];
      count(x, mine, x, its);
      for (let k = 1; k <= spare; k++) {
        for (let m = Math.max(0, k - end + start + 1); m <= Math.min(k, to - from - 1); m++)
          countAlike(x, upper ? mine - m : mine + m, x, upper ? its + k - m : its - k + m);
      }
    }
  }
}

/** Pixels side by side in two columns near each other. */
function meetInRows(a: PlacedShape, ca: number, b: PlacedShape, cb: number, count: Count): void {
  if (!hasColumn(b, cb)) return;
  const { starts: sa, rows: ra } = a.columns;
  const { starts: sb, rows: rb } = b.columns;
  const xa = a.columns.left + a.dx + ca;
  const xb = b.columns.left + b.dx + cb;
  for (let i = sa[ca]!; i < sa[ca + 1]!; i++) {
    for (let j = sb[cb]!; j < sb[cb + 1]!; j++) {
      const from = Math.max(ra[2 * i]! + a.dy, rb[2 * j]! + b.dy);
      const to = Math.min(ra[2 * i + 1]! + a.dy, rb[2 * j + 1]! + b.dy);
      for (let y = from; y < to; y++) count(xa, y, xb, y);
    }
  }
}
