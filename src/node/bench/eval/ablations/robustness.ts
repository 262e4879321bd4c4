import { darken, fewerPixels, gaussianBlur, greyBoxes, greyNoise } from '../../../../core/bench/disturb/index.ts';
import type { Ablation } from './contract.ts';

/**
 * What makes seeing harder; the truth stays. In the order in which it happens to a picture: in the scene, with the
 * light, in the lens, on the sensor, on the way.
 */
export const robustness: readonly Ablation[] = [
  {
    name: 'occlude',
    summary: 'grey boxes that move slowly cover this share of the picture',
    values: { name: 'SHARE', from: 0.01, to: 1, sweep: [0.1, 0.3] },
    needsPictures: true,
    changes: (share) => ({ picture: (stream) => greyBoxes(share, stream) }),
  },
  {
    name: 'shake',
    summary: 'the picture is shifted by up to so many px along each axis, each frame for itself; the truth with it',
    values: { name: 'PX', from: 1, to: 200, whole: true, sweep: [2, 8] },
    needsPictures: true,
    changes: (shakePx) => ({ shakePx }),
  },
  {
    name: 'dark',
    summary: 'grey levels times FACTOR',
    values: { name: 'FACTOR', from: 0, to: 1, sweep: [0.5, 0.25] },
    needsPictures: true,
    changes: (factor) => ({ picture: () => darken(factor) }),
  },
  {
    name: 'blur',
    summary: 'Gaussian blur of this standard deviation',
    values: { name: 'PX', from: 0.1, to: 100, sweep: [1, 2, 4] },
    needsPictures: true,
    changes: (sd) => ({ picture: (stream) => gaussianBlur(sd, stream) }),
  },
  {
    name: 'small',
    summary: 'sides of FACTOR of their pixels, enlarged again',
    values: { name: 'FACTOR', from: 0.01, to: 1, sweep: [0.5, 0.25] },
    needsPictures: true,
    changes: (factor) => ({ picture: (stream) => fewerPixels(factor, stream) }),
  },
  {
    name: 'noise',
    summary: 'normal noise of this standard deviation in grey levels',
    values: { name: 'SD', from: 0.1, to: 255, sweep: [5, 10, 20] },
    needsPictures: true,
    changes: (sd) => ({ picture: (stream) => greyNoise(sd, stream) }),
  },
  {
    name: 'drop',
    summary: 'this share of the frames is missing; the answer before them is scored for them',
    values: { name: 'SHARE', from: 0.01, to: 0.99, sweep: [0.1, 0.3, 0.5] },
    changes: (dropped) => ({ dropped }),
  },
  {
    name: 'speed',
    summary: 'only every Nth frame exists: things move N times as far from frame to frame; only those are scored',
    values: { name: 'N', from: 2, to: 100, whole: true, sweep: [2, 4] },
    changes: (every) => ({ every }),
  },
];
