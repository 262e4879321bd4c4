import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { programDeclarations } from './program-declarations.ts';
import { RuntimeSession } from './runtime/session.ts';
import { vocabularyWords } from './vocabulary-words.ts';

const page = readFileSync(new URL('../../../docs/program-api.md', import.meta.url), 'utf8');

describe('the declarations', () => {
  it('are those of docs/program-api.md', () => {
    expect(page).toContain(`\`\`\`ts\n${programDeclarations}\n\`\`\``);
  });

  const { vocabulary } = new RuntimeSession({ hysteresisSeconds: 0, explain: 'each-frame' });
  it('the runtime has the words of the check', () => {
    expect(Object.keys(vocabulary).sort()).toEqual([...vocabularyWords].sort());
  });

  it.each([...vocabularyWords])('declare %s', (word) => {
    expect(programDeclarations).toMatch(new RegExp(`(declare (function|const)[^;]*|,\\s*)\\b${word}\\b`));
  });
});
