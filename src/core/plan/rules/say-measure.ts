import type { Measured } from './phrase.ts';
import { sayHappening, sayMoment, saySpan } from './say-time.ts';
import type { Speech } from './speech.ts';

/** More and less of each measure in words. */
export const measureWords: Readonly<Record<string, readonly [up: string, down: string]>> = {
  x: ['further left', 'further right'],
  y: ['higher in the picture', 'lower in the picture'],
  area: ['smaller', 'bigger'],
  height: ['less tall', 'taller'],
  width: ['narrower', 'wider'],
  length: ['shorter', 'longer'],
  depth: ['nearer to the camera', 'farther from the camera'],
  speed: ['slower', 'faster'],
  brightness: ['darker', 'brighter'],
};

export function sayMeasure(measure: Measured, say: Speech): string {
  switch (measure.is) {
    case 'now':
      return measure.by;
    case 'then':
      return `its ${measure.by} ${sayMoment(measure.moment, say)}`;
    case 'change':
      return `change of ${measure.by}${measure.since === undefined ? '' : ` since then (${sayMoment(measure.since, say)})`}`;
    case 'duration':
      return `seconds ${say.condition(measure.of)}${saySpan(measure.span, say)}`;
    case 'times':
      return `number of times that it ${sayHappening(measure.event, say)}`;
    case 'travelled':
      return `length of its path${saySpan(measure.span, say)}`;
    default:
      return `distance to ${say.phrase(measure.to)}`;
  }
}
