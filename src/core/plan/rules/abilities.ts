import type { Attribute } from '../../specialists/contract.ts';
import type { PlanRequest, UncheckedWord } from '../contract.ts';
import { type Parts, partsOfCondition, partsOfHappening, partsOfMeasure, partsOfPick } from './parts-of.ts';
import type { Cond, Measured, Phrase, Pick } from './phrase.ts';
import { impliedShape } from './usual-shapes.ts';
import type { MeasureName } from './vocabulary.ts';

/** What can be checked in this source with these specialists. */
export interface Abilities {
  readonly labels: boolean;
  readonly appearance: boolean;
  readonly depth: boolean;
  /** A video, in which things can be seen to move. */
  readonly motion: boolean;
}

export function abilitiesOf({ specialists, source }: PlanRequest): Abilities {
  const gives = (attribute: Attribute) => specialists.some((card) => card.provides.includes(attribute));
  return { labels: gives('labels'), appearance: gives('appearance'), depth: gives('depth'), motion: !source.still };
}

/** True where an active specialist can decide the condition. */
export function canCheck(condition: Cond, abilities: Abilities): boolean {
  return ownCheck(condition, abilities) && canSeeParts(partsOfCondition(condition), abilities);
}

function ownCheck(condition: Cond, abilities: Abilities): boolean {
  switch (condition.is) {
    case 'color':
    case 'shape':
    case 'texture':
      return abilities.appearance;
    case 'wears':
      return abilities.appearance && condition.colors.length > 0;
    case 'purpose':
      return abilities.labels;
    case 'state':
    case 'unseen':
      return false;
    case 'motion':
    case 'event':
    case 'role':
    case 'held':
      return abilities.motion;
    case 'group':
      return condition.by === 'near' || (condition.by === 'color' ? abilities.appearance : abilities.labels);
    case 'compare':
      return canMeasure(condition.measure, abilities);
    default:
      return condition.is !== 'count';
  }
}

function canSeeParts({ conditions, phrases, happenings, measures }: Parts, abilities: Abilities): boolean {
  return (
    conditions.every((c) => canCheck(c, abilities)) &&
    phrases.every((p) => canRefer(p, abilities)) &&
    happenings.every((h) => abilities.motion && canSeeParts(partsOfHappening(h), abilities)) &&
    measures.every((m) => canMeasure(m, abilities))
  );
}

/** True where the things that a phrase means can be found at all. */
export function canRefer(phrase: Phrase | undefined, abilities: Abilities): boolean {
  if (phrase === undefined) return true;
  if (phrase.noun === undefined || abilities.labels)
    return phrase.conditions.every((c) => canCheck(c, abilities) || c.is === 'count');
  return isChecked(phrase, abilities) || (abilities.appearance && impliedShape(phrase.noun) !== undefined);
}

/** True where something besides its name tells the thing from others. */
export function isChecked(phrase: Phrase, abilities: Abilities): boolean {
  return (
    phrase.conditions.some((condition) => canCheck(condition, abilities)) ||
    phrase.picks.some((pick) => canPick(pick, abilities)) ||
    phrase.except.some((other) => isChecked(other, abilities)) ||
    (phrase.partOf !== undefined && canRefer(phrase.partOf, abilities) && isChecked(phrase.partOf, abilities))
  );
}

export function canPick(pick: Pick, abilities: Abilities): boolean {
  if (pick.is === 'order') return canMeasureNow(pick.by, abilities);
  if (pick.is === 'group') return pick.by !== 'color' || abilities.appearance;
  return (pick.is !== 'event' || abilities.motion) && canSeeParts(partsOfPick(pick), abilities);
}

export function canMeasure(measure: Measured, abilities: Abilities): boolean {
  if (measure.is === 'now') return canMeasureNow(measure.by, abilities);
  if (measure.is === 'distance') return canRefer(measure.to, abilities);
  if (!abilities.motion) return false;
  if ((measure.is === 'then' || measure.is === 'change') && !canMeasureNow(measure.by, abilities)) return false;
  return canSeeParts(partsOfMeasure(measure), abilities);
}

export function canMeasureNow(by: MeasureName, abilities: Abilities): boolean {
  if (by === 'depth') return abilities.depth;
  if (by === 'brightness' || by === 'length') return abilities.appearance;
  return by !== 'speed' || abilities.motion;
}

/** What would be needed for a word that nothing here can see. */
export const remedies = {
  labels: 'needs a specialist that provides labels (one that can name things)',
  appearance: 'needs a specialist that provides appearance',
  depth: 'needs a specialist that provides depth',
  motion: 'needs a video: one picture shows no motion',
  manner: 'only that it moves can be seen, not how; needs a specialist that provides labels or captions',
  color: 'material cannot be seen; its usual colour is looked for instead',
  shade: 'shades of one colour are not told apart; ask for the darker or the brighter one',
  garment: 'needs a specialist that provides labels; the colour is looked for on its wearer',
  state: 'needs a specialist that provides states (open, closed, on, full)',
  grammar: 'say it with colours, shapes, sizes, positions, relations or motion, or plan with a language model',
} as const;

export function uncheckable(word: string, remedy: string): UncheckedWord {
  return { word: word.slice(0, 80), why: 'cannot-check', remedy };
}
