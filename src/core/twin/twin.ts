import { InputError } from '../base/errors.ts';
import type { SizeHw } from '../base/geometry.ts';
import type { Mask } from '../masks/mask.ts';
import type { Concept } from '../specialists/concept.ts';
import type { MotionObservation, RegionMotion, RegionPrompt, StreamInfo } from '../specialists/contract.ts';
import { takeAlong } from './carried.ts';
import { checkMotion, checkSeen } from './check-seen.ts';
import { ContactFinder } from './contacts.ts';
import { forgetPlace } from './cut.ts';
import { EventEngine } from './events/event-engine.ts';
import { graphToJson, type SceneGraphJson } from './graph-json.ts';
import { type GraphTextOptions, graphToText } from './graph-text.ts';
import { makeNode } from './make-node.ts';
import { estimateBytes, memoryCeiling } from './memory/memory-bytes.ts';
import { memoryToText } from './memory/memory-text.ts';
import type { TrackHistory } from './memory/track-memory.ts';
import type { ForgottenTotals, ForgottenTrack } from './memory/twin-memory.ts';
import { crowdedTracks, moveTracks, stepOf } from './move-tracks.ts';
import { Observer } from './observer.ts';
import { type TwinOptions, twinOptions } from './options.ts';
import type { FrameEvent, TwinFrame } from './program-frame.ts';
import { noteBeside } from './refind.ts';
import type { SceneGraph } from './scene-graph.ts';
import type { SeenFrame } from './seen-frame.ts';
import { SurfaceMeetings } from './surface-meetings.ts';
import { isPresent, type TrackState } from './track-state.ts';
import { setStatus } from './track-status.ts';
import { TrackStore } from './track-store.ts';
import { TwinView } from './twin-view.ts';
import { shareInPicture } from './visibility.ts';

/** What another thing's mask took in is one with it after this. */
const takenInSeconds = 1;

/**
 * The just-in-time digital twin of one stream: what is in the picture, as tracks over time and as one scene graph a
 * frame. A frame goes: `lastRegions()` to the motion specialist, its answer to `predict()`, that to the masks
 * specialist, all to `update()`. Several queries may share one twin; each opens its own view.
 */
export class Twin {
  readonly stream: StreamInfo;
  readonly #size: SizeHw;
  readonly #diagonal: number;
  readonly #store = new TrackStore();
  readonly #observer: Observer;
  #contacts: ContactFinder;
  #options: Readonly<TwinOptions>;
  #eventRules: EventEngine;
  /** Of the frame that is taken in. */
  #surfaces: SurfaceMeetings | undefined;
  #events: FrameEvent[] = [];
  #window: SceneGraph[] = [];
  #time: number | null = null;
  #dt: number;
  #cutAt: number | null = null;

  /** @throws InputError for options out of range */
  constructor(stream: StreamInfo, options: Partial<TwinOptions> = {}) {
    this.stream = stream;
    this.#options = twinOptions(options);
    this.#size = [stream.height, stream.width];
    this.#diagonal = Math.hypot(stream.width, stream.height);
    this.#observer = new Observer(this.#store, stream);
    this.#contacts = new ContactFinder(this.#size);
    this.#eventRules = new EventEngine(this.options.events);
    this.#dt = 1 / (stream.fps ?? 25);
  }

  get options(): Readonly<TwinOptions> {
    return this.#options;
  }

  /** Switches relations and events on or off from the next frame on. Events seen so far stay; their rules start anew. */
  watchFor(wanted: Pick<TwinOptions, 'contacts' | 'events'>): void {
    const { contacts, events } = this.#options;
    if (contacts === wanted.contacts && JSON.stringify(events) === JSON.stringify(wanted.events)) return;
    if (!this.#findsContacts) this.#contacts = new ContactFinder(this.#size);
    this.#options = { ...this.#options, ...wanted };
    this.#eventRules = new EventEngine(wanted.events);
  }

  get #findsContacts(): boolean {
    return this.options.contacts || this.options.events !== false;
  }

