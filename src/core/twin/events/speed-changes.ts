import type { Point } from '../../base/geometry.ts';
import type { FrameEvent } from '../program-frame.ts';
import { type EventRule, forgetIds } from './rule.ts';

const span = 0.5;

/**
 * turns: direction changes by more than 45 degrees between moving frames at most 0.5 s apart;
 * speeds up: speed grows by a factor of 1.5 within 0.5 s of movement. The comparison starts anew after each event.
 */
export function speedChanges(): EventRule {
  const histories = new Map<number, { turn: Sample[]; speed: Sample[] }>();
  return {
    step({ now, time }) {
      const events: FrameEvent[] = [];
      for (const [id, { attr }] of now) {
        const velocity = attr.temp.velocity;
        if (!attr.temp.moving || velocity === null) {
          histories.delete(id);
          continue;
        }
        const history = histories.get(id) ?? { turn: [], speed: [] };
        histories.set(id, history);
        if (happens(history.turn, { time, velocity }, isTurned)) events.push({ t: time, type: 'turns', who: id });
        if (happens(history.speed, { time, velocity }, isFaster)) events.push({ t: time, type: 'speeds up', who: id });
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

function happens(samples: Sample[], sample: Sample, isChange: (from: Point, to: Point) => boolean): boolean {
  while (samples.length > 0 && sample.time - samples[0]!.time > span + 1e-9) samples.shift();
  const changed = samples.some(({ velocity }) => isChange(velocity, sample.velocity));
  if (changed) samples.length = 0;
  samples.push(sample);
  return changed;
}

function isTurned([ax, ay]: Point, [bx, by]: Point): boolean {
  return ax * bx + ay * by < Math.SQRT1_2 * Math.hypot(ax, ay) * Math.hypot(bx, by);
}

const isFaster = ([ax, ay]: Point, [bx, by]: Point): boolean => Math.hypot(bx, by) >= 1.5 * Math.hypot(ax, ay);
