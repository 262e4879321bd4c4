import type { Point } from '../../base/geometry.ts';
import type { Path } from '../path.ts';
import type { FrameEvent } from '../program-frame.ts';
import { type EventRule, forgetIds } from './rule.ts';

/** Velocities are compared over this time. */
const span = 0.5;
/** Speeds are compared with the greatest one of so long before the span: a corner slows a fitted velocity down. */
const steady = 0.4;
/** Below this share of D per second the direction is noise. */
const leastSpeed = 0.02;
/** The path is searched for the change from so long before the older velocity: a fitted velocity is late. */
const lookBack = 0.2;
const growth = 1.5;

/**
 * turns: the direction changes by more than 45 degrees within 0.5 s of movement; speeds up: the speed grows by a factor
 * of 1.5 within 0.5 s, after movement of 0.4 s (a start is no speeding up). Both dated to the knee of the path; the
 * comparison starts anew 0.5 s after each event.
 */
export function speedChanges(): EventRule {
  const histories = new Map<number, History>();
  return {
    step({ now, time, diagonal, pathOf }) {
      const events: FrameEvent[] = [];
      for (const [id, { attr }] of now) {
        const { velocity, moving } = attr.temp;
        if (!moving || velocity === null) {
          rest(histories, id, time);
          continue;
        }
        const history = histories.get(id) ?? startHistory(time);
        histories.set(id, history);
        const sample = { time, velocity, speed: Math.hypot(velocity[0], velocity[1]) };
        note(history, sample);
        const turned = sample.speed < leastSpeed * diagonal ? null : turnedSince(history, sample);
        if (turned !== null) events.push({ t: dateOf(pathOf(id), turned, time), type: 'turns', who: id });
        const faster = fasterSince(history, sample);
        if (faster !== null) events.push({ t: dateOf(pathOf(id), faster, time), type: 'speeds up', who: id });
      }
      return events;
    },
    forget: (isKnown) => forgetIds(histories, isKnown),
  };
}

interface Sample {
  readonly time: number;
  readonly velocity: Point;
  readonly speed: number;
}

interface History {
  /** Of the last 0.9 s of movement. */
  samples: Sample[];
  /** When it began to move. */
  readonly since: number;
  last: number;
  /** Older samples are compared with no more. */
  turnFrom: number;
  speedFrom: number;
}

const startHistory = (time: number): History => ({
  samples: [],
  ...{ since: time, last: time },
  ...{ turnFrom: time, speedFrom: time },
});

/** A reversal passes through rest; what rests longer starts anew. */
function rest(histories: Map<number, History>, id: number, time: number): void {
  const history = histories.get(id);
  if (history !== undefined && time - history.last >= 0.2 - 1e-9) histories.delete(id);
}

function note(history: History, sample: Sample): void {
  const { samples } = history;
  while (samples.length > 0 && sample.time - samples[0]!.time > span + steady + 1e-9) samples.shift();
  samples.push(sample);
  history.last = sample.time;
}

/** Time of the newest velocity within 0.5 s whose direction is another one; null where there is none. */
function turnedSince(history: History, { time, velocity: [bx, by] }: Sample): number | null {
  const least = Math.max(history.turnFrom, time - span) - 1e-9;
  const old = history.samples.findLast(
    ({ time: t, velocity: [ax, ay] }) =>
      t >= least && ax * bx + ay * by < Math.SQRT1_2 * Math.hypot(ax, ay) * Math.hypot(bx, by),
  );
  if (old === undefined) return null;
  history.turnFrom = time + span;
  return old.time;
}

/** Time 0.5 s ago if every speed in the 0.4 s up to then was less by the factor; else null. */
function fasterSince(history: History, { time, speed }: Sample): number | null {
  if (time - Math.max(history.since, history.speedFrom) < span + steady - 1e-9) return null;
  const before = history.samples.filter((sample) => sample.time <= time - span + 1e-9);
  if (before.length === 0 || before.some((sample) => speed < growth * sample.speed)) return null;
  history.speedFrom = time;
  return time - span;
}

const dateOf = (path: Path | undefined, old: number, time: number): number => path?.kneeSince(old - lookBack) ?? time;
