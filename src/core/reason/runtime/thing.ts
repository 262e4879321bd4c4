import type { Color } from '../../specialists/contract.ts';
import type { FrameObject, Words } from '../../twin/program-frame.ts';
import { field } from './packed-frame.ts';
import { settings } from './settings.ts';

/** Where a thing was at a moment; for rates over some tenths of a second. */
interface Trace {
  t: number;
  x: number;
  y: number;
  depth: number | null;
}

/** What is listed about words, ready for look-up; labels in lower case, in their order. */
export interface KnownWords {
  labels?: readonly (readonly [string, number])[];
  colors?: readonly (readonly [Color, number])[];
  shapes?: Readonly<Record<string, number>>;
  textures?: Readonly<Record<string, number>>;
  states?: Readonly<Record<string, number>>;
  bright?: number;
}

/** An object or part over time: the newest listing (the last one when it has left), the last words, and a short trace. */
export class Thing {
  readonly id: number;
  /** Place in arrays of values of the newest frame; -1 while it is settled. */
  slot = -1;
  readonly firstSeen: number;
  /** When it was last listed, seconds. */
  lastSeen: number;
  present = true;
  moving = false;
  words: KnownWords = {};
  /** Box edges and centre, px. */
  left = 0;
  top = 0;
  right = 0;
  bottom = 0;
  cx = 0;
  cy = 0;
  width = 0;
  height = 0;
  /** √(box w·h), px. */
  size = 0;
  /** As listed last; NaN for what is not known. */
  score = 0;
  area = 0;
  vis = 0;
  vx = Number.NaN;
  vy = Number.NaN;
  depthValue = Number.NaN;
  depthConfidence = 0;
  /** 0 metres, 1 cue. */
  depthUnit = 0;
  long = Number.NaN;
  /** Id of the whole. */
  partOf: number | undefined;
  private traces: Trace[] = [];

  constructor(id: number, t: number) {
    this.id = id;
    this.firstSeen = t;
    this.lastSeen = t;
  }

  /** Takes the newest listing, the numbers from `at` on. `diagonal` of the frame in px. */
  update(numbers: Float64Array, at: number, t: number, diagonal: number): void {
    this.present = true;
    this.lastSeen = t;
    this.score = numbers[at + field.score]!;
    this.place(numbers, at);
    this.area = numbers[at + field.area]!;
    this.vis = numbers[at + field.vis]!;
    this.vx = numbers[at + field.vx]!;
    this.vy = numbers[at + field.vy]!;
    this.depthValue = numbers[at + field.depth]!;
    this.depthConfidence = numbers[at + field.confidence]!;
    this.depthUnit = numbers[at + field.unit]!;
    this.long = numbers[at + field.long]!;
    const partOf = numbers[at + field.partOf]!;
    this.partOf = partOf >= 0 ? partOf : undefined;
    this.moving = this.switchMoving(diagonal);
    this.remember(t);
  }

  /** New words; what they do not name stays. */
  hear(words: Words): void {
    this.words = mergeWords(this.words, words);
  }

  /** The newest listing with the last words, for own code. */
  listing(): FrameObject {
    const { depthValue, depthConfidence, depthUnit, partOf, long } = this;
    return {
      id: this.id,
      score: this.score,
      box: [this.left, this.top, this.width, this.height],
      c: [this.cx, this.cy],
      area: this.area,
      vis: this.vis,
      vel: this.speed === null ? null : [this.vx, this.vy],
      depth: Number.isNaN(depthValue) ? null : [depthValue, depthConfidence, depthUnit === 1 ? 'cue' : 'm'],
      ...(partOf !== undefined && { partOf }),
      ...(!Number.isNaN(long) && { long }),
      words: this.words as Words,
    };
  }

  /** px/s; null while not known. */
  get speed(): number | null {
    const squared = this.vx * this.vx + this.vy * this.vy;
    return squared >= 0 ? Math.sqrt(squared) : null;
  }

  /** Distance from the camera in its own unit; null where unknown or below the confidence limit. */
  get depth(): number | null {
    return !Number.isFinite(this.depthValue) || this.depthConfidence < settings.depthConfidence
      ? null
      : this.depthValue;
  }

  /** The newest trace that is at least `seconds` old; undefined when it was not there then. */
  before(seconds: number, now: number): Trace | undefined {
    for (let i = this.traces.length - 1; i >= 0; i--) {
      const trace = this.traces[i]!;
      if (trace.t <= now - seconds + 1e-6) return trace;
    }
    return undefined;
  }

  /** Forgets the trace: after an absence, rates start anew. */
  leave(): void {
    this.present = false;
    this.moving = false;
    this.traces = [];
  }

  private switchMoving(diagonal: number): boolean {
    const speed = this.speed;
    if (speed === null) return false;
    if (speed >= settings.movingOn * diagonal) return true;
    return this.moving && speed > settings.movingOff * diagonal;
  }

  private place(numbers: Float64Array, at: number): void {
    this.left = numbers[at + field.x]!;
    this.top = numbers[at + field.y]!;
    this.width = numbers[at + field.w]!;
    this.height = numbers[at + field.h]!;
    this.right = this.left + this.width;
    this.bottom = this.top + this.height;
    this.cx = numbers[at + field.cx]!;
    this.cy = numbers[at + field.cy]!;
    this.size = Math.sqrt(this.width * this.height);
  }

  /** A trace that is too old is used again. */
  private remember(t: number): void {
    const { traces } = this;
    const reach = t - traceSpan - 1e-6;
    let free: Trace | undefined;
    while (traces.length > 2 && traces[1]!.t <= reach) free = traces.shift();
    const trace = free ?? { t: 0, x: 0, y: 0, depth: null };
    trace.t = t;
    trace.x = this.cx;
    trace.y = this.cy;
    trace.depth = this.depth;
    traces.push(trace);
  }
}

const traceSpan = Math.max(settings.depthSpan, settings.approachSpan);

function mergeWords(old: KnownWords, fresh: Words): KnownWords {
  const { labels, ...rest } = fresh;
  const lower = labels?.map(([name, p]) => [name.toLowerCase(), p] as const);
  return { ...old, ...rest, ...(lower === undefined ? {} : { labels: lower }) };
}
