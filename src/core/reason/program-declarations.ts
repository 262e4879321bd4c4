/**
 * The declarations of the program language, for prompts of language models and for editors. docs/program-api.md shows
 * the same text; a test keeps the two equal.
 */
export const programDeclarations = `type Json = null | boolean | number | string | Json[] | { [k: string]: Json };
type Box = [x: number, y: number, w: number, h: number];
declare class Condition {
  private c: 1;
}
declare class Measure {
  private m: 1;
}
declare class Moment {
  private t: 1;
}
declare class Quantified {
  private q: 1;
}
declare class Edge {
  private e: 1;
} // opaque: only the words below make them
type Color = 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'purple' | 'pink' | 'brown' | 'black' | 'gray' | 'white';
type EventName =
  | 'appears'
  | 'disappears'
  | 'enters'
  | 'leaves'
  | 'starts'
  | 'stops'
  | 'turns'
  | 'speeds up'
  | 'is covered by'
  | 'is uncovered'
  | 'passes behind'
  | 'passes in front of'
  | 'approaches'
  | 'recedes'
  | 'touches'
  | 'lets go'
  | 'is put on'
  | 'is put in'
  | 'is taken from'
  | 'is taken out of'
  | 'is carried by'
  | 'changes color'
  | 'changes size'
  | 'changes shape'
  | 'splits'
  | 'merges';
/** One call of the sandbox = one frame. Only the newest frame goes in (JSON); history is kept inside. */
interface TwinFrame {
  i: number;
  t: number /* s from the start, from PTS */;
  w: number;
  h: number /* px */;
  o: FrameObject[]; // present objects and parts; one that has left is not listed
  r: [rel: 'touches' | 'on' | 'in' | 'holds' | 'hides', a: number, b: number, p?: number][]; // what needs pixels; the rest is computed inside
  e: { t: number; type: EventName; who: number; other?: number; by?: number; p?: number }[];
} // events that became certain in this frame
interface FrameObject {
  id: number;
  score: number /* 0..1 */;
  box: Box;
  c: [x: number, y: number] /* centroid */;
  area: number /* px² */; // amodal where hidden
  vis: number; // visible share 0..1; <= 0.05 is hidden (still tracked, box predicted)
  vel: [number, number] | null; // px/s, camera motion removed; null = not known yet
  depth: [value: number, confidence: number, unit: 'm' | 'cue'] | null; // grows away from the camera; null or confidence < 0.5 is unknown
  partOf?: number; // id of the whole
  long?: number; // longer side of the rotated box, px
  words?: Words;
} // only when new or changed; the sandbox keeps the last
interface Words {
  labels?: [name: string, p: number][] /* wider names included */;
  colors?: [Color, share: number][] /* largest first */;
  shapes?: Record<string, number>;
  textures?: Record<string, number>;
  states?: Record<string, number>;
  bright?: number /* 0..1 */;
}

declare function init(state: State): void; // optional
declare function select(twin: Twin, state: State): Objects | Groups;
type State = Record<string, Json>; // survives every frame; plain JSON, at most 64 kB; rarely needed
interface Twin {
  objects: Objects /* wholes in the picture, hidden ones too */;
  parts: Objects;
  time: number;
  frame: number;
  size: { width: number; height: number };
  events(type: EventType, filter?: Span & { who?: Objects; other?: Objects; by?: Objects }): Events;
}

interface Objects {
  where(...c: Condition[]): Objects; // keeps those for which all are true; drops false and unknown, and says which
  the(): Objects; // exactly one is meant. None: missing. Several: in the picture first, then best score, then oldest; warning "ambiguous"
  and(o: Objects): Objects;
  or(o: Objects): Objects;
  except(o: Objects): Objects;
  orElse(o: Objects): Objects; // this, or o when this is empty
  max(m: Measure): Objects;
  min(m: Measure): Objects; // one object; those with unknown value are left out and reported
  sortBy(m: Measure, direction?: 'up' | 'down'): Ordered; // default "up"; equal values: lower id first
  groups(by?: 'near' | 'color' | 'label'): Groups; // default "near"
  parts(name?: string): Objects;
  whole(): Objects;
} // parts of these; wholes of these (a whole stays itself)
interface Ordered extends Objects {
  nth(n: number): Objects /* 1 is first, -1 last */;
  take(n: number): Ordered;
  middle(): Objects /* odd number only */;
}
interface Groups {
  where(c: Condition): Groups;
  max(m: Measure): Objects;
  min(m: Measure): Objects;
  members(): Objects;
}
type Ref = Objects | Quantified; // bare Objects = at least one of them, never the object itself
declare function every(o: Objects): Quantified;
declare function atLeast(n: number, o: Objects): Quantified;
declare function exactly(n: number, o: Objects): Quantified;

// ---- conditions: attributes
declare function color(c: Color): Condition; // share of its pixels
declare function shape(s: 'round' | 'elongated' | 'rectangular' | 'triangular' | 'tall' | 'wide'): Condition;
declare function texture(t: 'striped' | 'spotted' | 'plain' | 'shiny' | 'matte' | 'transparent'): Condition;
declare function label(name: string): Condition; // needs a specialist that names things; a guess (p below 0.5) is unknown: maybe(label("mug"))
declare function inState(s: string): Condition; // "open", "closed", "on", "full": as a specialist says it
declare const visible: Condition, hidden: Condition, present: Condition /* in the picture */, moving: Condition;
declare function heading(d: 'left' | 'right' | 'up' | 'down' | 'closer' | 'farther'): Condition;
declare function inZone(
  z: 'left' | 'right' | 'top' | 'bottom' | 'middle' | { x: number; y: number; w: number; h: number },
): Condition; // shares of the frame
// ---- conditions: relations of the object to r (formulas in 3)
type Relation = (r: Ref) => Condition;
declare const leftOf: Relation,
  rightOf: Relation,
  above: Relation,
  below: Relation,
  behind: Relation,
  inFrontOf: Relation,
  nearTo: Relation,
  touching: Relation,
  on: Relation,
  under: Relation,
  inside: Relation,
  contains: Relation,
  holds: Relation,
  heldBy: Relation,
  hides: Relation,
  hiddenBy: Relation,
  partOf: Relation,
  hasPart: Relation,
  approaching: Relation,
  recedingFrom: Relation,
  sameColor: Relation,
  sameShape: Relation,
  sameLabel: Relation;
declare function between(a: Objects, b: Objects): Condition;
declare function withOne(r: Ref, ...rel: Relation[]): Condition; // all relations to one and the same: withOne(boxes, leftOf, sameColor)
declare function among(o: Objects): Condition; // is one of these
declare function exists(r: Ref): Condition; // about the scene, same for each object
// ---- conditions: logic, numbers, own
declare function not(c: Condition): Condition;
declare function all(...c: Condition[]): Condition;
declare function any(...c: Condition[]): Condition;
declare function maybe(c: Condition): Condition;
type Than = number | Measure | Ref; // Ref: the same measure of those objects ("bigger than every box")
declare function more(m: Measure, than: Than, o?: { by?: number }): Condition;
declare function less(m: Measure, than: Than, o?: { by?: number }): Condition; // by: factor
declare function about(m: Measure, than: Than, o?: { within?: number }): Condition; // equal within tolerance; exact for counts
declare function check(name: string, f: (o: FrameObject, state: State) => boolean | null): Condition;
declare function measure(name: string, f: (o: FrameObject, state: State) => number | null): Measure;
// ---- measures
declare const x: Measure,
  y: Measure /* centroid px, y down */,
  area: Measure,
  width: Measure,
  height: Measure,
  length: Measure,
  depth: Measure,
  speed: Measure /* px/s */,
  brightness: Measure,
  count: Measure /* members of a group */;
declare function distance(o: Objects): Measure; // px between boxes, nearest of o
declare function travelled(s?: Span): Measure; // length of the path, px
declare function duration(c: Condition, s?: Span): Measure; // total seconds true
declare function times(type: EventType, s?: Span & { other?: Objects; by?: Objects }): Measure; // how often the object was \`who\`
declare function change(m: Measure, since?: Moment): Measure; // m now minus m then; default start
// ---- time
declare const start: Moment, firstSeen: Moment /* of the object asked about */;
declare function ago(seconds: number): Moment;
interface Span {
  after?: Moment | number;
  before?: Moment | number;
  within?: number /* s */;
  while?: Condition;
} // numbers: s from the start
declare function at(t: Moment | number, v: Condition): Condition;
declare function at(t: Moment | number, v: Measure): Measure;
declare function at(t: Moment | number, v: Objects): Objects;
declare function ever(c: Condition, s?: Span): Condition;
declare function always(c: Condition, s?: Span): Condition;
declare function held(c: Condition, seconds: number): Condition; // true now and without a break for so long
declare function current(o: Objects): Objects; // today's members, inside ever/always/at
// ---- events
type EventType = EventName | Edge;
declare function begins(c: Condition): Edge;
declare function ends(c: Condition): Edge;
declare function did(type: EventType, s?: Span & { other?: Objects; by?: Objects }): Condition; // the object was \`who\` at least once
interface Events {
  who(): Objects;
  other(): Objects;
  by(): Objects;
  first(): Occurrence;
  last(): Occurrence;
  nth(n: number): Occurrence;
}
interface Occurrence extends Moment {
  who(): Objects;
  other(): Objects;
  by(): Objects;
} // missing until it has happened`;
