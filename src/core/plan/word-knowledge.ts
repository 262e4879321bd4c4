/**
 * What words mean beside their grammar, for things that a specialist names. Nouns are singular and lower case, verbs in
 * their base form. Answers are ordered, likeliest first, and short (at most 40 names).
 */
export interface WordKnowledge {
  /** Other words for the same thing. */
  synonyms(noun: string): readonly string[];
  /** Names that the noun is a kind of: "mug": cup, container. */
  widerNames(noun: string): readonly string[];
  /** Names of common things that are a kind of the noun: "furniture": chair, table. Empty for a kind without kinds. */
  narrowerNames(noun: string): readonly string[];
  isA(narrow: string, wide: string): boolean;
  /** Names of common things that serve the purpose: `drink`: cup, mug, glass; empty when nothing is known. */
  usedFor(verb: string): readonly string[];
}

/** Most names that an answer gives. */
export const maxNames = 40;
