import { clearLine, cursorTo } from 'node:readline';
import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a run is: a bar with the time left on a terminal, a line now and then elsewhere; always on stderr. */
export interface Progress {
  tick(frame: number): void;
  /** Writes a line above the bar. */
  say(line: string): void;
  stop(): void;
}

/** @param frames number of frames, null where unknown (live sources) */
export function showProgress(frames: number | null, quiet: boolean): Progress {
  if (quiet) return { tick: () => {}, say: () => {}, stop: () => {} };
  return process.stderr.isTTY && frames !== null ? barProgress(frames) : lineProgress(frames);
}

function barProgress(frames: number): Progress {
  const started = performance.now();
  const bar = new SingleBar(
    {
      format: ' {bar} {percentage}% | frame {value}/{total} | {fps} frames/s | {eta_formatted} left',
      stream: process.stderr,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  bar.start(frames, 0, { fps: '-' });
  return {
    tick: (frame) => bar.update(frame, { fps: ((frame * 1000) / (performance.now() - started)).toFixed(1) }),
    say: (line) => {
      clearLine(process.stderr, 0);
      cursorTo(process.stderr, 0);
      console.error(line);
      bar.render();
    },
    stop: () => bar.stop(),
  };
}

const lineEveryMs = 5000;
/** The first frames are slow: what they take says nothing of the rest. */
const leastForGuess = 10;

function lineProgress(frames: number | null): Progress {
  const started = performance.now();
  let last = started;
  return {
    tick: (frame) => {
      const now = performance.now();
      if (now - last < lineEveryMs) return;
      last = now;
      const fps = (frame * 1000) / (now - started);
      const left = frames === null || frame < leastForGuess ? '' : `, ${Math.ceil((frames - frame) / fps)} s left`;
      console.error(`frame ${frame}${frames === null ? '' : `/${frames}`}, ${fps.toFixed(1)} frames/s${left}`);
    },
    say: (line) => console.error(line),
    stop: () => {},
  };
}
