import type { Sheet } from '../row.ts';
import { coins } from '../twins/coins.ts';

export const coinsSheet: Sheet = {
  twin: 'coins',
  names: true,
  frames: coins,
  rows: [
    ['semantic', 1, 'all yellow coins', [1, 2, 3, 6]],
    ['semantic', 1, 'the shiny coins', [4, 5]],
    ['semantic', 2, 'the largest coin', [6]],
    ['semantic', 2, 'the second smallest coin', [5]],
    ['semantic', 2, 'coins which are not yellow', [4, 5, 7]],
    ['semantic', 3, 'the largest of the coins that are not yellow', [4]],
    ['semantic', 3, 'the coin whose colour no other coin has', [7]],
    ['semantic', 3, 'the coins of the most common colour', [1, 2, 3, 6]],
    ['semantic', 3, 'the yellow coin that is bigger than all the other yellow coins', [6]],
    ['semantic', 3, 'the yellow coins if there are more than ten coins, otherwise the mug', [20]],
    ['spatial', 1, 'the coin that is furthest left', [1]],
    ['spatial', 2, 'the coins that lie apart from the others', [6, 7], { at: 1 }],
    ['spatial', 2, 'the biggest group of coins', [1, 2, 3], { at: 1 }],
    ['spatial', 2, 'the biggest group of coins', [1, 2, 3, 5]],
    ['spatial', 3, 'the yellow coin that lies by itself', [6]],
    ['spatial', 3, 'the coin that is not gray and is closest to the card', [6]],
    ['temporal', 1, 'which coin was moved?', [5]],
    ['temporal', 1, 'the coin the hand touched', [5]],
    ['temporal', 2, 'the coins that have not moved since the hand came in', [1, 2, 3, 4, 6, 7]],
    ['temporal', 2, 'the coin that is farther to the left than before', [5]],
    ['temporal', 3, 'the coin that was to the right of the mug at the start and is to the left of it now', [5]],
  ],
};
