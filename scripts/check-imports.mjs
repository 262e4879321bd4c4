// Proves the import direction of layers.json for every source file, npm packages included, and that there is no cycle.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
/** What only tests use: neither is built into dist/. */
const isTest = (file) => /\.(test|int\.test|bench|test-d)\.ts$|\/__fixtures__\//.test(file);

/** Faults as lines; empty when the tree keeps to the table. */
export function checkImports(rootDir, { layers, testOnly }) {
  const files = ['src', 'tests', 'bench'].flatMap((dir) => listSources(rootDir, dir));
  const graph = new Map(files.map((file) => [file, importsOf(rootDir, file)]));
  return [...graph]
    .flatMap(([file, imports]) => faultsOf(file, imports, layers, testOnly, rootDir))
    .concat(cyclesIn(graph));
}

function listSources(rootDir, dir) {
  if (!existsSync(join(rootDir, dir))) return [];
  return readdirSync(join(rootDir, dir), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(rootDir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function importsOf(rootDir, file) {
  const text = readFileSync(join(rootDir, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const pattern =
    /^\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
  return [...text.matchAll(pattern)].map((m) => {
    const specifier = m[2] ?? m[3];
    const local = specifier.startsWith('.');
    const target = local
      ? relative(rootDir, resolve(rootDir, dirname(file), specifier)).replaceAll('\\', '/')
      : specifier;
    return { target, local, typeOnly: m[1] !== undefined };
  });
}

function layerOf(file, layers) {
  return Object.keys(layers)
    .filter((layer) => file === layer || file.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function faultsOf(file, imports, layers, testOnly, rootDir) {
  const layer = layerOf(file, layers);
  if (layer === undefined) return [`${file}: no layer of scripts/layers.json holds this file`];
  const { folders, packages } = layers[layer];
  const inside = (target, folder) => target === folder || target.startsWith(`${folder}/`);
  return imports.flatMap(({ target, local }) => {
    if (local) {
      if (!existsSync(join(rootDir, target)) && !target.includes('.generated.'))
        return [`${file}: imports ${target}, which does not exist`];
      const fine =
        [layer, ...folders].some((folder) => inside(target, folder)) ||
        (isTest(file) && target.startsWith('src/core/'));
      return fine ? [] : [`${file}: ${layer} must not import ${target} (scripts/layers.json)`];
    }
    const name = packageName(target);
    const allowed = isTest(file) ? [...packages, ...testOnly] : packages;
    const fine = allowed.some((p) => p === name || (p === 'node:*' && name.startsWith('node:')));
    return fine ? [] : [`${file}: ${layer} must not import the package ${name} (scripts/layers.json)`];
  });
}

function packageName(specifier) {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Rings of imports that stay after compilation (type-only ones vanish), one line a ring. */
function cyclesIn(graph) {
  const state = new Map();
  const rings = [];
  const visit = (file, path) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      rings.push(`cycle: ${[...path.slice(path.indexOf(file)), file].join(' -> ')}`);
      return;
    }
    state.set(file, 'open');
    for (const { target, local, typeOnly } of graph.get(file) ?? [])
      if (local && !typeOnly && graph.has(target)) visit(target, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of graph.keys()) visit(file, []);
  return rings;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = checkImports(root, JSON.parse(readFileSync(join(root, 'scripts/layers.json'), 'utf8')));
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exit(1);
  console.log('imports keep to scripts/layers.json; no cycles');
}
