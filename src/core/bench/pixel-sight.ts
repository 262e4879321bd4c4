import type { Frame } from '../media/frame.ts';
import { KeyFrameClock } from '../pipelines/key-frames.ts';
import { classicalSpecialists } from '../specialists/classical/index.ts';
import type { SpecialistSession, StreamInfo } from '../specialists/contract.ts';
import type { SceneGraph } from '../twin/scene-graph.ts';
import type { SeenFrame } from '../twin/seen-frame.ts';
import type { Twin } from '../twin/twin.ts';

/** Shows a stream to a twin by the built-in specialists, as a pipeline does that is asked for nothing in particular. */
export class PixelSight {
  readonly #sessions: Sessions;
  readonly #clock = new KeyFrameClock(3);

  constructor(stream: StreamInfo) {
    this.#sessions = classicalSpecialists().map((specialist) => specialist.open(stream)) as Sessions;
  }

  /** Frames in order; the frame stays open. */
  async show(twin: Twin, frame: Frame): Promise<SceneGraph> {
    const { index, time } = frame;
    const [regions, appearance, motion, depth] = this.#sessions;
    const ask = (session: SpecialistSession, attribute: Ask, prompts: Prompts) =>
      session.run(frame, { attributes: [attribute], concepts: [], regions: prompts });
    const moved = (await ask(motion, 'motion', twin.lastRegions())).motion!;
    const seen: SeenFrame = { index, time, motion: moved };
    if (!this.#clock.isKey({ index, unsure: twin.unsure })) return twin.update(seen);
    const detections = (await ask(regions, 'masks', twin.predict(moved, time))).detections!;
    const prompts = detections.map(({ mask }) => ({ mask }));
    const looks = (await ask(appearance, 'appearance', prompts)).appearance!;
    const depths = (await ask(depth, 'depth', prompts)).depth!;
    return twin.update({ ...seen, detections, appearance: looks, depth: depths });
  }
}

type Sessions = [SpecialistSession, SpecialistSession, SpecialistSession, SpecialistSession];
type Ask = 'motion' | 'masks' | 'appearance' | 'depth';
type Prompts = Parameters<SpecialistSession['run']>[1]['regions'];
