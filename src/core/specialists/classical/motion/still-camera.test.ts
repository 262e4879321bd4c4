import { describe, expect, it } from 'vitest';
import type { GrayLevel } from './gray-pyramid.ts';
import { isStillCamera } from './still-camera.ts';

/** A facade: many level ledges, a few upright edges; moved by (dx, dy) px, with smooth edges so that parts of a pixel count. */
function facade(dx: number, dy: number, bright = 0): GrayLevel {
  const [width, height] = [160, 90];
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ledges = 45 * Math.sin((y - dy) / 1.6);
      const posts = (x - dx) % 40 < 20 ? 20 * Math.sin((x - dx) / 1.5) : 0;
      data[y * width + x] = 128 + bright + ledges + posts;
    }
  }
  return { width, height, data };
}

describe('isStillCamera', () => {
  it.each<[string, number, number, number, boolean]>([
    ['nothing moves', 0, 0, 0, true],
    ['the exposure drifts', 0, 0, 4, true],
    ['a slow pan along most of the edges', 0.35, 0, 0, false],
    ['a slow tilt', 0, 0.35, 0, false],
    ['a fast pan', 4, 0, 0, false],
  ])('%s', (_, dx, dy, bright, still) => {
    expect(isStillCamera(facade(0, 0), facade(dx, dy, bright))).toBe(still);
  });
});
