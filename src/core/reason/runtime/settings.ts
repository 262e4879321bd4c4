/** Constants of the program language; docs/program-api.md, "Exact rules", states each. `D` is the frame's diagonal. */
export const settings = {
  /** A colour is there from this share of the pixels on. */
  colorShare: 0.4,
  /** Below this share a colour is not there; the largest colour is there above it. */
  colorTrace: 0.15,
  /** A word is said from this probability on ... */
  wordTrue: 0.5,
  /** ... and denied below this one; between the two it is unknown. */
  wordFalse: 0.3,
  /** Visible share at or below which an object is hidden. */
  hiddenVis: 0.05,
  /** Visible share at or below which something inside another counts as under it. */
  underVis: 0.5,
  /** Share of D a second that switches `moving` on and off. */
  movingOn: 0.02,
  movingOff: 0.01,
  /** Share of depth a second for heading closer or farther, over `depthSpan` seconds. */
  depthRate: 0.02,
  depthSpan: 0.5,
  /** Depth below this confidence is unknown. */
  depthConfidence: 0.5,
  /** Share of the larger depth that makes two depths differ. */
  depthStep: 0.03,
  /** Share of D that positions must differ by; also the margin in which `inZone` keeps its value. */
  placeStep: 0.01,
  /** Half width of the middle zone, share of the frame. */
  middleHalf: 1 / 6,
  /** `behind` is false when the gap is wider than this share of the shortest side. */
  behindGap: 0.25,
  /** `between`: shares of the line within which the foot lies. */
  betweenFrom: 0.1,
  betweenTo: 0.9,
  /** `approaching`: seconds looked back, and the share of the object's own speed. */
  approachSpan: 0.3,
  approachShare: 0.5,
  /** Tolerances of `more`, `less` and `about`. */
  areaTolerance: 0.1,
  lengthTolerance: 0.05,
  /** `distance` adds this share of the centre distance. */
  distanceTie: 0.001,
  /** `travelled` counts steps longer than this share of D. */
  travelStep: 0.02,
  /** Groups link objects whose gap is at most this share of their mean size. */
  groupGap: 0.5,
  /** Seconds: shorter bursts and gaps do not count for edges, durations and `held`. */
  edgeSeconds: 0.2,
  /** Truth intervals kept per object; older ones are folded. */
  intervals: 64,
  /** Samples kept per object of a measured value. */
  samples: 256,
  /** Part of a measure's tolerance by which a kept sample may be off. */
  sampleShare: 0.25,
  /** `ago` reaches back this far, seconds. */
  agoSeconds: 60,
  /** Events kept of each type, and how many of these are the first and the newest ones. */
  eventsKept: 1024,
  eventsFirst: 256,
  eventsNewest: 512,
  /** Objects remembered, those in the picture included. */
  things: 1024,
  /** Seconds after which an object that is away is settled: what is remembered of it does not change any more. */
  settleSeconds: 1,
  /** Words about time that one session remembers. */
  memories: 128,
  /** What all memories of a session may hold: one unit for an interval or sample, `lineUnits` more for each object. */
  memoryUnits: 200_000,
  lineUnits: 10,
  /** Members that one memory of a collection holds, over all its moments. */
  membersKept: 4096,
  /** Distinct values kept; those not met in the newest frame go first. */
  values: 4096,
  /** Largest `state`, characters of JSON. */
  stateChars: 65_536,
} as const;
