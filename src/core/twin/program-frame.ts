import type { Box } from '../base/geometry.ts';
import type { Color } from '../specialists/contract.ts';

/**
 * The frame form of the twin: what a program sees of one frame (docs/program-api.md, "Declarations").
 * Plain JSON, short keys, only what is new; the sandbox keeps the history.
 */
export interface TwinFrame {
  /** Frame index. */
  i: number;
  /** Seconds from the start. */
  t: number;
  /** Width and height of the picture, px. */
  w: number;
  h: number;
  /** Objects and parts in the picture, hidden ones too; one that has left is not listed. */
  o: FrameObject[];
  /** Relations that need pixels; the rest is computed inside. */
  r: [rel: FrameRelation, a: number, b: number, p?: number][];
  /** Events that became certain in this frame. */
  e: FrameEvent[];
}

/** A relation that needs pixels: a touches, is on, is in, holds or hides b. */
export type FrameRelation = 'touches' | 'on' | 'in' | 'holds' | 'hides';

/** An event that became certain in this frame; times in seconds from the start, who, other and by are track ids. */
export interface FrameEvent {
  t: number;
  type: EventName;
  who: number;
  other?: number;
  by?: number;
  p?: number;
}

/** An object or part in the picture. */
export interface FrameObject {
  /** Track id. */
  id: number;
  /** 0..1 */
  score: number;
  /** [x, y, w, h] px, amodal where hidden. */
  box: Box;
  /** Centroid px. */
  c: [x: number, y: number];
  /** px² */
  area: number;
  /** Visible share 0..1; <= 0.05 is hidden (still tracked, box predicted). */
  vis: number;
  /** px/s, camera motion removed; null = not known yet. */
  vel: [number, number] | null;
  /** Grows away from the camera; null or confidence < 0.5 is unknown. */
  depth: [value: number, confidence: number, unit: 'm' | 'cue'] | null;
  /** Id of the whole. */
  partOf?: number;
  /** Longer side of the rotated box, px. */
  long?: number;
  /** Only when new or changed; the sandbox keeps the last. */
  words?: Words;
}

/** How an object looks and is called, in words with probabilities or shares. */
export interface Words {
  labels?: [name: string, p: number][];
  colors?: [Color, share: number][];
  shapes?: Record<string, number>;
  textures?: Record<string, number>;
  states?: Record<string, number>;
  /** 0..1 */
  bright?: number;
}

/** All kinds of events. */
export const eventNames = [
  'appears',
  'disappears',
  'enters',
  'leaves',
  'starts',
  'stops',
  'turns',
  'speeds up',
  'is covered by',
  'is uncovered',
  'passes behind',
  'passes in front of',
  'approaches',
  'recedes',
  'touches',
  'lets go',
  'is put on',
  'is put in',
  'is taken from',
  'is taken out of',
  'is carried by',
  'changes color',
  'changes size',
  'changes shape',
  'splits',
  'merges',
] as const;
/** The kind of an event (rules in docs/program-api.md). */
export type EventName = (typeof eventNames)[number];
