// The rule planner against gold programs on true twins, perception taken out. See --help and docs/bench.md.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openWorld, scenes } from '../dist/core/bench/index.js';
import { askQuestions, castOf, goldSpecialists } from '../dist/core/bench/questions/index.js';
import { idsOver } from '../dist/core/bench/questions/run-program.js';
import { planByRules } from '../dist/core/plan/index.js';

const help = `npm run questions -- [options]

Asks questions about scripted worlds, lets the rule planner read them and runs its program over the true twin. Compared,
frame by frame, is what the question's own (gold) program answers. Lists the questions read otherwise, with both programs,
then the agreement of each kind and level and of each form of question.

  --seeds N       how many seeds (default 3)
  --from S        the first seed (default 1)
  --scenes a,b    only these scenes (default all)
  --count N       questions about a clip (default 18)
  --all           list every question
  --json FILE     write the questions with both programs and their agreement
  --again FILE    read the questions of such a file instead of making new ones: much faster
  --help          this text
`;
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    from: { type: 'string', default: '1' },
    scenes: { type: 'string' },
    count: { type: 'string', default: '18' },
    all: { type: 'boolean', default: false },
    json: { type: 'string' },
    again: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** Below this share of its frames a question is listed. */
const listedBelow = 0.97;

async function main() {
  const known = values.again === undefined ? undefined : JSON.parse(await readFile(values.again, 'utf8'));
  const rows = [];
  for (const [scene, seed] of runs(known)) {
    const world = openWorld(scene, seed, { picture: false, width: 320, height: 180, fps: 6 });
    const frames = Array.from({ length: world.info.frames }, (_, i) => world.twinFrame(i));
    const questions =
      known?.filter((row) => row.scene === scene && row.seed === seed) ?? (await ask(frames, scene, seed));
    for (const question of questions) {
      const row = { scene, seed, ...question, ...(await compare(frames, question)) };
      rows.push(row);
      if (values.all || row.agreement < listedBelow) console.log(told(row));
    }
    // What was scored is not lost when this is stopped.
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(rows, null, 1)}\n`);
  }
  console.log(table(rows));
}

/** Scenes and seeds that are played. */
function runs(known) {
  const wanted = values.scenes?.split(',') ?? scenes.map(({ name }) => name);
  if (known !== undefined) {
    const keys = [...new Set(known.map(({ scene, seed }) => `${scene} ${seed}`))].map((key) => key.split(' '));
    return keys.filter(([scene]) => wanted.includes(scene)).map(([scene, seed]) => [scene, Number(seed)]);
  }
  const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.from) + i);
  return seeds.flatMap((seed) => wanted.map((scene) => [scene, seed]));
}

async function ask(frames, scene, seed) {
  const turn = scenes.findIndex(({ name }) => name === scene);
  const options = { seed: seed * 100 + turn, count: Number(values.count), firstCell: 0 };
  const questions = await askQuestions(castOf(frames), options);
  return questions.map(({ form, kind, level, text, program, answers, unclear, absent, shifts }) => ({
    form,
    kind,
    level,
    text,
    gold: program,
    answers,
    unclear,
    absent,
    shifts,
  }));
}

/** The planner's program, and the share of the frames in which it answers what the gold program does. */
async function compare(frames, { text, answers, unclear }) {
  const plan = planByRules({ query: text, source: { still: false, live: false }, specialists: goldSpecialists });
  const unchecked = plan.unchecked.map(({ word }) => word);
  try {
    const got = await idsOver(frames, bodyOf(plan.program));
    const same = frames.filter((_, i) => unclear.includes(i) || got[i].join() === meantIn(answers, i).join());
    return { program: plan.program, unchecked, agreement: same.length / frames.length };
  } catch (error) {
    return { program: plan.program, unchecked, agreement: 0, failed: String(error).slice(0, 200) };
  }
}

const bodyOf = (program) => program.replace(/^function select\(twin, state\) \{\n/, '').replace(/\}\s*$/, '');
const meantIn = (answers, frame) => answers.findLast(({ from }) => from <= frame)?.ids ?? [];
const oneLine = (program) =>
  bodyOf(program)
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();

function told({ scene, seed, kind, level, text, gold, program, unchecked, agreement, failed = '' }) {
  return [
    `${agreement.toFixed(2)} [${kind} ${level}, ${scene} ${seed}] ${text}`,
    `       gold ${oneLine(gold)}`,
    `       rule ${oneLine(program)} ${unchecked.length > 0 ? `(unchecked: ${unchecked.join(', ')})` : ''} ${failed}`.trimEnd(),
  ].join('\n');
}

function table(rows) {
  const groups = [
    ['all', rows],
    ...grouped(rows, ({ kind, level }) => `${kind} ${level}`),
    ...grouped(rows, ({ form }) => `  ${form}`),
  ];
  return groups.map(([name, list]) => `${name.padEnd(32)}${String(list.length).padStart(5)}  ${mean(list)}`).join('\n');
}

function grouped(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
const mean = (rows) => (rows.reduce((sum, { agreement }) => sum + agreement, 0) / Math.max(1, rows.length)).toFixed(3);

if (values.help) console.log(help);
else await main();
