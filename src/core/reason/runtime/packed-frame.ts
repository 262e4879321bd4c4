import type { FrameEvent, FrameRelation, TwinFrame, Words } from '../../twin/program-frame.ts';

/**
 * A frame as it goes into the sandbox: numbers in one flat array, texts as JSON. JSON of the whole frame would cost as
 * much as a program does.
 */
export interface PackedFrame {
  /** Head, then the objects, then the relations; NaN for what is not known. */
  readonly numbers: Float64Array;
  /** JSON of `FrameTexts`; empty where a frame has none. */
  readonly texts: string;
}

/** What of a frame is no number. */
export interface FrameTexts {
  /** Words by place in the list of objects. */
  readonly words?: readonly (readonly [place: number, words: Words])[];
  readonly events?: readonly FrameEvent[];
}

/** Places of the head: index, time, width, height, number of objects and relations. */
export const head = { index: 0, time: 1, width: 2, height: 3, objects: 4, relations: 5, length: 6 } as const;

/** Places of an object's numbers. */
export const field = {
  id: 0,
  score: 1,
  x: 2,
  y: 3,
  w: 4,
  h: 5,
  cx: 6,
  cy: 7,
  area: 8,
  vis: 9,
  vx: 10,
  vy: 11,
  depth: 12,
  confidence: 13,
  /** 0 metres, 1 cue. */
  unit: 14,
  partOf: 15,
  long: 16,
  length: 17,
} as const;

/** Relations by their number. */
export const relationNames: readonly FrameRelation[] = ['touches', 'on', 'in', 'holds', 'hides'];
const numberOfRelation = new Map(relationNames.map((name, i) => [name, i]));
/** Numbers of a relation: its own, a, b, probability. */
export const relationLength = 4;

export function packFrame({ i, t, w, h, o, r, e }: TwinFrame): PackedFrame {
  const numbers = new Float64Array(head.length + o.length * field.length + r.length * relationLength);
  numbers.set([i, t, w, h, o.length, r.length]);
  const words: [number, Words][] = [];
  for (let n = 0; n < o.length; n++) {
    packObject(o[n]!, numbers, head.length + n * field.length);
    if (o[n]!.words !== undefined) words.push([n, o[n]!.words!]);
  }
  const from = head.length + o.length * field.length;
  for (let n = 0; n < r.length; n++) {
    const [relation, a, b, p] = r[n]!;
    numbers.set([numberOfRelation.get(relation) ?? Number.NaN, a, b, p ?? 1], from + n * relationLength);
  }
  return { numbers, texts: textsOf(words, e) };
}

function packObject(o: TwinFrame['o'][number], numbers: Float64Array, at: number): void {
  numbers[at + field.id] = o.id;
  numbers[at + field.score] = o.score;
  numbers[at + field.x] = o.box[0];
  numbers[at + field.y] = o.box[1];
  numbers[at + field.w] = o.box[2];
  numbers[at + field.h] = o.box[3];
  numbers[at + field.cx] = o.c[0];
  numbers[at + field.cy] = o.c[1];
  numbers[at + field.area] = o.area;
  numbers[at + field.vis] = o.vis;
  numbers[at + field.vx] = o.vel === null ? Number.NaN : o.vel[0];
  numbers[at + field.vy] = o.vel === null ? Number.NaN : o.vel[1];
  numbers[at + field.depth] = o.depth === null ? Number.NaN : o.depth[0];
  numbers[at + field.confidence] = o.depth === null ? 0 : o.depth[1];
  numbers[at + field.unit] = o.depth?.[2] === 'cue' ? 1 : 0;
  numbers[at + field.partOf] = o.partOf ?? Number.NaN;
  numbers[at + field.long] = o.long ?? Number.NaN;
}

function textsOf(words: [number, Words][], events: readonly FrameEvent[]): string {
  if (words.length === 0 && events.length === 0) return '';
  const texts: FrameTexts = { ...(words.length > 0 && { words }), ...(events.length > 0 && { events }) };
  return JSON.stringify(texts);
}
