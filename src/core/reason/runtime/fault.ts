import type { ProgramCode } from '../program-codes.ts';

/** A fault of the program, thrown by the words of the vocabulary; where it happened is read from its stack. */
export class Fault extends Error {
  readonly code: ProgramCode;
  readonly hint: string;

  constructor(code: ProgramCode, message: string, hint = '') {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
