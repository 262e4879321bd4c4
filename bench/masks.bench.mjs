// Figures are ns a pixel of the 480 x 854 frame, or ns a run of the masks involved, beside a plain copy of the frame's bytes.
import {
  blendSoft,
  boxIouMatrix,
  connectedComponents,
  decodeRle,
  dilateMask,
  encodeRle,
  erodeMask,
  fillHoles,
  intersectMasks,
  invertMask,
  iouMatrix,
  maskContours,
  maskFromBitmap,
  maskFromRings,
  maskIou,
  masksFromLabels,
  maskToBitmap,
  resizeMask,
  resizeMaskSoft,
  softFromMask,
  softToMask,
  translateMask,
  unionAll,
  unionMasks,
} from '../dist/core/masks/index.js';
import { race } from './harness.mjs';

const size = [480, 854];
const pixels = size[0] * size[1];

/** Wobbly blobs of about 40,000 pixels, the mean size of an object in DAVIS. */
function blob(seed, scale = 1) {
  const [cx, cy] = [120 + ((seed * 197) % 614), 110 + ((seed * 89) % 260)];
  const ring = Array.from({ length: 90 }, (_, i) => {
    const angle = (i * Math.PI) / 45;
    const radius = 112 * scale * (1 + 0.2 * Math.sin(3 * angle + seed) + 0.06 * Math.sin(17 * angle + 2 * seed));
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
  });
  return maskFromRings([ring], size);
}

/** Islands and holes of a few pixels all over the frame. */
function speckled(mask) {
  const data = maskToBitmap(mask);
  for (let i = 0, s = 7; i < 4000; i++) {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    data[s % pixels] ^= 1;
  }
  return maskFromBitmap(data, size);
}

/** Repeats short work so that one timing is well above the clock's step. */
const times = (n, work) => () => {
  for (let i = 0; i < n; i++) work(i);
};

async function run(report) {
  const masks = Array.from({ length: 100 }, (_, i) => blob(i));
  const runs = masks.reduce((sum, mask) => sum + mask.runs.length, 0) / masks.length;
  const area = masks.reduce((sum, mask) => sum + mask.area, 0) / masks.length;
  const [a, b] = [blob(3), translateMask(blob(3), 9, 5)];
  const noisy = speckled(a);
  const bitmaps = masks.slice(0, 10).map((mask) => maskToBitmap(mask));
  const out = new Uint8Array(pixels);
  const strings = masks.map(encodeRle);
  const labels = new Int32Array(pixels);
  for (let i = 0; i < pixels; i++) labels[i] = 1 + Math.floor((i % 854) / 43) + 20 * Math.floor(i / 854 / 40);
  const soft = [softFromMask(a, { blur: 2 }), softFromMask(b, { blur: 2 })];
  const boxes = masks.map((mask) => mask.bbox);

  const work = {
    copy: [100, 'pixel', () => out.set(bitmaps[0])],
    'from bitmap': [10, 'pixel', (i) => maskFromBitmap(bitmaps[i % 10], size)],
    'to bitmap': [10, 'pixel', (i) => maskToBitmap(masks[i], out)],
    'all masks of a 240-label map': [1, 'pixel', () => masksFromLabels(labels, size)],
    'string from mask': [100, 'run', (i) => encodeRle(masks[i])],
    'mask from string': [100, 'run', (i) => decodeRle(strings[i], size)],
    'IoU of a pair': [100, 'run', () => maskIou(a, b)],
    'IoU matrix 100 x 100': [1, 'pair', () => iouMatrix(masks, masks)],
    'box IoU matrix 100 x 100': [1, 'pair', () => boxIouMatrix(boxes, boxes)],
    'union of a pair': [100, 'run', () => unionMasks(a, b)],
    'intersection of a pair': [100, 'run', () => intersectMasks(a, b)],
    'union of 100': [1, 'mask', () => unionAll(masks)],
    invert: [100, 'run', () => invertMask(a)],
    translate: [100, 'run', () => translateMask(a, 3, -2)],
    'dilate r = 1': [10, 'pixel', () => dilateMask(a, 1)],
    'dilate r = 8': [10, 'pixel', () => dilateMask(a, 8)],
    'erode r = 8': [10, 'pixel', () => erodeMask(a, 8)],
    'dilate r = 8, 4000 specks': [1, 'pixel', () => dilateMask(noisy, 8)],
    'components, 4000 specks': [3, 'pixel', () => connectedComponents(noisy)],
    'fill holes, 4000 specks': [3, 'pixel', () => fillHoles(noisy)],
    contours: [10, 'pixel', () => maskContours(a)],
    'nearest resize to 360 x 640': [10, 'pixel', () => resizeMask(a, [360, 640])],
    'soft resize to 360 x 640': [20, 'pixel', () => resizeMaskSoft(a, [360, 640])],
    'blend two soft masks': [20, 'pixel', () => blendSoft(soft[0], soft[1], 0.8)],
    'mask to soft mask': [20, 'pixel', () => softFromMask(a)],
    'soft mask to mask': [10, 'pixel', () => softToMask(soft[0])],
  };
  const best = await race(
    Object.fromEntries(Object.entries(work).map(([name, [n, , call]]) => [name, times(n, call)])),
  );
  const perCall = (name) => (best[name] * 1e6) / work[name][0];
  const share = { pixel: pixels, run: runs, pair: 10_000, mask: 100 };
  const copy = { name: 'plain copy', value: perCall('copy') / pixels };

  report.note(
    `100 masks of ${size[0]} x ${size[1]}, on average ${Math.round(area)} pixels and ${Math.round(runs)} runs`,
  );
  report.row('plain copy of the bytes', copy.value, 'ns/pixel');
  for (const [name, [, unit]] of Object.entries(work).slice(1)) {
    const value = perCall(name) / share[unit];
    report.row(
      `${name} (${(perCall(name) / 1000).toFixed(1)} us)`,
      value,
      `ns/${unit}`,
      unit === 'pixel' ? copy : undefined,
    );
  }
}

export default { name: 'masks', title: 'run-length masks', run };
