import { describe, expect, it } from 'vitest';
import { framesUntil, idsAt } from './answer-row.ts';
import { programsByHand } from './programs-by-hand.ts';
import { sheets } from './sheets.ts';

/** Hard rows with a program written by hand: the expected ids can be reached, so the twins tell what their stories say. */
describe('programs by hand reach the expected ids', () => {
  it.each(programsByHand)('$twin: $question', async ({ twin, question, at, body }) => {
    const sheet = sheets.find((each) => each.twin === twin)!;
    const [, , , ids] = sheet.rows.find((row) => row[2] === question && row[4]?.at === at)!;
    const program = `function select(twin, state) {\n${body.replaceAll('; ', ';\n')}\n}`;
    expect(await idsAt(program, framesUntil(sheet.frames, at))).toEqual([...ids].sort((a, b) => a - b));
  });
});
