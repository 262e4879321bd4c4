import type { Layers, ViewState } from '../render/contract.ts';
import type { Rasteriser } from '../render/rasteriser.ts';
import type { Stage } from '../stage/stage.ts';
import type { Thing } from '../stage/thing.ts';
import { viewAt, wholeOf } from '../stage/view.ts';
import { type Outline, Outlines, type Seen, seenOf } from './outlines.ts';
import { Projector } from './projector.ts';
import { visibleContacts } from './visible-contact.ts';

/** What can be measured in one frame by looking at its layers; holds until the next scan. */
export interface FrameScan {
  readonly time: number;
  readonly view: ViewState;
  readonly layers: Layers;
  readonly projector: Projector;
  readonly seen: ReadonlyMap<number, Seen>;
  /** Outlines of all wholes that are there. */
  readonly outlines: ReadonlyMap<number, Outline>;
  /** Keys of `visibleContacts`. */
  readonly contacts: ReadonlySet<number>;
}

/** Looks at frames of a stage. */
export class Scanner {
  readonly stage: Stage;
  readonly rasteriser: Rasteriser;
  readonly #outlines: Outlines;

  constructor(stage: Stage, rasteriser: Rasteriser) {
    this.stage = stage;
    this.rasteriser = rasteriser;
    this.#outlines = new Outlines(rasteriser);
  }

  scan(time: number): FrameScan {
    const { width, height } = this.rasteriser;
    const view = viewAt(this.stage, time);
    const layers = this.rasteriser.layers(view);
    const seen = seenOf(layers, width);
    const camera = cameraKey(view);
    const outlines = new Map(
      this.wholes(time).map(({ id }) => {
        const key = camera + this.#keyOf(id, time);
        return [id, this.#outlines.of(view, layers, id, key, seen.get(id))];
      }),
    );
    const projector = new Projector(view.camera, width, height);
    return { time, view, layers, projector, seen, outlines, contacts: visibleContacts(layers, width) };
  }

  /** Things that are there and no piece of another one. */
  wholes(time: number): readonly Thing[] {
    return this.stage.things.filter((thing) => thing.exists(time) && wholeOf(this.stage, thing.id, time) === thing.id);
  }

  /** Changes when the thing or a piece of it moves. */
  #keyOf(id: number, time: number): string {
    const own = this.stage.things.filter((thing) => thing.exists(time) && wholeOf(this.stage, thing.id, time) === id);
    return own.map((thing) => `${thing.matrix(time).elements.join()};${thing.jointKey(time)}`).join('|');
  }
}

const cameraKey = ({ camera: { position: p, target: t, fovY, roll } }: ViewState): string =>
  [p.x, p.y, p.z, t.x, t.y, t.z, fovY, roll ?? 0, ''].join();
