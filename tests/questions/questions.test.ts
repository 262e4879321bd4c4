import { describe, expect, it } from 'vitest';
import { framesUntil } from './answer-row.ts';
import { scoreSheets } from './score-sheets.ts';
import { sheets } from './sheets.ts';

/** Share of rows that must be right. */
const floor = 1;

describe('questions on hand-drawn twins', () => {
  it('asks each question once per time and twin', () => {
    const keys = sheets.flatMap(({ twin, rows }) =>
      rows.map(([, , question, , notes]) => `${twin} ${question} ${notes?.at}`),
    );
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
  it('expects only what is in the picture when it is asked', () => {
    const absent = sheets.flatMap(({ twin, frames, rows }) =>
      rows
        .filter(([, , , ids, notes]) => {
          const there = new Set(
            framesUntil(frames, notes?.at)
              .at(-1)!
              .o.map(({ id }) => id),
          );
          return ids.some((id) => !there.has(id));
        })
        .map(([, , question]) => `${twin} ${question}`),
    );
    expect(absent).toEqual([]);
  });
  it('answers as many as ever', { timeout: 600_000 }, async () => {
    const { share, text } = await scoreSheets(sheets);
    console.log(text);
    expect(share).toBeGreaterThanOrEqual(floor);
  });
});
