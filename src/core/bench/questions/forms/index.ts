import { doneToReference, orderedDoneTo } from './done-to.ts';
import { after, done, never, ordered, orderedLooked } from './events.ts';
import type { Form } from './form.ts';
import { absent, looked, lookedFunction, named, purposed } from './looks.ts';
import { nowhere } from './nowhere.ts';
import { byPart, partOfNamed, partOfRanked } from './parts.ts';
import { endOfPlaced, endPlacedBeside, nearestPlaced, placed } from './places.ts';
import { end, nearestToCamera, nth } from './rows.ts';
import { beside, between, endOfColoredBeside, nearest } from './sides.ts';
import { alike, ranked, rankedAlike, rankedUnlike } from './sizes.ts';
import { held, left, movingNow, neverMoved } from './states.ts';

export type { Form } from './form.ts';

/** Every form of question; a new one is one object in the file of its subject and one name here. */
export const forms: readonly Form[] = [
  ...[looked, named, purposed, partOfNamed, ranked, rankedUnlike, alike, byPart, lookedFunction, partOfRanked],
  ...[rankedAlike, absent],
  ...[end, nth, nearestToCamera, placed, beside, endOfPlaced, nearest, between, endPlacedBeside, nearestPlaced],
  ...[endOfColoredBeside, nowhere],
  ...[neverMoved, movingNow, done, held, doneToReference, ordered, orderedDoneTo, left, after, orderedLooked, never],
];
