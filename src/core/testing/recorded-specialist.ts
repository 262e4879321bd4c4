import type { Frame } from '../media/frame.ts';
import type {
  Attribute,
  Observation,
  Specialist,
  SpecialistRequest,
  SpecialistSession,
  StreamInfo,
} from '../specialists/contract.ts';

/** One call of a recorded specialist. */
export interface RecordedCall {
  readonly frame: number;
  readonly request: SpecialistRequest;
}

/** A specialist that answers by a function and remembers every call. */
export class RecordedSpecialist implements Specialist {
  readonly id: string;
  readonly summary = 'answers by a function given to it (for tests)';
  readonly provides: readonly Attribute[];
  readonly needs: readonly Attribute[];
  readonly cost = { msPerFrame: 1, msPerRegion: 0.1 };
  readonly cannot: readonly string[] = [];
  readonly calls: RecordedCall[] = [];
  loads = 0;
  disposals = 0;
  /** Sessions opened and not yet closed. */
  openSessions = 0;
  readonly #see: (frame: Frame, request: SpecialistRequest) => Observation;

  constructor(
    id: string,
    provides: readonly Attribute[],
    see: (frame: Frame, request: SpecialistRequest) => Observation,
    needs: readonly Attribute[] = [],
  ) {
    this.id = id;
    this.provides = provides;
    this.needs = needs;
    this.#see = see;
  }

  async load(): Promise<void> {
    this.loads++;
  }

  open(_stream: StreamInfo): SpecialistSession {
    this.openSessions++;
    return {
      run: async (frame, request) => {
        this.calls.push({ frame: frame.index, request });
        return this.#see(frame, request);
      },
      close: () => {
        this.openSessions--;
      },
    };
  }

  async dispose(): Promise<void> {
    this.disposals++;
  }
}