  /** Forgets how well things fit concepts that nobody asks about any more. */
  keepConcepts(ids: ReadonlySet<string>): void {
    for (const track of this.#store.tracks)
      track.concepts = Object.fromEntries(Object.entries(track.concepts).filter(([id]) => ids.has(id)));
  }

  /** The newest scene graphs, oldest first, at most `options.window`. */
  get window(): readonly SceneGraph[] {
    return this.#window;
  }

  /** The newest scene graph; undefined before the first frame. */
  get latest(): SceneGraph | undefined {
    return this.#window.at(-1);
  }

  /** Tracks that the next frames should be looked at for: missed ones, and those that have merged with alike ones. */
  get unsure(): number {
    return this.#store.tracks.filter(({ status, blob }) => status === 'missed' || blob.length > 0).length;
  }

  /** What can be seen of the tracks at the last frame, by rising track id. */
  lastRegions(): RegionPrompt[] {
    return this.#seenTracks().map((track) => ({ mask: track.seen.mask(this.#size), track: track.id }));
  }

  /**
   * Where those regions will be in the coming frame: moved as measured, else at constant velocity. Changes nothing.
   * @param motion aligned with `lastRegions()`
   * @param time seconds of the coming frame; by default one frame later
   */
  predict(motion?: MotionObservation, time?: number): RegionPrompt[] {
    checkMotion(motion);
    if (motion?.cut === true) return [];
    const dt = time === undefined || this.#time === null ? this.#dt : Math.max(0, time - this.#time);
    const crowded = crowdedTracks(this.#store.tracks);
    const prompts = this.#seenTracks().map((track, i) => {
      const step = stepOf(track, motion?.regions[i], motion?.camera, dt, this.options, crowded.has(track.id));
      const shape = track.seen.clone();
      shape.move(step.shift[0], step.shift[1], step.scale);
      const { velocity } = track.path;
      return { mask: shape.mask(this.#size), track: track.id, ...(velocity === null ? {} : { velocity }) };
    });
    return prompts.filter(({ mask }) => !mask.isEmpty);
  }

  #seenTracks(): TrackState[] {
    return this.#store.tracks.filter(
      (track) => track.status !== 'away' && track.status !== 'occluded' && !track.seen.mask(this.#size).isEmpty,
    );
  }

  /**
   * Takes in one frame and returns its scene graph.
   * @throws InputError when the time goes back or lists are not aligned
   */
  update(seen: SeenFrame): SceneGraph {
    this.#check(seen);
    const first = this.#time === null;
    if (seen.motion?.cut === true) this.#cut(seen.time);
    const motions = this.#motionsById(seen.motion);
    const { options } = this;
    if (!first) this.#dt = seen.time - this.#time!;
    const move = { time: seen.time, dt: this.#dt, motions, camera: seen.motion?.camera, options };
    const measured = first ? new Set<number>() : moveTracks(this.#store.tracks, move);
    this.#time = seen.time;
    this.#surfaces = seen.depthMap === undefined ? undefined : new SurfaceMeetings(seen.depthMap);
    if (seen.detections !== undefined) {
      const cut = () => this.#cut(seen.time);
      this.#observer.observe(seen, { first, measured, options, surfaces: this.#surfaces, cut });
    }
    this.#leave(seen.time);
    takeAlong(this.#store.tracks, seen.time);
    this.#observer.settle(seen.time);
    for (const track of this.#store.tracks) this.#judgeMoving(track);
    this.#tidy(seen.time);
    return this.#remember(this.#withEvents(this.#makeGraph(seen)));
  }

  /** Another shot: no place and no motion is known any more; what was there can be found again by its looks. */
  #cut(time: number): void {
    this.#cutAt = time;
    for (const track of this.#store.tracks) {
      if (track.status !== 'away') this.#lose(track, 'cut', time);
      forgetPlace(track, time, this.options);
    }
  }

  #check(seen: SeenFrame): void {
    if (this.#time !== null && seen.time < this.#time) {
      throw new InputError(`frame ${seen.index} has time ${seen.time}, before ${this.#time} of the last frame`);
    }
    checkSeen(seen);
  }

  #motionsById(motion: MotionObservation | undefined): Map<number, RegionMotion | null> {
    const motions = new Map<number, RegionMotion | null>();
    if (motion === undefined || motion.cut === true) return motions;
    const tracks = this.#seenTracks();
    if (motion.regions.length !== tracks.length) {
      throw new InputError(`motion has ${motion.regions.length} regions, lastRegions() gave ${tracks.length}`);
    }
    tracks.forEach((track, i) => {
      motions.set(track.id, motion.regions[i]!);
    });
    return motions;
  }

  /** Tracks that went out of the picture, or were missed for too long are away. */
  #leave(time: number): void {
    for (const track of this.#store.tracks) {
      if (track.status === 'away') continue;
      const inside = shareInPicture(track, this.stream.width, this.stream.height);
      const missed = track.status === 'missed' && time - track.lastSeen >= this.#patience(track);
      if (
        missed ||
        this.#isHiddenTooLong(track, time) ||
        inside === 0 ||
        (inside < 0.25 && track.status === 'missed')
      ) {
        this.#lose(track, howLost(track, inside), time);
      }
    }
  }

  #isHiddenTooLong({ status, since, carrier, takenIn }: TrackState, time: number): boolean {
    if (status !== 'occluded') return false;
    if (takenIn !== undefined) return time - since > takenInSeconds;
    return carrier === undefined && time - since > this.options.hiddenSeconds;
  }

