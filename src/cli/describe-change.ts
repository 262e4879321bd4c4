import type { AnswerChange, ChangedObject, QueryAnswer } from '../core/pipelines/answer.ts';

/** One line for people: `frame 20, 0.80 s: "the leftmost ball" +#2 (x 26), -#1 (x 30)`. */
export function describeChange({ query }: QueryAnswer, { frame, time, added, removed }: AnswerChange): string {
  const parts = [...listed('+', added), ...listed('-', removed)];
  return `frame ${frame}, ${time.toFixed(2)} s: "${query}" ${parts.join(', ')}`;
}

const most = 4;

function listed(sign: '+' | '-', objects: readonly ChangedObject[]): string[] {
  const shown = objects.slice(0, most).map(({ id, because }) => `${sign}#${id} (${because})`);
  return objects.length > most ? [...shown, `${sign}${objects.length - most} more`] : shown;
}
