import type { Attribute, SpecialistCard } from '../specialists/contract.ts';

/** The card of a specialist that gives and needs these, cheap and without limits. */
export const specialistCard = (
  id: string,
  provides: readonly Attribute[],
  needs: readonly Attribute[] = [],
): SpecialistCard => ({
  ...{ id, summary: id, provides, needs, cost: { msPerFrame: 1, msPerRegion: 0 }, cannot: [] },
});

/** Specialists for all that can be known, names left out. */
export const namelessCards: readonly SpecialistCard[] = [
  specialistCard('regions', ['masks', 'boxes']),
  specialistCard('looks', ['appearance'], ['masks']),
  specialistCard('flow', ['motion']),
  specialistCard('cue', ['depth'], ['masks']),
];

/** The same and one that gives names. */
export const namingCards: readonly SpecialistCard[] = [...namelessCards, specialistCard('names', ['labels', 'boxes'])];
