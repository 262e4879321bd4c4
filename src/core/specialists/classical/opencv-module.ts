import module from '@techstark/opencv-js';

/**
 * The raw OpenCV.js module in a box. It is thenable before it has started, and a promise that is given it never
 * settles: bundlers and test runners pass a namespace of a CommonJS package through promises, this file's they can.
 */
export const opencvModule = { cv: module as unknown as typeof globalThis.cv };
