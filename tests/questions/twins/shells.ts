import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * A shell game, 12 s. Three red cups on a gray table 10: 1 at x=160, 2 lifted above x=320, 3 at x=480; a yellow ball 4 lies at x=320,
 * a green ball 7 beside the cups at x=590. The hand 5 (pink) holds cup 2.
 *
 * 1.0-1.8 cup 2 comes down over the yellow ball: the ball is in it and hidden from 1.8; the hand lets go 2.1.
 * 3.0-4.0 cups 1 and 2 change places: 2 at 160, 1 at 320 (2 in front).
 * 5.0-6.0 cups 2 and 3 change places: 2 at 480, 3 at 160 (both pass in front of 1).
 * 7.0-8.0 cups 1 and 3 change places: 1 at 160, 3 at 320.
 * 9.0 the hand takes cup 1 (off the table 9.2): nothing under it; it is down again 10.3, let go 10.6.
 */
export const shells = framesOf({
  seconds: 12,
  actors: [
    {
      id: 1,
      words: look('red tall', 'cup'),
      size: [60, 70],
      path: [
        [3, 160, 200],
        [4, 320, 200],
        [7, 320, 200],
        [8, 160, 200],
        [9.2, 160, 200],
        [9.6, 160, 120],
        [9.9, 160, 120],
        [10.3, 160, 200],
      ],
    },
    {
      id: 2,
      words: look('red tall', 'cup'),
      size: [60, 70],
      path: [
        [1, 320, 130],
        [1.8, 320, 200],
        [3, 320, 200],
        [4, 160, 200],
        [5, 160, 200],
        [6, 480, 200],
      ],
    },
    {
      id: 3,
      words: look('red tall', 'cup'),
      size: [60, 70],
      path: [
        [5, 480, 200],
        [6, 160, 200],
        [7, 160, 200],
        [8, 320, 200],
      ],
    },
    {
      id: 4,
      words: look('yellow round', 'ball'),
      size: [24, 24],
      path: [
        [3, 320, 222],
        [4, 160, 222],
        [5, 160, 222],
        [6, 480, 222],
      ],
      seen: [[0.01, 1.8]],
    },
    {
      id: 5,
      words: look('pink', 'hand'),
      size: [40, 40],
      path: [
        [1, 320, 80],
        [1.8, 320, 150],
        [2.1, 320, 150],
        [2.8, 580, 60],
        [8.2, 580, 60],
        [9, 160, 150],
        [9.2, 160, 150],
        [9.6, 160, 70],
        [9.9, 160, 70],
        [10.3, 160, 150],
        [10.6, 160, 150],
        [11.4, 580, 60],
      ],
    },
    { id: 7, words: look('green round', 'ball'), size: [24, 24], path: [[0, 590, 222]] },
    { id: 10, words: look('gray wide', 'table', 'furniture'), size: [620, 60], path: [[0, 320, 265]] },
  ],
  ties: [
    ['on', 1, 10, 0, 9.2],
    ['on', 1, 10, 10.3],
    ['on', 2, 10, 1.8],
    ['on', 3, 10],
    ['on', 4, 10],
    ['on', 7, 10],
    ['in', 4, 2, 1.8],
    ['holds', 5, 2, 0, 2.1],
    ['holds', 5, 1, 9, 10.6],
    ['hides', 2, 4, 1.8],
  ],
  events: [
    { t: 1.8, type: 'is covered by', who: 4, other: 2 },
    { t: 3.7, type: 'passes in front of', who: 2, other: 1 },
    { t: 5.7, type: 'passes in front of', who: 2, other: 1 },
    { t: 5.7, type: 'passes in front of', who: 3, other: 1 },
    { t: 5.7, type: 'passes in front of', who: 3, other: 2 },
    { t: 7.7, type: 'passes in front of', who: 3, other: 1 },
  ],
});
