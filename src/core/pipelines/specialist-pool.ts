import type { Specialist, SpecialistSession, StreamInfo } from '../specialists/contract.ts';

/** One stream's open specialists: loaded and opened when first asked for, closed together. */
export class SpecialistPool {
  readonly #find: (id: string) => Specialist;
  readonly #stream: StreamInfo;
  readonly #sessions = new Map<string, SpecialistSession>();

  constructor(find: (id: string) => Specialist, stream: StreamInfo) {
    this.#find = find;
    this.#stream = stream;
  }

  async session(id: string, signal: AbortSignal | undefined): Promise<SpecialistSession> {
    const open = this.#sessions.get(id);
    if (open !== undefined) return open;
    const specialist = this.#find(id);
    await specialist.load(signal);
    const session = this.#sessions.get(id) ?? specialist.open(this.#stream);
    this.#sessions.set(id, session);
    return session;
  }

  close(): void {
    for (const session of this.#sessions.values()) session.close();
    this.#sessions.clear();
  }
}
