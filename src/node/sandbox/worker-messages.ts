import type { PackedFrame } from '../../core/reason/runtime/packed-frame.ts';

/** What a worker is started with. */
export interface WorkerStart {
  /** Compiled once a process and shared. */
  readonly wasm: WebAssembly.Module;
  /** The program, checked and prepared. */
  readonly source: string;
  readonly hysteresisSeconds: number;
  readonly explain: 'each-frame' | 'on-change';
  readonly timeLimitMs: number;
  readonly memoryLimitMb: number;
}

/**
 * One frame, or the question how many bytes are in use; each is answered by one `WorkerReply`, in order. The
 * first reply is that of the opening.
 */
export type WorkerRequest = { readonly frame: PackedFrame } | { readonly memory: true };

/** The first message of a worker: its thread as the system counts them. */
export interface WorkerHello {
  readonly thread: number | null;
}

/** The JSON that `__step` gave (empty for the opening), or the limit that was met; the session is over then. */
export type WorkerReply =
  | { readonly json: string }
  | { readonly limit: 'time-limit' | 'memory-limit'; readonly message: string };
