import type { Specialist } from '../specialists/contract.ts';

interface Use {
  streams: number;
  /** Runs while its models are being freed; loading waits for it. */
  freed: Promise<void> | null;
}

/** The specialists that several streams share: loaded when the first one needs them, freed when nobody asks any more. */
export class SharedSpecialists {
  readonly #find: (id: string) => Specialist;
  readonly #uses = new Map<string, Use>();

  /** @param find throws MissingError for an unknown id */
  constructor(find: (id: string) => Specialist) {
    this.#find = find;
  }

  /** Loads a specialist for one more stream, which must `leave` or `free` it. */
  async take(id: string, signal: AbortSignal | undefined): Promise<Specialist> {
    const specialist = this.#find(id);
    const use = this.#uses.get(id) ?? { streams: 0, freed: null };
    this.#uses.set(id, use);
    use.streams++;
    try {
      await use.freed;
      await specialist.load(signal);
    } catch (thrown) {
      use.streams--;
      throw thrown;
    }
    return specialist;
  }

  /** A stream has ended: the models stay, for the next one. */
  leave(id: string): void {
    const use = this.#uses.get(id);
    if (use !== undefined) use.streams--;
  }

  /** A stream that goes on needs it no more: the models are freed, unless another stream uses them. */
  free(id: string): void {
    this.leave(id);
    const use = this.#uses.get(id);
    if (use === undefined || use.streams > 0) return;
    const freed = this.#find(id)
      .dispose()
      .catch(() => {})
      .then(() => {
        if (use.freed === freed) use.freed = null;
      });
    use.freed = freed;
  }
}
