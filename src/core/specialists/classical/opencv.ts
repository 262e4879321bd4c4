import { MissingError } from '../../base/errors.ts';

/** The OpenCV.js module once its WebAssembly has started: `cv.Mat`, `cv.GaussianBlur` ... */
export type OpenCv = typeof import('./opencv-module.ts').opencvModule.cv;

/** A wrapper, because the module itself may be thenable and must not travel through a promise. */
export interface LoadedOpenCv {
  readonly cv: OpenCv;
}

let loading: Promise<LoadedOpenCv> | undefined;

/**
 * Loads OpenCV.js (10 MB of script, about a second the first time) once a process; later calls share the result.
 * Whatever is made of it (`Mat`, `MatVector`) lives in the WebAssembly heap and must be deleted by hand: see `MatScope`.
 * @throws MissingError when the package cannot be imported
 */
export function loadOpenCv(): Promise<LoadedOpenCv> {
  loading ??= start().catch((cause: unknown) => {
    loading = undefined;
    throw new MissingError('OpenCV.js could not be loaded', { cause, remedy: 'Run: npm install @techstark/opencv-js' });
  });
  return loading;
}

async function start(): Promise<LoadedOpenCv> {
  const restoreListeners = guardProcessListeners();
  try {
    const { opencvModule } = await import('./opencv-module.ts');
    const cv: OpenCv & RuntimeHooks = opencvModule.cv;
    await initialized(cv);
    // Its `then` never settles an `await`; without it the module is an ordinary value.
    delete cv.then;
    return { cv };
  } finally {
    restoreListeners();
  }
}

/** What Emscripten leaves on the module beside the API. */
interface RuntimeHooks {
  then?: unknown;
  onRuntimeInitialized?: () => void;
}

function initialized(cv: OpenCv & RuntimeHooks): Promise<void> {
  if (typeof cv.Mat === 'function') return Promise.resolve();
  return new Promise((resolve) => {
    cv.onRuntimeInitialized = () => resolve();
  });
}

type Listener = (...args: unknown[]) => void;
interface Emitter {
  listeners(event: string): Listener[];
  off(event: string, listener: Listener): void;
}

/**
 * Under Node, Emscripten adds global handlers that rethrow uncaught errors and abort on unhandled rejections.
 * That is the host's business: the returned function takes away what was added since.
 */
function guardProcessListeners(): () => void {
  const host = (globalThis as { process?: Partial<Emitter> }).process;
  if (typeof host?.listeners !== 'function' || typeof host.off !== 'function') return () => {};
  const emitter = host as Emitter;
  const events = ['uncaughtException', 'unhandledRejection'];
  const before = events.map((event) => new Set(emitter.listeners(event)));
  return () => {
    events.forEach((event, i) => {
      // Only Emscripten's own handlers: another package may have added its own meanwhile.
      for (const added of emitter.listeners(event)) {
        if (!before[i]!.has(added) && isEmscripten(added)) emitter.off(event, added);
      }
    });
  };
}

const isEmscripten = (listener: Listener): boolean => /ExitStatus|^function abort\(/.test(String(listener));
