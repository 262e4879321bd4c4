import type { TwinFrame } from '../twin/program-frame.ts';

/** Runs programs away from the host: one session a program and stream. */
export interface ProgramSandbox {
  open(program: string, options?: ProgramOptions): Promise<ProgramSession>;
  close(): Promise<void>;
}

/** Limits and behaviour of one program. */
export interface ProgramOptions {
  /** @default 50 */
  timeLimitMs?: number;
  /** Hard limit of the sandbox's memory. @default 32 */
  memoryLimitMb?: number;
  /** Seconds of agreement before an id is added to or dropped from the answer; 0 switches it off. @default 0.2 */
  hysteresisSeconds?: number;
  /**
   * When explanations are made anew: `each-frame`, or `on-change` when other ids are chosen (and each second); between,
   * the last one is repeated. Making one takes about a third of a step. @default 'each-frame'
   */
  explain?: 'each-frame' | 'on-change';
  signal?: AbortSignal;
}

/** A program at work on one stream. */
export interface ProgramSession {
  /** Frames must come in order; each is seen once. @throws ProgramError */
  step(frame: TwinFrame): Promise<ProgramAnswer>;
  /** Bytes that the program and its memories hold in the sandbox; absent where there is none. */
  memoryBytes?(): Promise<number>;
  close(): void;
}

/** What a program chose in one frame, and why. */
export interface ProgramAnswer {
  /** Ids in the order the program gave them. */
  readonly ids: readonly number[];
  /** Aligned with `ids`, 0..1. */
  readonly scores: readonly number[];
  /** Only for a program that returned groups: members of each group. */
  readonly groups?: readonly (readonly number[])[];
  readonly explanation: readonly ExplanationRecord[];
  readonly warnings: readonly ProgramWarning[];
}

/** What one operator of the program did in this frame; made by the runtime, not by the program. */
export interface ExplanationRecord {
  /** `where`, `the`, `max`, `sortBy`, `nth` ... */
  readonly op: string;
  /** Its text: `on(desk), more(height, mug)`. */
  readonly text: string;
  readonly kept: readonly { readonly id: number; readonly because: string; readonly p: number }[];
  readonly dropped: readonly {
    readonly id: number;
    readonly because: string;
    /** false, or null for unknown. */
    readonly truth: false | null;
    readonly p: number;
  }[];
}

/** Something about an answer that a user should know. */
export interface ProgramWarning {
  readonly code: 'ambiguous' | 'missing-attribute' | 'nothing-to-compare' | 'late-memory' | 'has-left';
  readonly message: string;
}
