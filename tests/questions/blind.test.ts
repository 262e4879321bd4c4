import { expect, it } from 'vitest';
import { blindSheets } from './blind.ts';
import { scoreSheets } from './score-sheets.ts';

/** Share of rows that must be right: 87 of 100 were when they were first asked, before anything was mended for them. */
const floor = 0.87;

it('answers questions that nobody tuned it on', { timeout: 600_000 }, async () => {
  const { share, text } = await scoreSheets(blindSheets);
  console.log(text);
  expect(share).toBeGreaterThanOrEqual(floor);
});
