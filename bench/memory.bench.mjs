// A day at 10 frames a second: what twin, sandboxes and process hold each hour, and whether a frame takes the same time.

import { readProgram } from '../dist/core/reason/index.js';
import { AnswerReader } from '../dist/core/reason/runtime/packed-answer.js';
import { packFrame } from '../dist/core/reason/runtime/packed-frame.js';
import { Twin } from '../dist/core/twin/index.js';
import { quickJsSandbox } from '../dist/node/sandbox/index.js';
import { ProgramHost } from '../dist/node/sandbox/program-host.js';
import { quickJsModule } from '../dist/node/sandbox/quickjs-wasm.js';
import { readReply } from '../dist/node/sandbox/read-reply.js';
import { dayWorld, fps, height, width } from './day-world.mjs';

const gate = 'const gate = twin.objects.where(color("yellow"), shape("rectangular")).the();';

/** Questions, programs, and who is meant at the end of the day. */
const questions = [
  [
    'the first thing that came in during the first minute',
    'return twin.events("enters", { before: 60 }).first().who();',
    ['first'],
  ],
  ['what stood left of the gate at the start', `${gate} return twin.objects.where(at(start, leftOf(gate)));`, ['left']],
  [
    "what was left of today's gate in the first minute and has moved since (pairs)",
    `${gate} return twin.objects.where(ever(leftOf(current(gate)), { before: 5 }), ever(moving, { after: 60 }));`,
    ['left'],
  ],
  [
    'who came into the right half most often, the longest there first',
    'return twin.objects.where(did(begins(inZone("right")))).max(times(begins(inZone("right"))));',
    ['left'],
  ],
];

const mb = (bytes) => (bytes / 2 ** 20).toFixed(2);
const median = (list) => list.sort()[list.length >> 1];

export default {
  name: 'day',
  title: 'A day at 10 frames a second, 200 identities, at most 25 at once',
  long: true,
  async run(report, { hours = '24', every = '5', threads = 'yes' } = {}) {
    const world = dayWorld();
    const stream = { width, height, fps, still: false, seed: 1 };
    const sandbox = quickJsSandbox();
    const limits = { explain: 'on-change', timeLimitMs: 1000 };
    const open = threads === 'no' ? hosted : (program) => sandbox.open(program, limits);
    const day = await openDay(stream, open);
    const { twin } = day;
    const frames = 3600 * fps;
    const medians = [];
    let most = 0;
    let answers = [];
    let index = 0;
    for (let hour = 0; hour < Number(hours); hour++) {
      const cost = new Float64Array(frames);
      let present = 0;
      for (let i = 0; i < frames; i++, index++) {
        const seen = index % Number(every) === 0 ? world.seen(index) : { index, time: index / fps };
        const told = await step(day, seen);
        answers = told.answers;
        cost[i] = told.ms;
        present += told.graph.nodes.length;
        if (index % 100 === 0) most = Math.max(most, twin.memoryBytes());
      }
      const held = await Promise.all(day.sessions.map((session) => session.memoryBytes()));
      globalThis.gc?.();
      const { rss, heapUsed } = process.memoryUsage();
      const mean = cost.reduce((sum, ms) => sum + ms, 0) / frames;
      medians.push(median(cost));
      report.note(
        `hour ${String(hour + 1).padStart(2)}: ${medians.at(-1).toFixed(3)} ms a frame (median; mean ${mean.toFixed(3)}), ` +
          `${(present / frames).toFixed(1)} present; twin ${mb(twin.memoryBytes())} MB, sandboxes ${held.map(mb).join(' ')} MB, ` +
          `heap ${mb(heapUsed)} MB, process ${mb(rss)} MB; ${world.visits} visits, ${twin.histories.length + twin.forgotten.length} tracks told`,
      );
    }
    report.row('time of a frame, last hour', medians.at(-1), 'ms', { name: 'first hour', value: medians[0] });
    report.row('most that the twin held', most / 2 ** 20, 'MB', {
      name: 'stated ceiling',
      value: twin.memoryCeilingBytes() / 2 ** 20,
    });
    questions.forEach(([question, , meant], s) => {
      report.note(
        `${isRight(answers[s].ids, meant, twin, world, index - 1) ? 'right' : 'WRONG'}: ${question} (${answers[s].ids.join(', ') || 'nobody'})`,
      );
    });
    const other = await openDay(stream, open);
    const [old, fresh] = await againstFresh([day, other], { world, index, every: Number(every) });
    report.row('time of a frame after the day', old, 'ms', { name: 'fresh twin, same frames', value: fresh });
    await sandbox.close();
  },
};

/** A twin of the stream, with a session and a view a question. */
async function openDay(stream, open) {
  const twin = new Twin(stream, { events: ['enters', 'leaves', 'starts', 'stops'] });
  const sessions = await Promise.all(questions.map(([, body]) => open(`function select(twin, state) {\n${body}\n}`)));
  return { twin, sessions, views: questions.map(() => twin.openView([])) };
}

/**
 * Medians of a frame's time after the day and of a fresh twin that is shown the same ten minutes, frame by frame in
 * turn: what a busy machine does to one it does to the other. The fresh one's first half is left out.
 */
async function againstFresh([day, fresh], { world, index, every }) {
  const frames = 600 * fps;
  const costs = [new Float64Array(frames / 2), new Float64Array(frames / 2)];
  for (let i = 0; i < frames; i++) {
    const at = index + i;
    const seen = at % every === 0 ? world.seen(at) : { index: at, time: at / fps };
    const pair = [await step(day, seen), await step(fresh, seen)];
    if (i >= frames / 2) for (const k of [0, 1]) costs[k][i - frames / 2] = pair[k].ms;
  }
  return costs.map(median);
}

/** Shows one frame and answers the questions; `ms` is the processor time of that. */
async function step({ twin, sessions, views }, seen) {
  const from = process.cpuUsage();
  const graph = twin.update(seen);
  const answers = [];
  for (let s = 0; s < sessions.length; s++) answers.push(await sessions[s].step(views[s].frame(graph)));
  const { user, system } = process.cpuUsage(from);
  return { ms: (user + system) / 1000, graph, answers };
}

/** The same QuickJS with the same limits, in this thread: a busy machine wakes threads late. */
async function hosted(program) {
  const wasm = await quickJsModule();
  const { source } = readProgram(program);
  const limits = { hysteresisSeconds: 0.2, explain: 'on-change', timeLimitMs: 1000, memoryLimitMb: 32 };
  const host = await ProgramHost.start({ wasm, source, ...limits });
  host.load(source);
  const reader = new AnswerReader();
  return {
    step: (frame) => readReply(host.take(packFrame(frame)).json, frame, reader),
    memoryBytes: () => Number(host.memory().json),
  };
}

/** As many as are meant, and each at the true place of one of them. */
function isRight(ids, meant, twin, world, index) {
  return (
    ids.length === meant.length &&
    meant.every((name) => ids.some((id) => isAt(twin.maskOf(id), world.truth(name, index))))
  );
}

function isAt(mask, box) {
  if (mask === undefined || box === null || mask.isEmpty) return false;
  const [x, y, w, h] = mask.bbox;
  return Math.hypot(x + w / 2 - box[0] - box[2] / 2, y + h / 2 - box[1] - box[3] / 2) < 6;
}
