import type { Form } from './form.ts';
import { endOfPlaced, endPlacedBeside, nearestPlaced, placed } from './places.ts';
import { beside, between } from './sides.ts';

/** "the red mug on the plate" where no mug is red, or nothing is ever there. */
export const nowhere: Form = {
  name: 'spatial/absent',
  kind: 'spatial',
  absent: true,
  make(cast, random) {
    const made = random.pick([placed, beside, endOfPlaced, nearestPlaced, endPlacedBeside, between]).make(cast, random);
    return made?.several ? undefined : made;
  },
};
