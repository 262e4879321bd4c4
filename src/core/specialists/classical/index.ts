import type { Specialist } from '../contract.ts';
import { appearanceSpecialist } from './appearance/index.ts';
import { depthCueSpecialist } from './depth/index.ts';
import { motionSpecialist } from './motion/index.ts';
import { regionsSpecialist } from './regions/index.ts';

export * from './appearance/index.ts';
export * from './depth/index.ts';
export * from './motion/index.ts';
export * from './regions/index.ts';

/** How the built-in specialists work. */
export interface ClassicalOptions {
  /** Longer side, px, at which regions are found. @default 640 for pictures, 480 for streams */
  readonly workingLongSide?: number;
}

/** The built-in specialists: classical vision, no weights. They cannot name things. */
export function classicalSpecialists({ workingLongSide }: ClassicalOptions = {}): Specialist[] {
  return [
    regionsSpecialist(workingLongSide === undefined ? {} : { longSide: workingLongSide }),
    appearanceSpecialist(),
    motionSpecialist(),
    depthCueSpecialist(),
  ];
}
