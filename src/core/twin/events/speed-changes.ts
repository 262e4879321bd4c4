import type { Point } from '../../base/geometry.ts';
import type { Path } from '../path.ts';
import type { FrameEvent } from '../program-frame.ts';
import { type EventContext, type EventRule, forgetIds } from './rule.ts';

/** Velocities are compared over this time. */
const span = 0.5;
/** Below this share of D per second the direction is noise. */
const leastSpeed = 0.02;
/** Velocities are means over so long, and a rest that is shorter is none. */
const steadySeconds = 0.2;
const growth = 1.5;
/** Speeds that old are what a gain is measured by. */
const longAgo = 0.9;

/**
 * turns: the mean velocity of 0.2 s points more than 45 degrees away from that of 0.2 s that ended at most 0.5 s before,
 * both 2 % of D per second or more. speeds up: the mean speed of 0.2 s is 1.5 times the greatest mean of 0.2 s that ended
 * 0.5 to 0.9 s before (a short dip is no gain). Both within one movement, dated to the knee of the path; then what is compared starts anew.
 */
export function speedChanges(): EventRule {
  const histories = new Map<number, History>();
  return {
    step(context) {
      const { now, time } = context;
      const events: FrameEvent[] = [];
      for (const [id, { attr }] of now) {
        if (endMovement(histories, id, attr.temp.moving, time)) continue;
        const history = histories.get(id) ?? { samples: [], since: time, turnsFrom: time, gainsFrom: time, last: time };
        histories.set(id, history);
        note(history, time, attr.temp.moving, context.trackOf(id)?.path);
        events.push(...turnOf(id, history, context), ...gainOf(id, history, context));
      }
      return events;
    },
    get size() {
      return [...histories.values()].reduce((sum, { samples }) => sum + 1 + samples.length, 0);
    },
    forget: (isKnown) => forgetIds(histories, isKnown),
  };
}

interface Sample {
  readonly time: number;
  /** Of the last 0.2 s of the path; null where they are not known. */
  readonly mean: Point | null;
  readonly speed: number | null;
}

interface History {
  /** Of the last 0.9 s of this movement. */
  readonly samples: Sample[];
  readonly since: number;
  /** Older samples are compared with no more. */
  turnsFrom: number;
  gainsFrom: number;
  last: number;
}

/** True for what is at rest. A reversal passes through rest; what rests longer starts anew. */
function endMovement(histories: Map<number, History>, id: number, moving: boolean, time: number): boolean {
  const history = histories.get(id);
  if (moving) return false;
  if (history === undefined) return true;
  if (time - history.last >= steadySeconds - 1e-9) histories.delete(id);
  return time - history.last >= steadySeconds - 1e-9;
}

function note(history: History, time: number, moving: boolean, path: Path | undefined): void {
  const { samples } = history;
  while (samples.length > 0 && time - samples[0]!.time > longAgo + 1e-9) samples.shift();
  const isKnown = time - history.since >= steadySeconds - 1e-9 && path !== undefined;
  const mean = isKnown ? path.meanVelocity(time, steadySeconds) : null;
  samples.push({ time, mean, speed: isKnown ? path.meanSpeed(time, steadySeconds) : null });
  if (moving) history.last = time;
}

function turnOf(id: number, history: History, { time, diagonal, trackOf }: EventContext): FrameEvent[] {
  const least = Math.max(history.turnsFrom + steadySeconds, time - span) - 1e-9;
  const now = history.samples.at(-1)!;
  const old = history.samples.findLast(
    (sample) => sample.time >= least && isAcross(sample.mean, now.mean, leastSpeed * diagonal),
  );
  if (old === undefined) return [];
  history.turnsFrom = time;
  return [{ t: trackOf(id)?.path.kneeSince(old.time - steadySeconds) ?? time, type: 'turns', who: id }];
}

function isAcross(a: Point | null, b: Point | null, least: number): boolean {
  if (a === null || b === null) return false;
  const [p, q] = [Math.hypot(a[0], a[1]), Math.hypot(b[0], b[1])];
  return Math.min(p, q) >= least && a[0] * b[0] + a[1] * b[1] < Math.SQRT1_2 * p * q;
}

function gainOf(id: number, history: History, { time, trackOf }: EventContext): FrameEvent[] {
  const now = history.samples.at(-1)!.speed;
  const least = Math.max(history.gainsFrom + steadySeconds, time - longAgo) - 1e-9;
  const before = history.samples.filter((sample) => sample.time >= least && time - sample.time >= span - 1e-9);
  const speeds = before.map(({ speed }) => speed).filter((speed) => speed !== null);
  if (now === null || speeds.length === 0 || now < growth * Math.max(...speeds)) return [];
  history.gainsFrom = time;
  return [{ t: trackOf(id)?.path.kneeSince(time - span - steadySeconds) ?? time, type: 'speeds up', who: id }];
}
