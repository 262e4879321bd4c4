// npm run events -- [--scenes a,b] [--seeds N] [--from SEED] [--list] [--json FILE]
// Plays scenes of the world to a twin and scores its events against the true ones. See docs/bench.md.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { addScores, eventRows, eventTable, openWorld, playEvents, scenes } from '../dist/core/bench/index.js';

const { values } = parseArgs({
  options: {
    scenes: { type: 'string' },
    seeds: { type: 'string', default: '10' },
    from: { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

const names = values.scenes?.split(',') ?? scenes.map(({ name }) => name);
const from = Number(values.from);
const sum = new Map();
for (const name of names) {
  for (let seed = from; seed < from + Number(values.seeds); seed++) await play(name, seed);
}
const rows = eventRows(sum);
console.log(eventTable(rows));
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`);

async function play(name, seed) {
  const start = performance.now();
  const { scores, ghosts, mixed } = await playEvents(openWorld(name, seed, { picture: false }));
  addScores(sum, scores);
  const [all] = eventRows(scores).slice(-1);
  const figures = `${all.matched} right, ${all.extra} extra, ${all.missing} missing`;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.error(`${name} ${seed}: ${figures}; ${ghosts} ghosts, ${mixed} mixed tracks; ${seconds} s`);
  if (values.list) list(scores);
}

function list(scores) {
  for (const { extra, missing } of scores.values()) {
    for (const event of extra) console.error(`  + ${words(event)}`);
    for (const event of missing) console.error(`  - ${words(event)}`);
  }
}

function words({ t, type, who, other, by }) {
  return [`${t.toFixed(2)} s: ${who} ${type}`, other, by === undefined ? undefined : `by ${by}`]
    .filter((part) => part !== undefined)
    .join(' ');
}
