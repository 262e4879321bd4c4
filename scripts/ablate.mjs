// npm run ablate -- --root WORLDS --out DIR [--only A,B] [--perception builtin|oracle|noisy] [--limit N] [--bench NAME]
// Evaluates a data set as it is and with each ablation, one at a time; a folder each in DIR, so that a run that was
// stopped goes on where it was. Writes DIR/ablations.md. See docs/bench.md.
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ablationTable, readEvaluation, readerOf, runEval, sweepAblations } from '../dist/node/bench/index.js';
import { readFlags } from './flags.mjs';

const { values } = readFlags(import.meta.url, {
  options: {
    root: { type: 'string' },
    out: { type: 'string' },
    only: { type: 'string', multiple: true },
    perception: { type: 'string', default: 'builtin' },
    limit: { type: 'string' },
    bench: { type: 'string', default: 'twinworld' },
  },
});

try {
  requireFlags();
  await ablate(resolve(values.out));
} catch (error) {
  console.error([error.message, error.remedy].filter(Boolean).join('\n'));
  process.exit(error.code === 'bad-input' ? 2 : 1);
}

function requireFlags() {
  const faults = [
    values.root === undefined && '--root is missing',
    values.out === undefined && '--out is missing',
    !['builtin', 'oracle', 'noisy'].includes(values.perception) && '--perception is builtin, oracle or noisy',
    values.limit !== undefined && !/^[1-9]\d*$/.test(values.limit) && '--limit is a whole number from 1',
  ].filter(Boolean);
  if (faults.length > 0) throw Object.assign(new Error(faults.join('\n')), { code: 'bad-input' });
}

async function ablate(dir) {
  const sweep = sweepAblations(values.perception, values.only);
  const data = await readerOf(values.bench).read(values.root, {});
  for (const { path, message } of data.problems.slice(0, 20)) console.error(`problem: ${path}: ${message}`);
  const base = await evaluated(data, join(dir, 'base'), []);
  const runs = [];
  for (const { text } of sweep) {
    runs.push(await evaluated(data, join(dir, text.replace('=', '-')), [text]));
    // The table so far: a run that is stopped leaves one.
    await writeTable(dir, base, runs);
  }
  console.log(await writeTable(dir, base, runs));
}

async function evaluated(data, dir, ablations) {
  const name = ablations[0] ?? 'base';
  const progress = (done, total) => console.error(`${name}: ${done}/${total}`);
  const settings = {
    bench: values.bench,
    ...(values.limit === undefined ? {} : { limit: Number(values.limit) }),
    perception: values.perception,
    planner: 'rules',
    everyFrame: false,
    ablations,
    seed: 0,
  };
  const { unscored } = await runEval({ data, settings, dir, resume: true, progress });
  for (const { id, reason } of unscored.slice(0, 5)) console.error(`${name}: not scored: ${id}: ${reason}`);
  return readEvaluation(dir, name);
}

async function writeTable(dir, base, runs) {
  const limit = values.limit === undefined ? 'all samples' : `the first ${values.limit} samples`;
  const text = `${values.bench}, ${limit}, ${values.perception} perception:\n\n${ablationTable(base, runs)}\n`;
  await writeFile(join(dir, 'ablations.md'), text);
  return text;
}
