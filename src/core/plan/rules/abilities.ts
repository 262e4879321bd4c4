import type { Attribute } from '../../specialists/contract.ts';
import type { PlanRequest, UncheckedWord } from '../contract.ts';
import type { Cond, Phrase, Pick } from './phrase.ts';

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
  switch (condition.is) {
    case 'color':
    case 'shape':
    case 'texture':
    case 'wears':
      return abilities.appearance && (condition.is !== 'wears' || condition.colors.length > 0);
    case 'motion':
    case 'event':
      return (
        abilities.motion &&
        (condition.is !== 'event' ||
          (canRefer(condition.other?.phrase, abilities) && canRefer(condition.by?.phrase, abilities)))
      );
    case 'relation':
      return canRefer(condition.to.phrase, abilities);
    case 'between':
      return canRefer(condition.a, abilities) && canRefer(condition.b, abilities);
    case 'compare':
      return canMeasure(condition.by, abilities) && canRefer(condition.to?.phrase, abilities);
    case 'count':
      return false;
    case 'not':
    case 'ever':
    case 'always':
    case 'at-start':
      return canCheck(condition.of, abilities);
    case 'all':
    case 'any':
      return condition.of.every((c) => canCheck(c, abilities));
    default:
      return true;
  }
}

/** True where the things that a phrase means can be found at all. */
export function canRefer(phrase: Phrase | undefined, abilities: Abilities): boolean {
  if (phrase === undefined) return true;
  if (phrase.noun === undefined || abilities.labels)
    return phrase.conditions.every((c) => canCheck(c, abilities) || c.is === 'count');
  return isChecked(phrase, abilities);
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
  if (pick.is === 'order') return canMeasure(pick.by, abilities);
  if (pick.is === 'event') return abilities.motion;
  return pick.is === 'touched' ? abilities.motion && canRefer(pick.by, abilities) : canRefer(pick.to, abilities);
}

function canMeasure(by: string, abilities: Abilities): boolean {
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
  grammar: 'say it with colours, shapes, sizes, positions, relations or motion, or plan with a language model',
} as const;

export function uncheckable(word: string, remedy: string): UncheckedWord {
  return { word: word.slice(0, 80), why: 'cannot-check', remedy };
}
