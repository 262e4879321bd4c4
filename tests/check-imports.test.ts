import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const dirs: string[] = [];
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

/** Writes a small tree and lets a check of scripts/ look at it. */
function check(script: 'check-imports' | 'check-docs', files: Record<string, string>, table?: unknown): string[] {
  const dir = mkdtempSync(join(tmpdir(), 'check-'));
  dirs.push(dir);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  const call = script === 'check-imports' ? 'checkImports(dir, table)' : 'checkDocs(dir)';
  const name = call.slice(0, call.indexOf('('));
  const code = `import { ${name} } from ${JSON.stringify(new URL(`../scripts/${script}.mjs`, import.meta.url).href)};
    const [dir, table] = JSON.parse(process.env.CHECK_INPUT);
    console.log(JSON.stringify(${call}));`;
  const env = { ...process.env, CHECK_INPUT: JSON.stringify([dir, table]) };
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], { env, encoding: 'utf8' }));
}

describe('scripts/check-imports.mjs', () => {
  const table = {
    testOnly: ['vitest'],
    layers: {
      'src/core/base': { folders: [], packages: [] },
      'src/core/masks': { folders: ['src/core/base'], packages: ['zod'] },
    },
  };

  it('finds nothing to say of this tree', () =>
    expect(execFileSync(process.execPath, ['scripts/check-imports.mjs'], { cwd: root, encoding: 'utf8' })).toContain(
      'no cycles',
    ));

  it.each([
    [
      'upwards',
      { 'src/core/base/a.ts': `import { b } from '../masks/b.ts';`, 'src/core/masks/b.ts': '' },
      /base must not import src\/core\/masks\/b\.ts/,
    ],
    ['a package', { 'src/core/base/a.ts': `import { z } from 'zod';` }, /base must not import the package zod/],
    ['Node', { 'src/core/masks/a.ts': `import { readFile } from 'node:fs/promises';` }, /the package node:fs/],
    [
      'in a ring',
      { 'src/core/base/a.ts': `import { b } from './b.ts';`, 'src/core/base/b.ts': `export { a } from './a.ts';` },
      /cycle: .*a\.ts -> .*b\.ts -> .*a\.ts/,
    ],
    ['what is not there', { 'src/core/base/a.ts': `import './gone.ts';` }, /gone\.ts, which does not exist/],
    ['from no layer', { 'src/elsewhere/a.ts': '' }, /no layer/],
  ])('reports a file that imports %s', (_title, files, message) =>
    expect(check('check-imports', files as Record<string, string>, table).join('\n')).toMatch(message),
  );

  it('lets what the table allows, types in a ring, and test packages in tests', () =>
    expect(
      check(
        'check-imports',
        {
          'src/core/base/a.ts': `import type { B } from './b.ts';`,
          'src/core/base/b.ts': `import type { A } from './a.ts';`,
          'src/core/masks/c.ts': `import { z } from 'zod';\nimport '../base/a.ts';`,
          'src/core/masks/c.test.ts': `import { it } from 'vitest';`,
        },
        table,
      ),
    ).toEqual([]));
});

describe('scripts/check-docs.mjs', () => {
  const fine = {
    'src/core/base/index.ts': `export * from './a.ts';\nexport { b as c, type D } from './b.ts';`,
    'src/core/base/a.ts': `/** A. */\nexport const words = ['a'] as const;\nexport type Word = (typeof words)[number];`,
    'src/core/base/b.ts': `/** B. */\nexport async function b() {}\n/** D. */\nexport interface D {}\nexport const inner = 1;`,
    'src/core/base/errors.ts': `export const errorCodes = {\n  'bad-input': 'x',\n} as const;`,
    'docs/base.md': '# base\n\nSee [errors](errors.md#bad-input).',
    'docs/errors.md': '## `bad-input`\n',
    'README.md': '[base](docs/base.md) [elsewhere](https://example.org) `[not](a-link.md)`',
  };

  it('finds nothing to say of a good tree', () => expect(check('check-docs', fine)).toEqual([]));

  it.each([
    [
      'a public name without a comment',
      { 'src/core/base/b.ts': 'export function b() {}\n/** D. */\nexport interface D {}' },
      'src/core/base/b.ts: b has no doc comment',
    ],
    ['an error code that is not listed', { 'docs/errors.md': '' }, 'docs/errors.md: the code bad-input is not listed'],
    [
      'an error code that does not exist',
      { 'docs/errors.md': '## `bad-input`\n## `old`\n' },
      'docs/errors.md: there is no code old',
    ],
    ['a dead link', { 'README.md': '[gone](docs/gone.md)' }, 'README.md: the link docs/gone.md is dead'],
    ['a dead heading', { 'README.md': '[gone](docs/base.md#gone)' }, 'README.md: the link docs/base.md#gone is dead'],
    [
      'a folder without a page',
      { 'src/core/twin/x.ts': '' },
      'docs/twin.md does not exist: every folder of src/core has a page',
    ],
  ])('reports %s', (_title, more, fault) =>
    expect(check('check-docs', { ...fine, ...(more as Record<string, string>) })).toContain(fault),
  );
});
