import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errorCodes } from '../src/core/base/index.ts';

const page = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((section) => ({ code: /^`(.+)`/.exec(section)?.[1], text: section.replace(/\s+/g, ' ') }));

it('docs/errors.md lists exactly the codes that exist, in their order', () =>
  expect(sections.map(({ code }) => code)).toEqual(Object.keys(errorCodes)));

it.each(Object.entries(errorCodes))('docs/errors.md explains %s in the words of the code', (code, meaning) => {
  const { text } = sections.find((section) => section.code === code)!;
  expect(text).toContain(meaning.replace(/\.$/, ''));
  expect(text).toContain('xit status');
});
