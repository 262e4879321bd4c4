export { type CheckedProgram, checkProgram, maxProgramChars, readProgram } from './check-program.ts';
export * from './contract.ts';
export { type ProgramCode, programCodes } from './program-codes.ts';
export { ProgramError, type ProgramErrorOptions } from './program-error.ts';
export { runtimeSource } from './runtime/bundle.generated.ts';
export { type InProcessOptions, inProcessSession } from './runtime/in-process.ts';
export { programFile } from './runtime/program-file.ts';
export type { Trouble } from './runtime/trouble.ts';
export { vocabularyWords } from './vocabulary-words.ts';
