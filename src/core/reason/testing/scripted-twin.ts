import type { Color } from '../../specialists/contract.ts';
import type { FrameEvent, FrameObject, TwinFrame, Words } from '../../twin/program-frame.ts';

/** How a thing of a scripted twin looks; a plain colour and shape are sure. */
export interface Look extends Words {
  readonly color?: Color;
  readonly shape?: string;
  readonly texture?: string;
  readonly label?: string;
}

/** A thing by id, centre and size in px, look, and fields of its listing that differ from a plain, still, visible one. */
export function thing(
  id: number,
  [cx, cy, w, h]: readonly [cx: number, cy: number, w: number, h: number],
  look: Look = {},
  more: Partial<FrameObject> = {},
): FrameObject {
  const box = [cx - w / 2, cy - h / 2, w, h] as const;
  const plain = { id, score: 0.9, box, c: [cx, cy] as [number, number], area: w * h, vis: 1 };
  return { ...plain, vel: [0, 0], depth: null, words: wordsOf(look), ...more };
}

function wordsOf({ color, shape, texture, label, ...rest }: Look): Words {
  return {
    ...(color !== undefined && { colors: [[color, 0.9]] }),
    ...(shape !== undefined && { shapes: { [shape]: 0.9 } }),
    ...(texture !== undefined && { textures: { [texture]: 0.9 } }),
    ...(label !== undefined && { labels: [[label, 0.9]] }),
    ...rest,
  };
}

/** What is there at a moment. */
export interface Moment {
  readonly o: FrameObject[];
  readonly r?: TwinFrame['r'];
  readonly e?: FrameEvent[];
}

/** One frame of 640 x 360 px. */
export const still = (o: FrameObject[], r: TwinFrame['r'] = []): TwinFrame => ({
  i: 0,
  t: 0,
  w: 640,
  h: 360,
  o,
  r,
  e: [],
});

/** Frames of 640 x 360 px at 10 a second, from 0 to `seconds`. */
export function film(seconds: number, at: (t: number) => Moment): TwinFrame[] {
  return Array.from({ length: Math.round(seconds * 10) + 1 }, (_, i) => {
    const { o, r = [], e = [] } = at(i / 10);
    return { i, t: i / 10, w: 640, h: 360, o, r, e };
  });
}
