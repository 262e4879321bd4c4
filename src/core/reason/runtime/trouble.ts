import type { ProgramCode } from '../program-codes.ts';
import { rightWord } from '../right-words.ts';
import { Fault } from './fault.ts';

/** An error of a program as data, so that it can leave the sandbox. */
export interface Trouble {
  readonly code: ProgramCode;
  readonly message: string;
  readonly hint: string;
  /** Of the program's text, from 1; 0 where not known. */
  readonly line: number;
  readonly column: number;
}

/** Turns anything that a program threw into data. `lineOffset` lines were put before its text. */
export function troubleOf(thrown: unknown, lineOffset = 0): Trouble {
  const place = placeOf(thrown, lineOffset);
  if (thrown instanceof Fault) return { code: thrown.code, message: thrown.message, hint: thrown.hint, ...place };
  const message = messageOf(thrown);
  if (/^InternalError: out of memory/.test(message))
    return { code: 'memory-limit', message, hint: 'keep less in state', ...place };
  // An interruption while an iterator is being closed can be caught; it is a limit all the same.
  if (/^InternalError: interrupted/.test(message))
    return { code: 'time-limit', message: 'the program took too long', hint: 'do less in a frame', ...place };
  const word = /'?([\w$]+)'? is not defined/.exec(message)?.[1];
  if (word !== undefined)
    return { code: 'unknown-word', message: `there is no word "${word}"`, hint: rightWord(word), ...place };
  return { code: 'program-failed', message, hint: '', ...place };
}

function messageOf(thrown: unknown): string {
  try {
    if (thrown instanceof Error) return `${String(thrown.name)}: ${String(thrown.message)}`.slice(0, 500);
    return `threw ${String(thrown).slice(0, 200)}`;
  } catch {
    return 'threw something that cannot be written out';
  }
}

function placeOf(thrown: unknown, lineOffset: number): { line: number; column: number } {
  const unknownPlace = { line: 0, column: 0 };
  try {
    const stack = thrown instanceof Error ? String(thrown.stack) : '';
    const found = /program\.js:(\d+)(?::(\d+))?/.exec(stack);
    if (found === null) return unknownPlace;
    return { line: Math.max(1, Number(found[1]) - lineOffset), column: Number(found[2] ?? 0) };
  } catch {
    return unknownPlace;
  }
}
