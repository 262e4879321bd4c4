/** The ends of a row, and how a program takes them. */
export const ends = [
  { word: 'leftmost', pick: 'min(x)' },
  { word: 'rightmost', pick: 'max(x)' },
] as const;
/** Left and right of something, and the program's words. */
export const sides = [
  { word: 'to the left of', relation: 'leftOf' },
  { word: 'to the right of', relation: 'rightOf' },
  { word: 'left of', relation: 'leftOf' },
  { word: 'right of', relation: 'rightOf' },
] as const;
