import type { Moment } from './phrase.ts';
import type { Reader } from './reader.ts';
import { readTimeClause } from './time-clause.ts';
import { readTimePhrase } from './time-phrases.ts';
import { noTime } from './when.ts';

/** The moment of "than before", "than at the start", "than it was when the ball stopped", "than two seconds ago". */
export function readMoment(reader: Reader): Moment | null {
  return reader.attempt(() => {
    const subject =
      reader.take(
        'it was|they were|it used to be|they used to be|it has been|it had been|it did|when it|he was|she was',
      ) ?? '';
    if (
      reader.take(
        'when it came in|when it first came in|when it appeared|when it was first seen|when it first appeared|when they came in|when it entered|came in|entered|first appeared|appeared',
      ) !== null
    )
      return { is: 'first-seen' };
    const moment = said(reader);
    if (moment !== null) return moment;
    return subject === 'it used to be' || subject === 'they used to be' || /^(it|they) (has|had) been$/.test(subject)
      ? { is: 'first-seen' }
      : null;
  });
}

function said(reader: Reader): Moment | null {
  if (
    reader.take(
      'ever before|before|earlier|previously|in the past|originally|initially|at first|at the first sight',
    ) !== null &&
    !reader.at('the|it|a')
  )
    return { is: 'first-seen' };
  const when = noTime();
  if (reader.attempt(() => readTimePhrase(reader, when)) === true) return when.at ?? null;
  if (reader.attempt(() => readTimeClause(reader, when)) !== true) return null;
  return when.whenMoment?.moment ?? when.span.before ?? when.span.after ?? null;
}
