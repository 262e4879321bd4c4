/** Stable codes of every error that twinseg throws on purpose; `docs/errors.md` explains each. */
export const errorCodes = {
  'bad-input': 'The caller gave something that cannot be used: a file, a value, a query.',
  'bad-mask': 'A mask or its run-length code is malformed, or two masks have different sizes.',
  'bad-plan': 'A plan does not pass its checks.',
  'bad-program': 'A program does not parse, uses an unknown word or returns something else than objects.',
  'program-limit': 'A program went over its time or memory limit.',
  'media-unreadable': 'A picture, video or stream cannot be opened or decoded.',
  'media-limit': 'A picture, video or stream is larger than the configured limit.',
  missing: 'Something needed is not there: a model, a key, a service.',
  closed: 'A value was used after it had been closed.',
  timeout: 'A step took longer than it was allowed to.',
  internal: 'Our own fault.',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** What an error carries besides its message. */
export interface TwinsegErrorOptions {
  cause?: unknown;
  /** What the user can do about it, one sentence. */
  remedy?: string;
  /** Machine-readable facts: file, value, frame, limit ... */
  details?: Readonly<Record<string, unknown>>;
}

/** Base of all errors thrown on purpose. `message` says what is wrong, `remedy` what to do, `code` never changes. */
export class TwinsegError extends Error {
  override readonly name: string = 'TwinsegError';
  readonly code: ErrorCode;
  readonly remedy: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: TwinsegErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.remedy = options.remedy;
    this.details = options.details ?? {};
  }
}

/** The caller gave something unusable (exit code 2 on the command line). */
export class InputError extends TwinsegError {
  override readonly name: string = 'InputError';
  constructor(message: string, options: TwinsegErrorOptions & { code?: ErrorCode } = {}) {
    super(options.code ?? 'bad-input', message, options);
  }
}

/** A mask value or its code is malformed. */
export class MaskError extends InputError {
  override readonly name = 'MaskError';
  constructor(message: string, options: TwinsegErrorOptions = {}) {
    super(message, { ...options, code: 'bad-mask' });
  }
}

/** A picture, video or stream cannot be read. `details.frame` is the number of frames read before, where known. */
export class MediaError extends InputError {
  override readonly name = 'MediaError';
  constructor(message: string, options: TwinsegErrorOptions & { code?: 'media-unreadable' | 'media-limit' } = {}) {
    super(message, { ...options, code: options.code ?? 'media-unreadable' });
  }
}

/** Something needed is not installed or configured (exit code 3); `remedy` is the command that would provide it. */
export class MissingError extends TwinsegError {
  override readonly name = 'MissingError';
  constructor(message: string, options: TwinsegErrorOptions = {}) {
    super('missing', message, options);
  }
}

/** Turns anything thrown into an Error, so that a thrown string or null cannot break a handler. */
export function toError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  try {
    return new TwinsegError('internal', `thrown: ${String(thrown)}`, { cause: thrown });
  } catch {
    return new TwinsegError('internal', 'something that is no error was thrown');
  }
}
