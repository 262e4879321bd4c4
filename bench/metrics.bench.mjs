// J and F of pairs of masks at 480p, beside the DAVIS 2017 code and beside reading the same masks' bytes once.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jAndF } from '../dist/core/bench/index.js';
import {
  decodeRle,
  encodeRle,
  maskFromRings,
  maskIou,
  masksFromLabels,
  maskToBitmap,
  paintMask,
} from '../dist/core/masks/index.js';
import { decodeIndexedPng, encodeIndexedPng } from '../dist/node/media/indexed-png.js';
import { race } from './harness.mjs';

/**
 * davis2017-evaluation ac7c43f on blackswan, 48 frames with one object, arrays in memory: 0.151 s with numpy 1.24 and
 * OpenCV 4.6 on two cores of an AMD EPYC; from PNG files 0.464 s.
 */
const reference = { memory: 151 / 48, files: 464 / 48 };
const goldens = join(dirname(fileURLToPath(import.meta.url)), '../../shared/golden/davis/real');
const rounds = 7;
const warmup = 2;

/** Bytes of the PNGs of truth and prediction, frame by frame. */
function goldenFrames() {
  const read = (sequence, kind) => {
    const dir = join(goldens, sequence, kind);
    return readdirSync(dir).map((name) => readFileSync(join(dir, name)));
  };
  return readdirSync(goldens).flatMap((sequence) => {
    const [gt, matched, proposals] = ['gt', 'pred_matched', 'pred_proposals'].map((kind) => read(sequence, kind));
    return gt.flatMap((png, i) => [
      [png, matched[i]],
      [png, proposals[i]],
    ]);
  });
}

/** Two wobbly blobs that wander through the frame; the prediction is a little off in place and outline. */
function syntheticFrames() {
  const size = [480, 854];
  return Array.from({ length: 50 }, (_, t) => [picture(t, 0), picture(t, 3)]);

  function picture(t, off) {
    const labels = new Uint8Array(size[0] * size[1]);
    for (const k of [1, 2]) {
      const [cx, cy] = [150 + k * 130 + 5 * t + off, 150 + k * 70 + 40 * Math.sin(t / 8 + k) - off / 2];
      const ring = Array.from({ length: 90 }, (_, i) => {
        const angle = (i * Math.PI) / 45;
        const radius = 112 * (1 + 0.2 * Math.sin(3 * angle + t / 9) + 0.06 * Math.sin(17 * angle + 2 * k + off));
        return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
      });
      paintMask(maskFromRings([ring], size), labels, k);
    }
    return encodeIndexedPng({ labels, width: size[1], height: size[0] });
  }
}

function readMasks(png) {
  const { labels, width, height } = decodeIndexedPng(png);
  return masksFromLabels(labels, [height, width]);
}

/** Each object of the truth with the mask that overlaps it most. */
function pairsOf([gt, pred]) {
  const guesses = [...readMasks(pred).values()];
  return [...readMasks(gt).values()].flatMap((truth) => {
    const best = guesses.map((mask) => [maskIou(truth, mask), mask]).sort(([a], [b]) => b - a)[0];
    return best === undefined ? [] : [[truth, best[1]]];
  });
}

function sumOf(bytes) {
  let sum = 0;
  for (let i = 0; i < bytes.length; i++) sum += bytes[i];
  return sum;
}

async function run(report) {
  const frames = existsSync(goldens) ? goldenFrames() : syntheticFrames();
  const pairs = frames.flatMap(pairsOf);
  // Masks keep their area and box once asked, so every round gets masks that nobody has asked.
  const codes = pairs.map((pair) => pair.map((mask) => [encodeRle(mask), mask.size]));
  const fresh = Array.from({ length: warmup + rounds }, () =>
    codes.map((pair) => pair.map(([code, size]) => decodeRle(code, size))),
  );
  const bitmaps = pairs.map((pair) => pair.map((mask) => maskToBitmap(mask)));
  let sink = 0;
  const best = await race(
    {
      'memory pass': () => {
        for (const pair of bitmaps) sink += sumOf(pair[0]) + sumOf(pair[1]);
      },
      'J and F': () => {
        for (const [gt, pred] of fresh.pop()) sink += jAndF(gt, pred).jf;
      },
      'J and F from PNG': () => {
        for (const frame of frames) for (const [gt, pred] of pairsOf(frame)) sink += jAndF(gt, pred).jf;
      },
    },
    { rounds, warmup },
  );
  const perPair = (name) => best[name] / pairs.length;
  const source = existsSync(goldens)
    ? 'masks of OSVOS and RVOS on three DAVIS sequences'
    : '../shared is absent: synthetic moving shapes, 480 x 854';
  report.note(`${pairs.length} pairs of masks in ${frames.length} pairs of frames; ${source}; sum ${sink.toFixed(3)}`);
  const pass = { name: 'summing the bytes of both bitmaps', value: perPair('memory pass') };
  const davis = { name: 'the DAVIS 2017 code', value: reference.memory };
  report.row('sum of the bytes of both bitmaps, a frame', pass.value, 'ms');
  report.row('J and F of one object, masks in memory, a frame', perPair('J and F'), 'ms', davis);
  report.row('the same', perPair('J and F'), 'ms', pass);
  report.note(`${(reference.memory / perPair('J and F')).toFixed(1)} times as fast as the DAVIS 2017 code`);
  const files = { name: 'the DAVIS 2017 code', value: reference.files };
  report.row(
    'J and F of all objects, two PNGs decoded, a frame',
    best['J and F from PNG'] / frames.length,
    'ms',
    files,
  );
}

export default { name: 'metrics', title: 'J and F of DAVIS 2017', run };
