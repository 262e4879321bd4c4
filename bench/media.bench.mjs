// Decoding of a clip made here, and the cost of an overlay beside a plain copy of the same frame.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maskFromBitmap } from '../dist/core/masks/index.js';
import { drawOverlay, resizeRgb } from '../dist/core/media/index.js';
import { encodeIndexedPng, openSource, VideoEncoder } from '../dist/node/media/index.js';
import { race } from './harness.mjs';

const clipFrames = 150;

export default {
  name: 'media',
  title: 'decoding, overlays, scaling (640 x 360 and 1920 x 1080)',
  async run(report) {
    await decoding(report);
    for (const [width, height] of [
      [640, 360],
      [1920, 1080],
    ])
      await drawing(report, width, height);
  },
};

async function decoding(report) {
  const dir = mkdtempSync(join(tmpdir(), 'twinseg-bench-'));
  try {
    const path = join(dir, 'clip.mp4');
    await makeClip(path, 640, 360);
    const { decode, copy } = await race(
      { decode: () => readAll(path), copy: () => copyFrames(640, 360) },
      { rounds: 3 },
    );
    report.row('decode H.264 640 x 360 to RGB', (clipFrames / decode) * 1000, 'frames/s', {
      name: 'plain copies of the frames',
      value: (clipFrames / copy) * 1000,
    });
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** A pattern that moves, with some noise, so that frames cost bits. */
async function makeClip(path, width, height) {
  const encoder = await VideoEncoder.open(path, { width, height, fps: 30 });
  const pixels = new Uint8Array(width * height * 3);
  for (let t = 0; t < clipFrames; t++) {
    for (let i = 0, p = 0; p < pixels.length; i++, p += 3) {
      const [x, y] = [i % width, Math.floor(i / width)];
      pixels[p] = 128 + 90 * Math.sin((x + 3 * t) / 40);
      pixels[p + 1] = 128 + 90 * Math.sin((y - 2 * t) / 30);
      pixels[p + 2] = ((x * 2654435761 + y * 40503 + t) >>> 5) & 31;
    }
    await encoder.write(pixels, t / 30);
  }
  await encoder.close();
}

async function readAll(path) {
  for await (const frame of await openSource(path)) frame.close();
}

function copyFrames(width, height) {
  const from = new Uint8Array(width * height * 3);
  const to = new Uint8Array(from.length);
  for (let i = 0; i < clipFrames; i++) to.set(from);
}

async function drawing(report, width, height) {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => i * 7);
  const objects = Array.from({ length: 8 }, (_, k) => blob(k, width, height));
  const labels = new Uint8Array(width * height);
  const out = new Uint8Array(data.length);
  const frame = { width, height, data };
  const times = await race({
    copy: () => out.set(data),
    overlay: () => drawOverlay(frame, objects, { out, legend: 'all things that look like a wobbly disc' }),
    plain: () => drawOverlay(frame, objects, { out, labels: false }),
    half: () => resizeRgb(data, width, height, width / 2, height / 2),
    png: () => encodeIndexedPng({ labels, width, height }),
  });
  const reference = { name: 'plain copy', value: times.copy };
  const size = `${width} x ${height}`;
  report.row(`overlay of 8 objects, labels, legend, ${size}`, times.overlay, 'ms', reference);
  report.row(`fill and outline only, ${size}`, times.plain, 'ms', reference);
  report.row(`scale to half, ${size}`, times.half, 'ms', reference);
  report.row(`encode a mask PNG, ${size}`, times.png, 'ms', reference);
}

/** One of eight wobbly discs, each about 2 % of the picture. */
function blob(k, width, height) {
  const [cx, cy, radius] = [width * (0.1 + 0.11 * k), height * (0.3 + 0.4 * (k % 2)), height * 0.11];
  const inside = (x, y) => Math.hypot(x - cx, y - cy) < radius * (1 + 0.1 * Math.sin(Math.atan2(y - cy, x - cx) * 7));
  const bitmap = Uint8Array.from({ length: width * height }, (_, i) => +inside(i % width, Math.floor(i / width)));
  return { id: k + 1, score: 1, label: 'disc', mask: maskFromBitmap(bitmap, [height, width]) };
}
