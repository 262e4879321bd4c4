// npm run identity [-- --scenes a,b] [--seeds 0,1,2] [--pixels] [--shell-game] [--json FILE]
// Identity switches per 100 crossings on the world's scenes, and the shell game. See docs/bench.md.
import { writeFile } from 'node:fs/promises';
import { countSwitches, followPixels, followTruth, openWorld, scenes, sumCounts } from '../dist/core/bench/index.js';
import { maskIou } from '../dist/core/masks/index.js';
import { createSegmenter } from '../dist/node/index.js';
import { quickJsSandbox } from '../dist/node/sandbox/index.js';
import { readFlags } from './flags.mjs';

const { values } = readFlags(import.meta.url, {
  options: {
    scenes: { type: 'string' },
    seeds: { type: 'string', default: '0,1,2' },
    pixels: { type: 'boolean', default: false },
    'shell-game': { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const seeds = values.seeds.split(',').map(Number);
const report = values['shell-game'] ? await playShellGame() : await followScenes();
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 1)}\n`);

/** True masks (alike things that touch come as one), or with --pixels the built-in specialists. */
async function followScenes() {
  const names = values.scenes?.split(',') ?? scenes.map(({ name }) => name);
  const rows = [];
  for (const scene of names) {
    const counts = [];
    for (const seed of seeds) {
      const world = openWorld(scene, seed, { picture: values.pixels });
      counts.push(countSwitches(world, values.pixels ? await followPixels(world) : followTruth(world)));
    }
    rows.push({ scene, ...sumCounts(counts) });
    print(rows.at(-1));
  }
  const total = { scene: 'all', ...sumCounts(rows) };
  print(total);
  return { perception: values.pixels ? 'pixels' : 'truth', seeds, rows, total };
}

function print({ scene, crossings, followed, switches, unseen }) {
  const rate = crossings === 0 ? '-' : ((100 * switches) / crossings).toFixed(1);
  console.log(
    `${scene.padEnd(14)} ${crossings} crossings, ${followed} things followed, ${unseen} unseen, ${switches} switches, ${rate} per 100 crossings`,
  );
}

/** "The cup that hides the ball", asked in these words of the built-in specialists: right just before it is uncovered? */
async function playShellGame() {
  // what is measured is what is seen, not how busy the machine is
  const segmenter = await createSegmenter({ sandbox: quickJsSandbox({ timeLimitMs: 5000 }) });
  const rows = [];
  for (const seed of seeds) {
    const world = openWorld('shell-game', seed, { picture: false });
    const { text, answer } = world.queries.find((query) => query.text.includes('hides'));
    let last = world.info.frames - 1;
    while (answer(last).length === 0) last--;
    const found = await answerAt(segmenter, seed, last - 1, text);
    const truth = world.truth(last - 1).objects.find(({ id }) => id === answer(last - 1)[0]);
    const right = found.length === 1 && maskIou(found[0].mask, truth.mask) >= 0.5;
    rows.push({ seed, text, frame: last - 1, right, found: found.length });
    console.log(`shell-game:${seed} "${text}", frame ${last - 1}: ${right ? 'right' : 'wrong'}`);
  }
  await segmenter.close();
  console.log(`${rows.filter(({ right }) => right).length} of ${rows.length} right`);
  return { rows };
}

async function answerAt(segmenter, seed, index, text) {
  for await (const answer of segmenter.video(`world:shell-game:${seed}`, text)) {
    if (answer.index === index) return answer.objects;
  }
  return [];
}
