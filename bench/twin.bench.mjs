// The twin at 30 objects of 640x360: one propagation frame, one detection frame, and 20,000 frames of coming and going.
import { seededRandom } from '../dist/core/base/index.js';
import { Twin } from '../dist/core/twin/index.js';
import { seeThings } from '../dist/core/twin/scripted-scene.js';

const size = [360, 640];
const stream = { width: 640, height: 360, fps: 25, still: false, seed: 1 };
const colors = ['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'pink', 'brown', 'black', 'gray', 'white'];
const frames = 100;

export default {
  name: 'twin',
  title: 'update and frame form, 30 objects, 640x360',
  async run(report) {
    const scene = crowdedScene(34);
    const seen = Array.from({ length: frames }, (_, i) => scene(i));
    const copies = copyRuns(seen[0].detections.map(({ mask }) => mask));
    const reference = { name: "copying the 30 masks' runs", value: copies };
    const propagated = play(seen, 1_000_000, false);
    report.note(`${propagated.objects} objects, ${propagated.contacts} contacts in the last frame`);
    report.row('update + frame form, propagation frame, median', propagated.median, 'ms', reference);
    report.row('update + frame form, with all events, median', play(seen, 1_000_000, true).median, 'ms', reference);
    report.row('update + frame form, detection frame, median', play(seen, 1, false).median, 'ms', reference);
    longRun(report);
  },
};

/** Balls and boxes that drift over a table, with a motion specialist's measurement each frame. */
function crowdedScene(n) {
  const random = seededRandom(7);
  const table = { shape: 'box', at: [320, 250], size: [600, 200], color: 'brown', depth: 5 };
  const things = Array.from({ length: n - 1 }, () => ({
    shape: random.pick(['disk', 'box']),
    at: [random.between(80, 560), random.between(60, 320)],
    size: [random.between(40, 100), random.between(40, 90)],
    color: random.pick(colors),
    velocity: [random.between(-40, 40), random.between(-8, 8)],
  }));
  return (index) => {
    const moved = things.map((thing) => ({
      ...thing,
      at: thing.at.map((x, axis) => x + 30 * Math.sin((index / 25) * 0.4) * (thing.velocity[axis] / 20)),
    }));
    return seeThings([table, ...moved], size, { index, time: index / 25 });
  };
}

/** Feeds detections each `every` frames and measured shifts in all; times update + frame form of the other frames. */
function play(seen, every, events) {
  const twin = new Twin(stream, { events });
  const view = twin.openView([]);
  const times = [];
  let graph;
  seen.forEach((frame, i) => {
    const observed = i % every === 0;
    const given = observed ? frame : { index: frame.index, time: frame.time };
    const regions = twin.lastRegions().map(({ track }) => {
      const x = 1.2 * Math.cos((i / 25) * 0.4) * (((track * 7) % 5) - 2);
      return { shift: [x, 0.1 * x], ownShift: [x, 0.1 * x], scale: 1, confidence: 0.9 };
    });
    const motion = { camera: [1, 0, 0, 1, 0, 0], regions };
    const from = process.hrtime.bigint();
    graph = twin.update({ ...given, ...(observed && i > 0 ? {} : { motion }) });
    view.frame(graph);
    if (i > 0) times.push(Number(process.hrtime.bigint() - from) / 1e6);
  });
  times.sort((a, b) => a - b);
  return {
    median: times[times.length >> 1],
    objects: graph.nodes.length,
    contacts: graph.contacts.length,
  };
}

function copyRuns(masks) {
  const times = Array.from({ length: 200 }, () => {
    const from = process.hrtime.bigint();
    for (const mask of masks) mask.runs.slice();
    return Number(process.hrtime.bigint() - from) / 1e6;
  });
  return times.sort((a, b) => a - b)[100];
}

/** Things come in, cross and leave for 20,000 frames; the heap and the twin's own estimate at each quarter. */
function longRun(report) {
  const random = seededRandom(3);
  const twin = new Twin({ ...stream, width: 160, height: 90 }, { events: true });
  const view = twin.openView([]);
  let things = [];
  let most = 0;
  for (let index = 0; index < 20_000; index++) {
    if (index % 20 === 0) things = [...things.slice(-7), newThing(random, index)];
    const seen =
      index % 5 === 0
        ? seeThings(
            things.map((thing) => thing(index)),
            [90, 160],
            { index, time: index / 25 },
          )
        : { index, time: index / 25 };
    view.frame(twin.update(seen));
    if (index % 20 === 0) most = Math.max(most, twin.memoryBytes());
    if (index % 5000 === 4999) {
      globalThis.gc?.();
      const heap = process.memoryUsage().heapUsed / 2 ** 20;
      report.row(`heap after ${index + 1} frames`, heap, 'MB');
      report.row('  the twin by its own estimate', twin.memoryBytes() / 2 ** 20, 'MB');
    }
  }
  report.row('most at any frame, by its own estimate', most / 2 ** 20, 'MB', {
    name: 'stated ceiling',
    value: twin.memoryCeilingBytes() / 2 ** 20,
  });
}

function newThing(random, born) {
  const thing = { shape: random.pick(['disk', 'box']), size: [14, 12], color: random.pick(colors) };
  const y = random.between(10, 80);
  const speed = random.between(0.8, 1.6);
  return (index) => ({ ...thing, at: [-6 + speed * (index - born), y] });
}
