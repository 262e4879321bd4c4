import { momentText, spanText, timesText } from './happening-text.ts';
import type { Measured } from './phrase.ts';
import type { Wording } from './wording.ts';

/** A measure as the program writes it: `area`, `at(start, area)`, `duration(holds(ball))`. */
export function measureText(measure: Measured, wording: Wording): string {
  switch (measure.is) {
    case 'now':
      return measure.by;
    case 'then':
      return `at(${momentText(measure.moment, wording)}, ${measure.by})`;
    case 'change':
      return `change(${measure.by}${measure.since === undefined ? '' : `, ${momentText(measure.since, wording)}`})`;
    case 'duration':
      return `duration(${wording.condition(measure.of) ?? 'present'}${spanText(measure.span, wording)})`;
    case 'times':
      return timesText(measure.event, wording);
    case 'travelled':
      return `travelled(${spanText(measure.span, wording).slice(2)})`;
    default:
      return `distance(${wording.things({ phrase: measure.to, every: false })})`;
  }
}
