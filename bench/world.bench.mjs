// Figures are ms a frame of 640 x 360, beside one pass over the memory that a picture's samples take (read and write).
// A scene's picture costs little where little moves, so scenes are drawn from their beginning, frame after frame.
import { Matrix4, Vector3 } from 'three';
import { openWorld, scenes } from '../dist/core/bench/world/index.js';
import { bottle, chair, dog, figure, mug, plant, shelf, sofa, table } from '../dist/core/bench/world/models/index.js';
import { placeModel, Rasteriser } from '../dist/core/bench/world/render/index.js';
import { race } from './harness.mjs';

const [width, height] = [640, 360];
const lights = {
  sun: { direction: new Vector3(-0.5, 0.9, 0.6), color: [1, 0.96, 0.88], softness: 0.05 },
  ambient: { sky: [0.62, 0.7, 0.82], ground: [0.5, 0.45, 0.4] },
};

/** Furniture, small things, two walkers and a dog; `sway` moves the camera. */
function room() {
  const still = [table(), sofa(), shelf(), chair(), plant(), mug({ scale: 1.5 }), bottle({ scale: 1.5 })];
  const spots = [
    [0, 0],
    [-1.8, -1],
    [1.6, -1.7],
    [-1, 0.3],
    [1.9, 0.2],
    [-0.3, 0],
    [0.2, 0.1],
  ];
  const movers = [figure(), figure({ color: 'green' }), dog()];
  return (time, sway) => {
    const at = (x, y, z) => new Matrix4().makeTranslation(x, y, z);
    const placements = still.flatMap((model, i) =>
      placeModel(i + 1, model, at(spots[i][0], i < 5 ? 0 : 0.75, spots[i][1])),
    );
    movers.forEach((model, i) => {
      placements.push(...placeModel(20 + i, model, at(time - 1 + i, 0, 1 - i), model.pose({ phase: time, stride: 1 })));
    });
    const camera = { position: new Vector3(0.2 + sway * time, 1.5, 3.8), target: new Vector3(0, 0.8, 0), fovY: 42 };
    return { camera, lights, placements };
  };
}

async function run(report) {
  const raster = new Rasteriser(width, height);
  const out = new Uint8Array(width * height * 3);
  const view = room();
  const triangles = view(0, 0).placements.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0);
  const memory = new Float32Array(width * height * 8);
  let frame = 0;
  const time = () => (frame++ % 25) / 25;
  const shot = (sway) => () => {
    const t = time();
    raster.draw(view(t, sway), view(t + 0.02, sway), { frame }, out);
  };
  const names = ['tabletop', 'street', 'living-room', 'shell-game'];
  const truths = names.map((name) => {
    const world = openWorld(name, 1);
    return [`truth of world:${name}:1`, () => world.truth(frame++ % 50)];
  });
  const best = await race({
    pass: () => {
      for (let i = 0; i < memory.length; i++) memory[i] = memory[i] * 0.5 + 1;
    },
    'ids, parts, depth of a room': () => raster.layers(view(time(), 0)),
    'picture of a room, camera still': shot(0),
    'picture of a room, camera moving': shot(0.05),
    ...Object.fromEntries(truths),
  });
  const pass = { name: 'memory pass', value: best.pass };
  report.note(`the room has ${triangles} triangles; four samples of 8 bytes a pixel`);
  report.row('one pass over the samples', pass.value, 'ms');
  for (const [name, ms] of Object.entries(best).slice(1))
    report.row(`${name} (${(1000 / ms).toFixed(1)}/s)`, ms, 'ms', pass);
  for (const { name } of scenes) {
    const ms = meanOfPictures(name);
    report.row(`pictures of world:${name}:1 (${(1000 / ms).toFixed(1)}/s)`, ms, 'ms', pass);
  }
}

/** Mean processor time of a scene's first six seconds, the first picture (nothing is kept yet) included. */
function meanOfPictures(name, count = 150) {
  const world = openWorld(name, 1);
  const from = process.cpuUsage();
  for (let index = 0; index < count; index++) world.frame(index).close();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000 / count;
}

export default { name: 'world', title: 'rendered scenes', run };
