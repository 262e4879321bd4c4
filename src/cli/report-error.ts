import { isAbort } from '../core/base/abort.ts';
import { InputError, MissingError, TwinsegError, toError } from '../core/base/errors.ts';

/** 2 bad usage or input, 3 something needed is missing, 130 stopped by the user, 1 our own fault. */
export function exitCodeOf(thrown: unknown): number {
  if (isAbort(thrown)) return 130;
  if (thrown instanceof MissingError) return 3;
  if (thrown instanceof InputError) return 2;
  return 1;
}

/** Says on stderr what is wrong and what to do about it; the stack only for faults of our own or with TWINSEG_DEBUG. */
export function reportError(thrown: unknown): void {
  const error = toError(thrown);
  console.error(`twinseg: ${error.message}`);
  if (error instanceof TwinsegError && error.remedy !== undefined) console.error(`  ${error.remedy}`);
  const ours = exitCodeOf(error) === 1;
  if (ours || process.env.TWINSEG_DEBUG !== undefined) console.error(error.stack);
  if (ours) console.error('This is a fault of twinseg itself. Please report it with the command that you ran.');
}
