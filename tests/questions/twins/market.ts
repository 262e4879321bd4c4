import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * A market stall, one second, nothing moves.
 *
 *   woman 6 (yellow) x=60 holds basket 7 (brown) x=90 with a red apple 14 (24x24) in it
 *   crate 1 (brown, x=190) with apples: 11 red 26x26 x=150, 12 red 30x30 x=190, 13 green 26x26 x=230
 *   crate 2 (green, x=360) with oranges 21 30x30 x=325, 22 34x34 x=355 and a banana 23 40x14 x=395
 *   melon 24 (green, 60x50) x=470, pumpkin 25 (orange, 56x48) x=540, scale 9 (gray shiny) x=600, all on the table 10; man 5 (white) behind, x=290
 */
export const market = framesOf({
  seconds: 1,
  actors: [
    { id: 1, words: look('brown rectangular', 'crate', 'container'), size: [140, 50], path: [[0, 190, 250]] },
    { id: 2, words: look('green rectangular', 'crate', 'container'), size: [120, 50], path: [[0, 360, 250]] },
    { id: 5, words: look('white tall', 'person', 'man'), size: [70, 180], path: [[0, 290, 110]] },
    { id: 6, words: look('yellow tall', 'person', 'woman'), size: [60, 220], path: [[0, 50, 190]] },
    { id: 7, words: look('brown', 'basket', 'container'), size: [40, 40], path: [[0, 95, 200]] },
    { id: 9, words: look('gray shiny', 'scale'), size: [50, 60], path: [[0, 605, 245]] },
    { id: 10, words: look('brown wide', 'table', 'furniture'), size: [540, 60], path: [[0, 365, 305]] },
    { id: 11, words: look('red round', 'apple', 'fruit', 'food'), size: [26, 26], path: [[0, 150, 225]] },
    { id: 12, words: look('red round', 'apple', 'fruit', 'food'), size: [30, 30], path: [[0, 190, 223]] },
    { id: 13, words: look('green round', 'apple', 'fruit', 'food'), size: [26, 26], path: [[0, 230, 225]] },
    { id: 14, words: look('red round', 'apple', 'fruit', 'food'), size: [24, 24], path: [[0, 95, 185]] },
    { id: 21, words: look('orange round', 'orange', 'fruit', 'food'), size: [30, 30], path: [[0, 325, 223]] },
    { id: 22, words: look('orange round', 'orange', 'fruit', 'food'), size: [34, 34], path: [[0, 358, 221]] },
    { id: 23, words: look('yellow elongated', 'banana', 'fruit', 'food'), size: [40, 14], path: [[0, 398, 228]] },
    { id: 24, words: look('green round', 'melon', 'fruit', 'food'), size: [60, 50], path: [[0, 470, 250]] },
    { id: 25, words: look('orange round', 'pumpkin', 'vegetable', 'food'), size: [56, 48], path: [[0, 540, 251]] },
  ],
  ties: [
    ['on', 1, 10],
    ['on', 2, 10],
    ['on', 9, 10],
    ['on', 24, 10],
    ['on', 25, 10],
    ['in', 11, 1],
    ['in', 12, 1],
    ['in', 13, 1],
    ['in', 21, 2],
    ['in', 22, 2],
    ['in', 23, 2],
    ['in', 14, 7],
    ['holds', 6, 7],
  ],
});
