/** A corner of a simplified path; straight and even movement from the one before. */
export interface PathCorner {
  /** Seconds. */
  readonly t: number;
  /** Centroid, px. */
  readonly x: number;
  readonly y: number;
  /** It was not in the picture between the corner before and this one. */
  readonly gap?: true;
}

/** Corners kept of one path. */
export const mostCorners = 64;

/** A path as plain data: the corners, and how far the true place was off at most, px. */
export interface PathSummary {
  readonly error: number;
  readonly corners: readonly PathCorner[];
}

/**
 * Where a thing has been, simplified while it goes: at each moment the straight line between two corners is at most
 * `error` px off (swinging door, Bristol 1990, on both axes: constant time a sample). When there are more than 64
 * corners, the path is simplified anew with twice the error, until a quarter of them is free; of more than 21 visits the
 * second one is given up first (the thing counts as away then).
 */
export class Trajectory {
  /** How far the path may be off, px. */
  error: number;
  readonly #most: number;
  readonly #corners: PathCorner[] = [];
  /** Newest sample; it becomes a corner when the door closes. */
  #newest: PathCorner | undefined;
  #door: Door | undefined;

  /**
   * @param error px
   * @param most corners; of more it is simplified anew
   */
  constructor(error: number, most = mostCorners) {
    this.error = error;
    this.#most = most;
  }

  /** A sample, later than all before. `gap`: it was away since the one before. */
  add(t: number, x: number, y: number, gap = false): void {
    const sample: PathCorner = { t, x, y };
    if (this.#newest === undefined) this.#begin(sample);
    else if (gap) {
      this.#keep(this.#newest);
      this.#begin({ ...sample, gap: true });
    } else this.#go(sample, this.#newest);
  }

  #go(sample: PathCorner, newest: PathCorner): void {
    if (!this.#door!.admits(sample)) {
      this.#keep(newest);
      this.#door = new Door(newest, this.error / Math.SQRT2);
    }
    this.#door!.narrow(sample);
    this.#newest = sample;
  }

  /** [x, y] px at a moment, at most `error` off; null before the start, after the end, and in gaps. */
  at(t: number): [x: number, y: number] | null {
    const { corners } = this.summary();
    const i = corners.findIndex((corner) => corner.t >= t - 1e-9);
    if (i < 0) return null;
    const b = corners[i]!;
    if (b.t <= t + 1e-9) return [b.x, b.y];
    const a = corners[i - 1];
    if (a === undefined || b.gap === true) return null;
    const share = (t - a.t) / (b.t - a.t);
    return [a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)];
  }

  get length(): number {
    return this.#corners.length + 1;
  }

  summary(): PathSummary {
    const last = this.#corners.at(-1);
    const open = this.#newest === undefined || this.#newest.t === last?.t ? [] : [this.#newest];
    return { error: this.error, corners: [...this.#corners, ...open] };
  }

  /** With at most so many corners, more roughly. */
  reduced(most: number): PathSummary {
    let path = this.summary();
    while (path.corners.length > most) path = fewerCorners(path, most);
    return path;
  }

  #begin(sample: PathCorner): void {
    this.#newest = sample;
    this.#keep(sample);
    this.#door = new Door(sample, this.error / Math.SQRT2);
  }

  #keep(corner: PathCorner): void {
    if (this.#corners.at(-1)?.t === corner.t) return;
    this.#corners.push(corner);
    if (this.#corners.length <= this.#most) return;
    let path: PathSummary = { error: this.error, corners: this.#corners };
    while (path.corners.length > (3 * this.#most) / 4) path = fewerCorners(path, this.#most);
    this.error = path.error;
    this.#corners.splice(0, this.#corners.length, ...path.corners);
  }
}

/** One step: where a third of the corners begin a visit, the second visit is given up; else the error doubles. */
function fewerCorners({ error, corners }: PathSummary, most: number): PathSummary {
  const visits = corners.filter(({ gap }) => gap === true).length;
  return visits > Math.max(1, most / 3)
    ? { error, corners: withoutSecondVisit(corners) }
    : { error: 2 * error, corners: simplify(corners, error) };
}

/** The corners that a path needs to be at most `error` px off from these; both ends of gaps stay. */
function simplify(corners: readonly PathCorner[], error: number): readonly PathCorner[] {
  const rough = new Trajectory(error, Number.POSITIVE_INFINITY);
  for (const { t, x, y, gap } of corners) rough.add(t, x, y, gap);
  return rough.summary().corners;
}

function withoutSecondVisit(corners: readonly PathCorner[]): PathCorner[] {
  const from = corners.findIndex(({ gap }) => gap === true);
  const next = corners.findIndex(({ gap }, i) => i > from && gap === true);
  return [...corners.slice(0, from), ...corners.slice(next)];
}

/** Slopes, px a second, of the lines from a corner that pass all samples since at most `error` px away on each axis. */
class Door {
  readonly #from: PathCorner;
  readonly #error: number;
  #low: [number, number] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  #high: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];

  constructor(from: PathCorner, error: number) {
    this.#from = from;
    this.#error = error;
  }

  /** The line to the sample passes all others closely enough. */
  admits({ t, x, y }: PathCorner): boolean {
    const dt = Math.max(1e-9, t - this.#from.t);
    const sx = (x - this.#from.x) / dt;
    const sy = (y - this.#from.y) / dt;
    return sx >= this.#low[0] && sx <= this.#high[0] && sy >= this.#low[1] && sy <= this.#high[1];
  }

  narrow({ t, x, y }: PathCorner): void {
    const dt = Math.max(1e-9, t - this.#from.t);
    const reach = this.#error / dt;
    const sx = (x - this.#from.x) / dt;
    const sy = (y - this.#from.y) / dt;
    this.#low = [Math.max(this.#low[0], sx - reach), Math.max(this.#low[1], sy - reach)];
    this.#high = [Math.min(this.#high[0], sx + reach), Math.min(this.#high[1], sy + reach)];
  }
}
