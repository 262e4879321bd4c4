// How long one frame of one program takes: inside the sandbox, and with the way to its thread and back.
import { inProcessSession } from '../dist/core/reason/index.js';
import { quickJsSandbox } from '../dist/node/sandbox/index.js';
import { race } from './harness.mjs';

const objects = 30;
const framesARound = 50;

/** The median program of the reference page: attribute, relation, time, choice. */
const program = `function select(twin, state) {
  const wall = twin.objects.where(color("yellow"), shape("rectangular")).the();
  const near = twin.objects.where(not(color("yellow")), not(ever(moving)), leftOf(wall));
  return near.min(distance(wall));
}`;

export default {
  name: 'program',
  title: `Programs: one frame, ${objects} objects`,
  async run(report) {
    const sandbox = quickJsSandbox();
    const began = performance.now();
    const session = await sandbox.open(program);
    const openMs = performance.now() - began;
    const sparing = await sandbox.open(program, { explain: 'on-change' });
    const direct = inProcessSession(program);
    const frames = Array.from({ length: 4000 }, (_, i) => frameAt(i));
    const ends = [];
    const places = { sandbox: 0, sparing: 0, direct: 0, json: 0 };
    const next = (place) => {
      const from = places[place];
      places[place] += framesARound;
      return frames.slice(from, places[place]);
    };
    const best = await race({
      'JSON.parse + JSON.stringify of the frame': () =>
        next('json').map((f) => ends.push(JSON.parse(JSON.stringify(f)))),
      sandbox: async () => {
        for (const frame of next('sandbox')) await session.step(frame);
      },
      sparing: async () => {
        for (const frame of next('sparing')) await sparing.step(frame);
      },
      direct: async () => {
        for (const frame of next('direct')) await direct.step(frame);
      },
    });
    const [[name, json]] = Object.entries(best);
    const reference = { name, value: json / framesARound };
    report.row('step in the sandbox, thread and JSON included', best.sandbox / framesARound, 'ms', reference);
    report.row('the same, explained on change only', best.sparing / framesARound, 'ms', reference);
    report.row('the same program in process, no sandbox', best.direct / framesARound, 'ms', reference);
    report.row('opening a program (thread, module, runtime)', openMs, 'ms');
    await sandbox.close();
  },
};

/** Thirty things of which ten move; words only in the first frame. */
function frameAt(i) {
  const o = Array.from({ length: objects }, (_, id) => objectAt(id, i));
  const r = Array.from({ length: 10 }, (_, k) => ['touches', k, k + 10, 0.9]);
  return { i, t: i / 25, w: 640, h: 360, o, r, e: [] };
}

function objectAt(id, i) {
  const moves = id % 3 === 0;
  const x = 20 * id + (moves ? (i % 100) * 2.37 : 0);
  const y = 40 + ((id * 37) % 250);
  const listing = { id, score: 0.87, box: [x, y, 31.5, 42.25], c: [x + 15.7, y + 21.1], area: 1104, vis: 0.97 };
  const words = {
    labels: [],
    colors: [
      [id === 29 ? 'yellow' : 'blue', 0.71],
      ['gray', 0.2],
    ],
    shapes: { rectangular: 0.8, round: 0.1 },
    textures: { plain: 0.7 },
    bright: 0.45,
  };
  return {
    ...listing,
    vel: moves ? [59.25, 0.01] : [0.3, 0.1],
    depth: [3.25 + id / 10, 0.6, 'cue'],
    ...(i === 0 && { words }),
  };
}
