import type { TwinFrame } from '../../src/core/twin/program-frame.ts';

/** `beyond`: what the language cannot express or nobody can see; the planner must say so. */
export type Kind = 'semantic' | 'spatial' | 'temporal' | 'beyond';
export type Level = 1 | 2 | 3;

/** More about a row: when it is asked (default: at the end), whether things have names (default: as the twin says). */
export interface RowNotes {
  readonly at?: number;
  readonly names?: boolean;
  readonly note?: string;
  /** Words that the planner must say it does not check; the answer then is empty or rests on the rest. */
  readonly unchecked?: readonly string[];
}

/** A question with the exact ids of its answer, in any order. */
export type Row = readonly [kind: Kind, level: Level, question: string, ids: readonly number[], notes?: RowNotes];

/** A twin with its questions. */
export interface Sheet {
  readonly twin: string;
  readonly names: boolean;
  readonly frames: readonly TwinFrame[];
  readonly rows: readonly Row[];
}
