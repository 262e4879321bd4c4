import type { Point } from '../../base/geometry.ts';
import type { Path } from '../path.ts';
import type { FrameEvent } from '../program-frame.ts';
import { type EventRule, forgetIds } from './rule.ts';

/** Velocities are compared over this time, and a start is over after it. */
const span = 0.5;
/** Below this share of D per second the direction is noise. */
const leastSpeed = 0.02;
/** The path is searched for the change from so long before the older velocity: a fitted velocity is late. */
const lookBack = 0.2;

/**
 * turns: the direction changes by more than 45 degrees within 0.5 s of movement; speeds up: the speed grows by a factor
 * of 1.5 within 0.5 s, moving for 0.5 s already (a start is no speeding up). Both dated to the knee of the path; the
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
        const history = histories.get(id) ?? { since: time, last: time, turn: fresh(), speed: fresh() };
        histories.set(id, history);
        history.last = time;
        if (Math.hypot(velocity[0], velocity[1]) < leastSpeed * diagonal) continue;
        const sample = { time, velocity };
        const turned = changeSince(history.turn, sample, isTurned);
        if (turned !== null) events.push({ t: dateOf(pathOf(id), turned, time), type: 'turns', who: id });
        if (time - history.since < span - 1e-9) continue;
        const faster = changeSince(history.speed, sample, isFaster);
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
}

interface Comparison {
  samples: Sample[];
  /** No comparison before this time. */
  from: number;
}

interface History {
  /** When it began to move. */
  readonly since: number;
  last: number;
  readonly turn: Comparison;
  readonly speed: Comparison;
}

const fresh = (): Comparison => ({ samples: [], from: Number.NEGATIVE_INFINITY });

/** A reversal passes through rest; what rests longer starts anew. */
function rest(histories: Map<number, History>, id: number, time: number): void {
  const history = histories.get(id);
  if (history !== undefined && time - history.last >= 0.2 - 1e-9) histories.delete(id);
}

/** Time of the older velocity from which this one differs so; null where there is none. */
function changeSince(
  comparison: Comparison,
  sample: Sample,
  isChange: (from: Point, to: Point) => boolean,
): number | null {
  const { samples } = comparison;
  if (sample.time < comparison.from - 1e-9) return null;
  while (samples.length > 0 && sample.time - samples[0]!.time > span + 1e-9) samples.shift();
  const old = samples.findLast(({ velocity }) => isChange(velocity, sample.velocity));
  samples.push(sample);
  if (old === undefined) return null;
  comparison.samples = [];
  comparison.from = sample.time + span;
  return old.time;
}

const dateOf = (path: Path | undefined, old: number, time: number): number => path?.kneeSince(old - lookBack) ?? time;

function isTurned([ax, ay]: Point, [bx, by]: Point): boolean {
  return ax * bx + ay * by < Math.SQRT1_2 * Math.hypot(ax, ay) * Math.hypot(bx, by);
}

const isFaster = ([ax, ay]: Point, [bx, by]: Point): boolean => Math.hypot(bx, by) >= 1.5 * Math.hypot(ax, ay);
