// npm run events -- [--scenes a,b] [--seeds N] [--from SEED] [--perception truth|builtin] [--fps N] [--share K/N] [--list] [--json FILE]
// npm run events -- --add A.json,B.json
// For instance: npm run events -- --scenes tabletop,lamp --seeds 2 --list
// Plays scenes of the world to a twin and scores its events against the true ones. See docs/bench.md.
import { readFile, writeFile } from 'node:fs/promises';
import { addScores, eventRows, eventTable, openWorld, playEvents, scenes, sumRows } from '../dist/core/bench/index.js';
import { readFlags } from './flags.mjs';

const { values } = readFlags(import.meta.url, {
  options: {
    scenes: { type: 'string' },
    seeds: { type: 'string', default: '10' },
    from: { type: 'string', default: '1' },
    perception: { type: 'string', default: 'truth' },
    fps: { type: 'string', default: '25' },
    share: { type: 'string', default: '1/1' },
    add: { type: 'string' },
    list: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const faults = [
  !['truth', 'builtin'].includes(values.perception) && `--perception is truth or builtin, not ${values.perception}`,
  ...['seeds', 'from', 'fps'].map(
    (name) => !(Number(values[name]) > 0) && `--${name} is a number above 0, not ${values[name]}`,
  ),
  !/^[1-9]\d*\/[1-9]\d*$/.test(values.share) && `--share is K/N, not ${values.share}`,
  ...(values.scenes?.split(',') ?? []).map(
    (name) =>
      !scenes.some((scene) => scene.name === name) &&
      `no scene is called ${name}: ${scenes.map((s) => s.name).join(', ')}`,
  ),
].filter(Boolean);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(2);
}
const rows = values.add === undefined ? await playAll() : await readRows(values.add.split(','));
await save(rows);
console.log(eventTable(rows));

async function save(list) {
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(list, null, 2)}\n`);
}

async function readRows(files) {
  const lists = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8'))));
  return sumRows(lists.flat());
}

/** The runs of this process: every Nth, from the Kth on. */
async function playAll() {
  const names = values.scenes?.split(',') ?? scenes.map(({ name }) => name);
  const from = Number(values.from);
  const runs = names.flatMap((name) => Array.from({ length: Number(values.seeds) }, (_, i) => [name, from + i]));
  const [turn, turns] = values.share.split('/').map(Number);
  const sum = new Map();
  for (const [name, seed] of runs.filter((_, i) => i % turns === turn - 1)) {
    addScores(sum, await play(name, seed));
    await save(eventRows(sum)); // what was played is not lost when this is stopped
  }
  return eventRows(sum);
}

async function play(name, seed) {
  const start = performance.now();
  const { perception } = values;
  const world = openWorld(name, seed, { picture: perception === 'builtin', fps: Number(values.fps) });
  const { scores, ghosts, mixed } = await playEvents(world, perception);
  const [all] = eventRows(scores).slice(-1);
  const figures = `${all.matched} right, ${all.extra} extra, ${all.missing} missing`;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.error(`${name} ${seed}: ${figures}; ${ghosts} ghosts, ${mixed} mixed tracks; ${seconds} s`);
  if (values.list) list(scores);
  return scores;
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