  /** What lies hidden in something is lost, and found, with that. */
  #lose(track: TrackState, how: TrackState['lost'], time: number): void {
    if (!this.#isWellKnown(track)) {
      this.#store.drop(track, time);
      return;
    }
    noteBeside(track, this.#store.tracks);
    setStatus(track, 'away', time);
    track.lost = how;
    track.cover = [];
    if (how === 'taken') track.carrier = undefined;
    track.takenIn = undefined;
  }

  #tidy(time: number): void {
    this.#store.tidy(time, this.options);
    const known = this.#store.forgetGone(time, this.options);
    if (known !== null) this.#eventRules.forget((id) => known.has(id));
  }

  /** A track that was never sure is missed no longer than it had been seen. */
  #patience(track: TrackState): number {
    const { missSeconds } = this.options;
    return this.#isWellKnown(track) ? missSeconds : Math.min(missSeconds, track.lastSeen - track.firstSeen);
  }

  #isWellKnown(track: TrackState): boolean {
    return track.observations > 2 * this.options.confirmations || track.score >= this.options.sureScore;
  }

  #judgeMoving(track: TrackState): void {
    const { velocity } = track.path;
    const speed = velocity === null ? 0 : Math.hypot(velocity[0], velocity[1]);
    const limit = (track.moving ? this.options.movingOff : this.options.movingOn) * this.#diagonal;
    track.moving = track.moving ? speed > limit : speed >= limit;
    track.movingSince = track.moving ? (track.movingSince ?? this.#time) : null;
    if (!track.moving) track.movedBy = undefined;
  }

  #makeGraph(seen: SeenFrame): SceneGraph {
    const { tracks } = this.#store;
    const contacts = this.#findsContacts ? this.#contacts.find(tracks, seen.time, this.#surfaces) : [];
    return {
      index: seen.index,
      time: seen.time,
      width: this.stream.width,
      height: this.stream.height,
      observed: seen.detections !== undefined,
      ...(this.#cutAt === seen.time ? { cut: true } : {}),
      nodes: tracks.filter(isPresent).map((track) => makeNode(track, seen.time, this.#size)),
      contacts,
      events: [],
    };
  }

  #withEvents(graph: SceneGraph): SceneGraph {
    const events = this.#eventRules.step(graph, (id) => this.#store.tracks.find((track) => track.id === id));
    if (events.length === 0) return graph;
    this.#events = [...this.#events, ...events].slice(-this.options.maxEvents);
    return { ...graph, events };
  }

  #remember(graph: SceneGraph): SceneGraph {
    this.#store.memory.take(graph);
    this.#window = [...this.#window.slice(1 - this.options.window), graph].slice(-this.options.window);
    return graph;
  }

  /** All tracks that are known in full, `away` ones too, by rising id. */
  get tracks(): readonly TrackInfo[] {
    return this.#store.tracks.map(({ id, status, firstSeen, lastSeen, observations, words }) => ({
      id,
      status,
      firstSeen,
      lastSeen,
      observations,
      words,
    }));
  }

  /** What is remembered of the tracks that are known in full, since the start of the stream, by rising id. */
  get histories(): readonly TrackHistory[] {
    return [...this.#store.memory.tracks.values()].map((one) => one.history()).sort((a, b) => a.id - b.id);
  }

  /** What is left of tracks that are gone, the first one first. */
  get forgotten(): readonly ForgottenTrack[] {
    return this.#store.memory.summaries;
  }

  /** The last events, oldest first, at most `options.maxEvents`. */
  get events(): readonly FrameEvent[] {
    return this.#events;
  }

  /** What is seen of an object at the newest frame; undefined where it is not in the picture. */
  maskOf(id: number): Mask | undefined {
    return this.latest?.nodes.find((node) => node.id === id)?.mask;
  }

  /** A view for one program: it remembers which words it has been sent. */
  openView(concepts: readonly Concept[]): TwinView {
    return new TwinView(concepts);
  }

  /** The frame form of one graph with all its words, for a reader that keeps nothing. */
  programFrame(graph: SceneGraph, concepts: readonly Concept[]): TwinFrame {
    return this.openView(concepts).frame(graph);
  }

  /** Window, tracks, summaries and events as plain JSON; the same input gives the same text. */
  toJSON(): TwinJson {
    const { width, height, fps, still } = this.stream;
    return {
      version: 1,
      stream: { width, height, fps, still },
      window: this.#window.map(graphToJson),
      tracks: [...this.tracks],
      histories: this.histories,
      summaries: this.#store.memory.summaries,
      totals: this.#store.memory.totals,
      events: this.#events,
    };
  }

  /**
   * The newest frame in words, for language models and people; empty before the first frame. With `history`, what is
   * remembered of each track since the start of the stream follows, a line a track.
   */
  toText({ history = false, ...options }: TwinTextOptions = {}): string {
    if (this.latest === undefined) return '';
    const now = graphToText(this.latest, options);
    return history ? `${now}\nhistory\n${memoryToText(this.#store.memory)}` : now;
  }

  /** About how many bytes the twin holds now. */
  memoryBytes(): number {
    const counts = { pairs: this.#contacts.pairs, events: this.#events.length, rules: this.#eventRules.size };
    return estimateBytes(this.#store, this.#window, counts);
  }

  /** What it can hold at most, bytes, however long the stream is (docs/twin.md). */
  memoryCeilingBytes(): number {
    const { maxTracks, maxAway } = this.options;
    // tracks that are gone are known for a moment yet, `maxTracks` of them at most
    const rules = this.#eventRules.mostRecords(maxTracks, 2 * maxTracks + maxAway);
    return memoryCeiling(this.#size, this.options, rules);
  }
}

/** @param inside share of it in the picture */
function howLost({ status, takenIn }: TrackState, inside: number): TrackState['lost'] {
  if (status === 'occluded' && takenIn !== undefined) return 'taken';
  return inside < 0.25 ? 'left' : 'missed';
}

/** A track without its pixels. */
export type TrackInfo = Pick<TrackState, 'id' | 'status' | 'firstSeen' | 'lastSeen' | 'observations' | 'words'>;

/** What the text form of a twin says. */
export interface TwinTextOptions extends GraphTextOptions {
  /** Whether it tells the history of each track. @default false */
  readonly history?: boolean;
}

/** The twin as JSON; `window` can be read back with `graphFromJson`. */
export interface TwinJson {
  readonly version: 1;
  readonly stream: Pick<StreamInfo, 'width' | 'height' | 'fps' | 'still'>;
  readonly window: readonly SceneGraphJson[];
  readonly tracks: readonly TrackInfo[];
  readonly histories: readonly TrackHistory[];
  readonly summaries: readonly ForgottenTrack[];
  readonly totals: ForgottenTotals;
  readonly events: readonly FrameEvent[];
}
