import type { FrameEvent, Words } from '../../src/core/twin/program-frame.ts';

/** Seconds from and to (exclusive); without `to`: up to the end. */
export type Stretch = readonly [from: number, to?: number];

/** A thing of a story. Paths and sizes are corner points in time, straight in between. */
export interface Actor {
  readonly id: number;
  readonly words: Words;
  readonly size: readonly [w: number, h: number] | readonly (readonly [t: number, w: number, h: number])[];
  readonly path: readonly (readonly [t: number, x: number, y: number])[];
  /** When it is in the picture; left out: always. */
  readonly here?: readonly Stretch[];
  /** Visible shares that are not 1. */
  readonly seen?: readonly (readonly [share: number, from: number, to?: number])[];
  /** Metres, or corner points in time. */
  readonly depth?: number | readonly (readonly [t: number, m: number])[];
  readonly partOf?: number;
  /** New looks from a time on. */
  readonly later?: readonly (readonly [t: number, words: Words])[];
}

/** A relation that holds for a stretch of time: a REL b. */
export type Tie = readonly [
  rel: 'touches' | 'on' | 'in' | 'holds' | 'hides',
  a: number,
  b: number,
  from?: number,
  to?: number,
];

/** A hand-drawn twin's script. Events that follow from paths, presence and ties are added by `eventsOf`. */
export interface Story {
  readonly seconds: number;
  readonly actors: readonly Actor[];
  readonly ties?: readonly Tie[];
  /** Events that do not follow from paths and ties: coverings, passings, changes. */
  readonly events?: readonly FrameEvent[];
}

const near = 1e-6;

/** Whether a moment is in a stretch. */
export const within = (t: number, from = 0, to = Number.POSITIVE_INFINITY) => t >= from - near && t < to - near;

/** Whether the actor is new in the picture, a tenth of a second before not there. */
export const isNewAt = (actor: Actor, t: number) => t < near || !isHere(actor, t - 0.1);

/** Whether the actor is in the picture. */
export const isHere = ({ here }: Actor, t: number) => !here || here.some(([from, to]) => within(t, from, to));
