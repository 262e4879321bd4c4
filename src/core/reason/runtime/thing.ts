import type { Color } from '../../specialists/contract.ts';
import type { FrameObject, Words } from '../../twin/program-frame.ts';
import { settings } from './settings.ts';

/** Where a thing was at a moment; for rates over some tenths of a second. */
interface Trace {
  readonly t: number;
  readonly x: number;
  readonly y: number;
  readonly depth: number | null;
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

/** An object or part over time: the newest listing, the last words, and a short trace. */
export class Thing {
  readonly id: number;
  /** Place in arrays of values of the newest frame; -1 while it is settled. */
  slot = -1;
  /** Counts things by first sight. */
  readonly order: number;
  readonly firstSeen: number;
  /** When it was last listed, seconds. */
  lastSeen: number;
  /** Its histories have been folded since it left. */
  folded = false;
  /** The newest listing; the last one when it has left. */
  now: FrameObject;
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
  /** √(box w·h), px. */
  size = 0;
  private traces: Trace[] = [];

  constructor(id: number, order: number, now: FrameObject, t: number) {
    this.id = id;
    this.order = order;
    this.now = now;
    this.firstSeen = t;
    this.lastSeen = t;
  }

  /** Takes the newest listing. `diagonal` of the frame in px. */
  update(now: FrameObject, t: number, diagonal: number): void {
    this.now = now;
    this.present = true;
    this.folded = false;
    this.lastSeen = t;
    this.left = now.box[0];
    this.top = now.box[1];
    this.right = now.box[0] + now.box[2];
    this.bottom = now.box[1] + now.box[3];
    this.cx = now.c[0];
    this.cy = now.c[1];
    this.size = Math.sqrt(now.box[2] * now.box[3]);
    if (now.words !== undefined) this.words = mergeWords(this.words, now.words);
    this.moving = this.switchMoving(diagonal);
    this.remember(t);
  }

  /** px/s; null while not known. */
  get speed(): number | null {
    const { vel } = this.now;
    return vel === null ? null : Math.hypot(vel[0], vel[1]);
  }

  /** Distance from the camera in its own unit; null where unknown or below the confidence limit. */
  get depth(): number | null {
    const { depth } = this.now;
    return depth === null || depth[1] < settings.depthConfidence ? null : depth[0];
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

  private remember(t: number): void {
    this.traces.push({ t, x: this.cx, y: this.cy, depth: this.depth });
    const span = Math.max(settings.depthSpan, settings.approachSpan);
    while (this.traces.length > 2 && this.traces[1]!.t <= t - span - 1e-6) this.traces.shift();
  }
}

function mergeWords(old: KnownWords, fresh: Words): KnownWords {
  const { labels, ...rest } = fresh;
  const lower = labels?.map(([name, p]) => [name.toLowerCase(), p] as const);
  return { ...old, ...rest, ...(lower === undefined ? {} : { labels: lower }) };
}
