import { InputError } from '../base/errors.ts';
import type { MotionObservation } from '../specialists/contract.ts';
import type { SeenFrame } from './seen-frame.ts';

/**
 * What specialists say is checked at the door: a number that is none would go through every track.
 * @throws InputError naming the list, the place and the value
 */
export function checkSeen({ index, detections = [], motion, ...lists }: SeenFrame): void {
  for (const list of ['appearance', 'depth', 'soft'] as const) {
    const length = lists[list]?.length ?? detections.length;
    if (length !== detections.length)
      throw new InputError(`${list} has ${length} entries for ${detections.length} detections (frame ${index})`);
  }
  detections.forEach(({ score }, i) => {
    requireNumber(score, `score of detection ${i} (frame ${index})`);
  });
  // Nothing may be there at all: a depth may be infinite.
  lists.depth?.forEach((depth, i) => {
    if (depth !== null && Number.isNaN(depth.value))
      requireNumber(depth.value, `depth of detection ${i} (frame ${index})`);
  });
  checkMotion(motion);
}

/** @throws InputError as `checkSeen` */
export function checkMotion(motion: MotionObservation | undefined): void {
  if (motion === undefined || motion.cut === true) return;
  for (const number of motion.camera) requireNumber(number, "the camera's motion");
  motion.regions.forEach((region, i) => {
    if (region === null) return;
    for (const number of [...region.shift, ...region.ownShift, region.scale, region.confidence])
      requireNumber(number, `the motion of region ${i}`);
  });
}

function requireNumber(value: number, what: string): void {
  if (!Number.isFinite(value)) throw new InputError(`${what} is ${value}, not a finite number`);
}
