/** The FFmpeg bindings as a value: `typeof import('node-av')`. */
export type Libav = typeof import('node-av');

let loading: Promise<Libav> | undefined;

/** Loads FFmpeg on first use (its import costs 50 to 200 ms) and keeps its log off stderr; errors are ours to word. */
export function loadLibav(): Promise<Libav> {
  loading ??= importLibav();
  return loading;
}

async function importLibav(): Promise<Libav> {
  definePromiseWithResolvers();
  const av = await import('node-av');
  av.Log.setLevel(av.AV_LOG_QUIET);
  return av;
}

/** node-av calls `Promise.withResolvers`, which Node 20 lacks. */
function definePromiseWithResolvers(): void {
  const target = Promise as { withResolvers?: unknown };
  target.withResolvers ??= function withResolvers<T>(this: PromiseConstructor) {
    let resolve!: (value: T | PromiseLike<T>) => void;
    let reject!: (reason?: unknown) => void;
    const promise = new this<T>((yes, no) => {
      resolve = yes;
      reject = no;
    });
    return { promise, resolve, reject };
  };
}

/** Throws an Error with FFmpeg's own words where `code` is negative; gives `code` back otherwise. */
export function requireLibav(av: Libav, code: number, doing: string): number {
  if (code < 0) throw new Error(`${doing}: ${av.FFmpegError.strerror(code)}`);
  return code;
}
