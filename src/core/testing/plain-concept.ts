import type { Concept } from '../specialists/concept.ts';

/** A thing of which nothing is said but what is `given`. */
export const plainConcept = (given: Partial<Concept> = {}): Concept => ({
  id: 'c1',
  phrase: 'thing',
  role: 'target',
  synonyms: [],
  sort: 'thing',
  count: 'one',
  colors: [],
  notColors: [],
  colorOfPart: false,
  shapes: [],
  textures: [],
  group: false,
  ...given,
});
