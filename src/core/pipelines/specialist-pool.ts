import type { Specialist, SpecialistSession, StreamInfo } from '../specialists/contract.ts';
import type { SharedSpecialists } from './shared-specialists.ts';

/** One stream's open specialists: loaded and opened when first asked for, closed when no plan needs them or at the end. */
export class SpecialistPool {
  readonly #shared: SharedSpecialists;
  readonly #stream: StreamInfo;
  readonly #sessions = new Map<string, SpecialistSession>();

  constructor(shared: SharedSpecialists, stream: StreamInfo) {
    this.#shared = shared;
    this.#stream = stream;
  }

  async session(id: string, signal: AbortSignal | undefined): Promise<SpecialistSession> {
    const open = this.#sessions.get(id);
    if (open !== undefined) return open;
    const specialist = await this.#shared.take(id, signal);
    const opened = this.#sessions.get(id);
    if (opened !== undefined) {
      this.#shared.leave(id);
      return opened;
    }
    return this.#open(id, specialist);
  }

  #open(id: string, specialist: Specialist): SpecialistSession {
    try {
      const session = specialist.open(this.#stream);
      this.#sessions.set(id, session);
      return session;
    } catch (thrown) {
      this.#shared.leave(id);
      throw thrown;
    }
  }

  /** Closes and frees those that are not among `needed`. */
  keep(needed: ReadonlySet<string>): void {
    for (const [id, session] of this.#sessions) {
      if (needed.has(id)) continue;
      this.#sessions.delete(id);
      session.close();
      this.#shared.free(id);
    }
  }

  close(): void {
    for (const [id, session] of this.#sessions) {
      session.close();
      this.#shared.leave(id);
    }
    this.#sessions.clear();
  }
}
