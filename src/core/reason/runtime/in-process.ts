import type { TwinFrame } from '../../twin/program-frame.ts';
import { readProgram } from '../check-program.ts';
import type { ProgramAnswer, ProgramSession } from '../contract.ts';
import { ProgramError } from '../program-error.ts';
import { AnswerReader } from './packed-answer.ts';
import { packFrame } from './packed-frame.ts';
import { programFile } from './program-file.ts';
import { type ProgramFunctions, RuntimeSession } from './session.ts';
import { troubleOf } from './trouble.ts';

/** Settings of a program that runs without a sandbox. */
export interface InProcessOptions {
  /** @default 0.2 */
  hysteresisSeconds?: number;
  /** @default 'each-frame' */
  explain?: 'each-frame' | 'on-change';
}

/** Lines before the text: two by `new Function`, one of ours. */
const headLines = 3;

/**
 * Runs a program in this very process, with no isolation and no limits: for tests, and for programs that the caller
 * wrote. Answers are those of the sandbox. @throws ProgramError
 */
export function inProcessSession(
  program: string,
  { hysteresisSeconds = 0.2, explain = 'each-frame' }: InProcessOptions = {},
): ProgramSession {
  const { source } = readProgram(program);
  const session = new RuntimeSession({ hysteresisSeconds, explain });
  const reader = new AnswerReader();
  guard(() => evaluate(source, session));
  return {
    step: async (frame: TwinFrame): Promise<ProgramAnswer> => guard(() => reader.read(session.step(packFrame(frame)))),
    close: () => {},
  };
}

function evaluate(source: string, session: RuntimeSession): void {
  const host = {
    ...session.vocabulary,
    __name: (name: string, value: unknown) => session.name(name, value),
    __program: (functions: ProgramFunctions) => session.start(functions),
  };
  const run = new Function(...Object.keys(host), `(() => {\n${source}\n})();\n//# sourceURL=${programFile}`);
  run(...Object.values(host));
}

function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    const { code, message, hint, line, column } = troubleOf(thrown, headLines);
    throw new ProgramError(code, message, { hint, line, column });
  }
}
