// npm run bench [-- NAME ... [--OPTION VALUE]]: runs the benchmarks picked by name; by default all but the long ones.
// day: --hours 24, --every 5 (detections in every fifth frame), --threads no (sandboxes in this thread).
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readFlags } from '../scripts/flags.mjs';
import { Report } from './harness.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const files = readdirSync(here)
  .filter((file) => file.endsWith('.bench.mjs'))
  .sort();
const all = await Promise.all(files.map(async (file) => (await import(pathToFileURL(join(here, file)).href)).default));
const { positionals: names, values: options } = readFlags(import.meta.url, {
  allowPositionals: true,
  options: { hours: { type: 'string' }, every: { type: 'string' }, threads: { type: 'string' } },
});
const unknown = names.filter((name) => !all.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`no benchmark named ${unknown.join(', ')}; there are: ${all.map((b) => b.name).join(', ')}`);
  process.exit(2);
}
for (const bench of all.filter((b) => (names.length === 0 ? b.long !== true : names.includes(b.name)))) {
  const report = new Report();
  report.title(`${bench.name}: ${bench.title}`);
  await bench.run(report, options);
}
