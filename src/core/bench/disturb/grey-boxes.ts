import type { PictureChange, PictureStream } from './contract.ts';
import { frameRandom } from './frame-random.ts';

const [columns, rows, grey] = [3, 2, 128];
/** Fastest along one axis, diagonals of the picture a second. */
const speed = 0.04;

/**
 * Lays six grey boxes over the picture, which together cover `share` of it (0..1, up to whole pixels). Each has the
 * picture's proportions and wanders slowly in a sixth of its own, so that no two overlap.
 */
export function greyBoxes(share: number, { width, height, seed }: PictureStream): PictureChange {
  const random = frameRandom(seed, 'occlude', 0);
  const [cellWidth, cellHeight] = [width / columns, height / rows];
  const side = Math.sqrt(share);
  const [w, h] = [Math.round(cellWidth * side), Math.round(cellHeight * side)];
  const diagonal = Math.hypot(width, height);
  const boxes = Array.from({ length: columns * rows }, (_, i) => ({
    x: wander(Math.floor((i % columns) * cellWidth), Math.floor(cellWidth) - w, random, diagonal),
    y: wander(Math.floor(Math.floor(i / columns) * cellHeight), Math.floor(cellHeight) - h, random, diagonal),
  }));
  return (data, { time }) => {
    for (const { x, y } of boxes) {
      const [left, top] = [x(time), y(time)];
      for (let row = top; row < top + h; row++) {
        const at = (row * width + left) * 3;
        data.fill(grey, at, at + w * 3);
      }
    }
  };
}

/** To and fro between `from` and `from + range`, in whole pixels, at a speed and from a place of its own. */
function wander(
  from: number,
  range: number,
  random: { between(low: number, high: number): number },
  diagonal: number,
): (time: number) => number {
  const [start, velocity] = [random.between(0, 2), random.between(-speed, speed) * diagonal];
  if (range <= 0) return () => from;
  return (time) => {
    const way = (((start * range + velocity * time) % (2 * range)) + 2 * range) % (2 * range);
    return from + Math.round(way < range ? way : 2 * range - way);
  };
}
