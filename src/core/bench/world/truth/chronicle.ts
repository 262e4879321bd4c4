import type { TruthEvent } from '../contract.ts';
import type { Rasteriser } from '../render/rasteriser.ts';
import type { Stage } from '../stage/stage.ts';
import { EventTeller } from './events/index.ts';
import { type FrameScan, Scanner } from './frame-scan.ts';
import { Recorder } from './record-frame.ts';
import type { FrameRecord } from './records.ts';

/**
 * What has happened up to a frame: a record without pixels for each frame, made in order as far as was asked for, and
 * the pixels of one frame.
 */
export class Chronicle {
  readonly #scanner: Scanner;
  readonly #recorder: Recorder;
  readonly #teller: EventTeller;
  readonly #fps: number;
  readonly #records: FrameRecord[] = [];
  readonly #events: (readonly TruthEvent[])[] = [];
  readonly #firstSeen = new Map<number, number>();
  #scan: { readonly index: number; readonly scan: FrameScan } | undefined;

  constructor(stage: Stage, rasteriser: Rasteriser, fps: number) {
    this.#scanner = new Scanner(stage, rasteriser);
    this.#recorder = new Recorder(stage, rasteriser, fps);
    this.#teller = new EventTeller(rasteriser);
    this.#fps = fps;
  }

  /** Records from the first frame to this one. */
  past(index: number): readonly FrameRecord[] {
    for (let i = this.#records.length; i <= index; i++) this.#advance(i);
    return this.#records.slice(0, index + 1);
  }

  record(index: number): FrameRecord {
    this.past(index);
    return this.#records[index]!;
  }

  /** Those that became certain in this frame. */
  events(index: number): readonly TruthEvent[] {
    this.past(index);
    return this.#events[index]!;
  }

  eventsUpTo(index: number): readonly TruthEvent[] {
    this.past(index);
    return this.#events.slice(0, index + 1).flat();
  }

  /** Seconds at which each thing was first in the picture, up to this frame. */
  firstSeen(index: number): ReadonlyMap<number, number> {
    this.past(index);
    return this.#firstSeen;
  }

  /** The pixels of a frame; holds until the next call with another index. */
  scan(index: number): FrameScan {
    if (this.#scan?.index !== index) this.#scan = { index, scan: this.#scanner.scan(index / this.#fps) };
    return this.#scan.scan;
  }

  #advance(index: number): void {
    const record = this.#recorder.record(index, this.scan(index));
    this.#records.push(record);
    this.#events.push(this.#teller.step(record));
    for (const { id } of record.things) if (!this.#firstSeen.has(id)) this.#firstSeen.set(id, record.time);
  }
}
