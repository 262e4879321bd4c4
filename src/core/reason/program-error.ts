import { TwinsegError } from '../base/errors.ts';
import type { ProgramCode } from './program-codes.ts';

/** What a program error carries besides its message. */
export interface ProgramErrorOptions {
  /** What to write instead. */
  readonly hint?: string | undefined;
  /** Place in the program's text, from 1; 0 where not known. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly cause?: unknown;
}

/** A program cannot be read, is wrong, failed, or went over a limit; `programCode` says which. */
export class ProgramError extends TwinsegError {
  override readonly name = 'ProgramError';
  readonly programCode: ProgramCode;
  readonly hint: string;
  readonly line: number;
  readonly column: number;

  constructor(programCode: ProgramCode, message: string, options: ProgramErrorOptions = {}) {
    const { hint = '', line = 0, column = 0 } = options;
    const limit = programCode === 'time-limit' || programCode === 'memory-limit';
    super(limit ? 'program-limit' : 'bad-program', line > 0 ? `${message} (line ${line}, column ${column})` : message, {
      cause: options.cause,
      remedy: hint === '' ? undefined : hint,
      details: { programCode, line, column },
    });
    this.programCode = programCode;
    this.hint = hint;
    this.line = line;
    this.column = column;
  }
}
