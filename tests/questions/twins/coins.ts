import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * Coins on a cloth, 10 s. Groups: yellow 1, 2 (26x26) and 3 (30x30) around (115,210); gray 4 (26x26) and 5 (24x24) around (415,150);
 * alone: yellow 6 (34x34) at (560,300), brown 7 (20x20) at (300,320). A blue mug 20 at (250,90), a white card 21 at (520,60).
 *
 * The pink hand 9 comes in at the top 3.0, touches the gray coin 5 3.9-6.1, slides it 4.0-6.0 to the yellow group, (145,225), goes off at the top 7.5.
 */
export const coins = framesOf({
  seconds: 10,
  actors: [
    { id: 1, words: look('yellow round', 'coin', 'money'), size: [26, 26], path: [[0, 100, 200]] },
    { id: 2, words: look('yellow round', 'coin', 'money'), size: [26, 26], path: [[0, 130, 200]] },
    { id: 3, words: look('yellow round', 'coin', 'money'), size: [30, 30], path: [[0, 115, 227]] },
    { id: 4, words: look('gray shiny round', 'coin', 'money'), size: [26, 26], path: [[0, 400, 150]] },
    {
      id: 5,
      words: look('gray shiny round', 'coin', 'money'),
      size: [24, 24],
      path: [
        [4, 430, 150],
        [6, 146, 227],
      ],
    },
    { id: 6, words: look('yellow round', 'coin', 'money'), size: [34, 34], path: [[0, 560, 300]] },
    { id: 7, words: look('brown round', 'coin', 'money'), size: [20, 20], path: [[0, 300, 320]] },
    {
      id: 9,
      words: look('pink', 'hand'),
      size: [50, 50],
      path: [
        [3, 440, 25],
        [3.8, 440, 113],
        [4, 440, 113],
        [6, 156, 190],
        [6.2, 156, 190],
        [7.4, 300, 25],
      ],
      here: [[3, 7.5]],
    },
    { id: 20, words: look('blue round', 'mug', 'cup'), size: [60, 60], path: [[0, 250, 90]] },
    { id: 21, words: look('white rectangular', 'card'), size: [80, 50], path: [[0, 520, 60]] },
  ],
  ties: [['touches', 9, 5, 3.9, 6.1]],
});
