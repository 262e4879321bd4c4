// Milliseconds a frame at 640x360 with 15 regions, on one core, beside a plain copy of the frame's bytes.

import { classicalSpecialists } from '../dist/core/specialists/classical/index.js';
import { discMask, drawScene, waves } from '../dist/core/specialists/classical/motion/drawn-motion.js';
import { Report } from './harness.mjs';

const size = { width: 640, height: 360 };
const stream = { ...size, fps: 25, still: false, seed: 1 };
const background = waves(1, 110, 25);
const textures = Array.from({ length: 15 }, (_, i) => waves(i + 3, 90 + 9 * i, 30));

/** Fifteen discs of 12 to 47 px radius that travel each its own way while the camera pans. */
function scene(k) {
  const discs = textures.map((texture, i) => ({
    x: 70 + (i % 5) * 120 + k * ((i % 5) - 2),
    y: 60 + Math.floor(i / 5) * 115 + k * ((i % 3) - 1),
    radius: 12 + 2.5 * i,
    texture,
  }));
  return { ...size, background, pan: [3 * k, k], discs };
}

const scenes = Array.from({ length: 6 }, (_, k) => scene(k));
const frames = scenes.map((s, k) => drawScene(s, k));
const regions = scenes.map((s) => s.discs.map((disc, track) => ({ mask: discMask(s, disc), track })));

/** Least time a frame, over passes of the whole strip; the first frame of a stream is left out. */
async function leastMs(specialist, withRegions) {
  let least = Infinity;
  for (let pass = 0; pass < 12; pass++) {
    const session = specialist.open(stream);
    for (let k = 0; k < frames.length; k++) {
      const prompts = specialist.id === 'motion' ? regions[Math.max(0, k - 1)] : regions[k];
      const request = { attributes: specialist.provides, concepts: [], regions: withRegions ? prompts : [] };
      const from = performance.now();
      await session.run(frames[k], request);
      if (k > 0 && pass > 1) least = Math.min(least, performance.now() - from);
    }
    session.close();
  }
  return least;
}

function copyMs() {
  const { data } = frames[0];
  const copy = new Uint8Array(data.length);
  let least = Infinity;
  for (let i = 0; i < 50; i++) {
    const from = performance.now();
    copy.set(data);
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

export default {
  name: 'specialists',
  title: 'the built-in specialists, 640x360 with 15 regions',
  async run(report = new Report()) {
    const reference = { name: 'copy of the frame', value: copyMs() };
    const rows = [];
    for (const specialist of classicalSpecialists()) {
      await specialist.load();
      const bare = await leastMs(specialist, false);
      rows.push({ id: specialist.id, cost: specialist.cost, bare, full: await leastMs(specialist, true) });
      await specialist.dispose();
    }
    const sum = rows.reduce((total, { full }) => total + full, 0);
    for (const { id, bare, full, cost } of rows) {
      report.row(`${id}, 15 regions (${((100 * full) / sum).toFixed(0)} % of all)`, full, 'ms', reference);
      report.row(`${id}, none (its card says ${cost.msPerFrame})`, bare, 'ms', reference);
      report.row(`${id}, a region (its card says ${cost.msPerRegion})`, (full - bare) / 15, 'ms');
    }
  },
};
