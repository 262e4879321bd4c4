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

/**
 * turns: the mean velocity of 0.2 s points more than 45 degrees away from that of 0.2 s that ended at most 0.5 s before,
 * both 2 % of D per second or more. speeds up: the mean speed of 0.2 s is 1.5 times that of 0.2 s that ended at most 0.5 s
 * before. Both within one movement, dated to the knee of the path; then what is compared starts anew.
 */
export function speedChanges(): EventRule {
  const histories = new Map<number, History>();
  return {
    step(context) {
      const { now, time } = context;
      const events: FrameEvent[] = [];
      for (const [id, { attr }] of now) {
        const { velocity, moving } = attr.temp;
        if (!moving || velocity === null) {
          rest(histories, id, time);
          continue;
        }
        const history = histories.get(id) ?? { samples: [], turnsFrom: time, gainsFrom: time, last: time };
        histories.set(id, history);
        note(history, time, velocity, context.trackOf(id)?.path);
        events.push(...turnOf(id, history, context), ...gainOf(id, history, context));
      }
      return events;
    },
    forget: (isKnown) => forgetIds(histories, isKnown),
  };
}

interface Sample {
  readonly time: number;
  readonly speed: number;
  /** Mean of the last 0.2 s of the path; null where it is not known. */
  readonly mean: Point | null;
}

interface History {
  /** Of the last 0.7 s of this movement. */
  readonly samples: Sample[];
  /** Older samples are compared with no more. */
  turnsFrom: number;
  gainsFrom: number;
  last: number;
}

/** A reversal passes through rest; what rests longer starts anew. */
function rest(histories: Map<number, History>, id: number, time: number): void {
  const history = histories.get(id);
  if (history !== undefined && time - history.last >= steadySeconds - 1e-9) histories.delete(id);
}

function note(history: History, time: number, velocity: Point, path: Path | undefined): void {
  const { samples } = history;
  while (samples.length > 0 && time - samples[0]!.time > span + steadySeconds + 1e-9) samples.shift();
  const mean = path?.meanVelocity(time, steadySeconds) ?? null;
  samples.push({ time, speed: Math.hypot(velocity[0], velocity[1]), mean });
  history.last = time;
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
  const now = meanSpeed(history, time);
  const old = history.samples.findLast((sample) => {
    const before = now === null || time - sample.time > span + 1e-9 ? null : meanSpeed(history, sample.time);
    return before !== null && now! >= growth * before;
  });
  if (old === undefined) return [];
  history.gainsFrom = time;
  return [{ t: trackOf(id)?.path.kneeSince(old.time - steadySeconds) ?? time, type: 'speeds up', who: id }];
}

/** Over 0.2 s up to a time; null where the movement, or the comparison, is not that old. */
function meanSpeed({ samples, gainsFrom }: History, time: number): number | null {
  const from = time - steadySeconds - 1e-9;
  if (Math.max(samples[0]!.time, gainsFrom) > from + 2e-9) return null;
  const meant = samples.filter((sample) => sample.time > from && sample.time <= time + 1e-9);
  return meant.reduce((sum, sample) => sum + sample.speed, 0) / meant.length;
}
