// Proves that public names have doc comments, that docs/errors.md lists the codes that exist, that no link in a page is
// dead and that every core folder has a page.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Faults as lines; empty when the docs are as they should be. */
export function checkDocs(rootDir) {
  return [...undocumentedNames(rootDir), ...errorCodeFaults(rootDir), ...deadLinks(rootDir), ...missingPages(rootDir)];
}

/** Public names without a doc comment: what `src/core/FOLDER/index.ts` and `src/node/index.ts` export, by any way. */
function undocumentedNames(rootDir) {
  const entries = [...coreFolders(rootDir).map((folder) => `src/core/${folder}/index.ts`), 'src/node/index.ts'];
  const known = new Map();
  const found = new Set();
  for (const entry of entries.filter((file) => existsSync(join(rootDir, file))))
    for (const { file, name } of exportsOf(rootDir, entry, known).values())
      if (!declarationsOf(rootDir, file, known).get(name)?.documented) found.add(`${file}: ${name} has no doc comment`);
  return [...found].sort();
}

/** Exported name -> where it is declared, for one module; re-exports are followed. */
function exportsOf(rootDir, file, known, open = new Set()) {
  const names = new Map();
  if (open.has(file) || !existsSync(join(rootDir, file)) || file.includes('.generated.')) return names;
  const inside = new Set([...open, file]);
  const text = readFileSync(join(rootDir, file), 'utf8');
  for (const name of declarationsOf(rootDir, file, known).keys()) names.set(name, { file, name });
  for (const { list, from } of reExports(text)) {
    const target = relative(rootDir, resolve(rootDir, dirname(file), from)).replaceAll('\\', '/');
    const there = exportsOf(rootDir, target, known, inside);
    for (const [name, as] of list ?? [...there.keys()].map((key) => [key, key]))
      if (there.has(name)) names.set(as, there.get(name));
  }
  return names;
}

/** `export * from` has no list; `export { a, type B as C } from` has pairs of names. */
function reExports(text) {
  const pattern = /^export\s+(?:type\s+)?(\*|\{[^}]*\})\s+from\s+'(\.[^']+)'/gm;
  return [...withoutComments(text).matchAll(pattern)].map(([, what, from]) => ({
    from,
    list: what === '*' ? undefined : namesIn(what),
  }));
}

function namesIn(braces) {
  return braces
    .slice(1, -1)
    .split(',')
    .map((part) => part.trim().replace(/^type\s+/, ''))
    .filter((part) => part !== '')
    .map((part) => part.split(/\s+as\s+/))
    .map(([name, as = name]) => [name, as]);
}

const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

/** Exported declarations of one file: name -> { documented }. A type made of a documented constant needs no comment. */
function declarationsOf(rootDir, file, known) {
  if (known.has(file)) return known.get(file);
  const names = new Map();
  const text = readFileSync(join(rootDir, file), 'utf8');
  const pattern =
    /(\*\/\s*\n)?^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(function\*?|class|const|let|interface|type|enum)\s+([\w$]+)([^\n]*)/gm;
  for (const [, comment, kind, name, rest] of text.matchAll(pattern)) {
    const source = kind === 'type' ? /typeof ([\w$]+)/.exec(rest)?.[1] : undefined;
    const documented = comment !== undefined || names.get(name)?.documented || names.get(source)?.documented || false;
    names.set(name, { documented });
  }
  known.set(file, names);
  return names;
}

function errorCodeFaults(rootDir) {
  const [source, page] = ['src/core/base/errors.ts', 'docs/errors.md'].map((file) => join(rootDir, file));
  if (!existsSync(source)) return [];
  if (!existsSync(page)) return ['docs/errors.md does not exist'];
  const table = /errorCodes = \{([\s\S]*?)\n\}/.exec(readFileSync(source, 'utf8'))?.[1] ?? '';
  const codes = [...table.matchAll(/^\s+'?([a-z-]+)'?:/gm)].map((m) => m[1]);
  const listed = [...readFileSync(page, 'utf8').matchAll(/^## `([^`]+)`/gm)].map((m) => m[1]);
  return [
    ...codes.filter((code) => !listed.includes(code)).map((code) => `docs/errors.md: the code ${code} is not listed`),
    ...listed.filter((code) => !codes.includes(code)).map((code) => `docs/errors.md: there is no code ${code}`),
  ];
}

/** Relative links of all pages: the file must be there, and the heading where a link names one. */
function deadLinks(rootDir) {
  return listPages(rootDir).flatMap((page) => {
    const text = readFileSync(join(rootDir, page), 'utf8')
      .replace(/```[\s\S]*?```/g, '')
      .replace(/`[^`\n]*`/g, '');
    const links = [...text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map((m) => m[1]);
    return links
      .filter((link) => !/^[a-z][a-z0-9+.-]*:/i.test(link))
      .filter((link) => !leadsSomewhere(rootDir, page, decodeURI(link)))
      .map((link) => `${page}: the link ${link} is dead`);
  });
}

function leadsSomewhere(rootDir, page, link) {
  const [path, heading] = link.split('#');
  const target = path === '' ? join(rootDir, page) : resolve(rootDir, dirname(page), path);
  if (!existsSync(target)) return false;
  if (heading === undefined || heading === '' || !target.endsWith('.md')) return true;
  return headingsOf(readFileSync(target, 'utf8')).includes(heading);
}

/** Anchors as code hosts make them: lower case, blanks to hyphens, other signs left out. */
function headingsOf(text) {
  return [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^#{1,6}\s+(.+)$/gm)].map((m) =>
    m[1]
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

function listPages(rootDir) {
  const here = readdirSync(rootDir).filter((name) => name.endsWith('.md'));
  const below = ['docs', 'examples', 'bench', 'src']
    .filter((dir) => existsSync(join(rootDir, dir)))
    .flatMap((dir) =>
      readdirSync(join(rootDir, dir), { recursive: true })
        .map((name) => `${dir}/${String(name).replaceAll('\\', '/')}`)
        .filter((name) => name.endsWith('.md') && !name.includes('node_modules/')),
    );
  return [...here, ...below].sort();
}

function missingPages(rootDir) {
  return coreFolders(rootDir)
    .filter((folder) => !existsSync(join(rootDir, 'docs', `${folder}.md`)))
    .map((folder) => `docs/${folder}.md does not exist: every folder of src/core has a page`);
}

/** Folders of src/core that hold something. */
function coreFolders(rootDir) {
  const core = join(rootDir, 'src/core');
  if (!existsSync(core)) return [];
  return readdirSync(core)
    .filter((name) => statSync(join(core, name)).isDirectory() && readdirSync(join(core, name)).length > 0)
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = checkDocs(root);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exit(1);
  console.log('docs: public names have doc comments, error codes and links are right, every core folder has a page');
}
