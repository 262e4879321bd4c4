import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * Two shelves of bottles and a hand, 16 s.
 *
 *   upper shelf 10 (brown):  1 green 30x100 x=100 | 2 green 30x80 x=180 | 3 brown 34x110 x=260 | 4 blue 26x60 x=340 | jar 5 red x=430 | can 6 red x=520
 *   lower shelf 11 (white):  7 yellow 40x120 x=120 | 8 green 40x90 x=240 |                     | box 9 white striped x=370 | jar 12 blue x=500
 *
 * 1.0 the hand 20 enters at the right. 2.0 takes bottle 3 (off the upper shelf 2.2), puts it on the lower shelf at x=310, 4.0, lets go 4.3.
 * 5.0 takes bottle 4 (off 5.2), lifts it, puts it back at its place 6.9, lets go 7.2.
 * 8.0 takes bottle 8 (off 8.2), leaves with it at the right 10.0; both come back 12.0, bottle 8 is on the lower shelf again 13.0, let go 13.2.
 * 14.5 the hand leaves.
 */
export const bottles = framesOf({
  seconds: 16,
  actors: [
    { id: 1, words: look('green tall', 'bottle', 'container'), size: [30, 100], path: [[0, 100, 94]] },
    { id: 2, words: look('green tall', 'bottle', 'container'), size: [30, 80], path: [[0, 180, 104]] },
    {
      id: 3,
      words: look('brown tall', 'bottle', 'container'),
      size: [34, 110],
      path: [
        [2.2, 260, 89],
        [3.8, 310, 249],
      ],
    },
    {
      id: 4,
      words: look('blue transparent tall', 'bottle', 'container'),
      size: [26, 60],
      path: [
        [5.2, 340, 114],
        [6, 340, 64],
        [6.8, 340, 114],
      ],
    },
    { id: 5, words: look('red round', 'jar', 'container'), size: [50, 50], path: [[0, 430, 119]] },
    { id: 6, words: look('red shiny', 'can', 'container'), size: [30, 50], path: [[0, 520, 119]] },
    { id: 7, words: look('yellow tall', 'bottle', 'container'), size: [40, 120], path: [[0, 120, 244]] },
    {
      id: 8,
      words: look('green tall', 'bottle', 'container'),
      size: [40, 90],
      path: [
        [8.2, 240, 259],
        [9.9, 618, 249],
        [12, 618, 249],
        [12.9, 240, 259],
      ],
      here: [[0, 10], [12]],
    },
    { id: 9, words: look('white striped rectangular', 'box', 'container'), size: [80, 60], path: [[0, 370, 274]] },
    { id: 10, words: look('brown wide', 'shelf', 'furniture'), size: [560, 12], path: [[0, 320, 150]] },
    { id: 11, words: look('white wide', 'shelf', 'furniture'), size: [560, 12], path: [[0, 320, 310]] },
    { id: 12, words: look('blue round', 'jar', 'container'), size: [50, 60], path: [[0, 500, 274]] },
    {
      id: 20,
      words: look('pink', 'hand'),
      size: [40, 40],
      path: [
        [1, 618, 100],
        [1.8, 285, 90],
        [2.2, 285, 90],
        [3.8, 335, 250],
        [4.3, 335, 250],
        [5, 362, 110],
        [5.2, 362, 110],
        [6, 362, 60],
        [6.8, 362, 110],
        [7.2, 362, 110],
        [8, 265, 250],
        [8.2, 265, 250],
        [9.9, 618, 240],
        [12, 618, 240],
        [12.9, 265, 250],
        [13.2, 265, 250],
        [14.4, 618, 100],
      ],
      here: [
        [1, 10],
        [12, 14.5],
      ],
    },
  ],
  ties: [
    ['on', 1, 10],
    ['on', 2, 10],
    ['on', 3, 10, 0, 2.2],
    ['on', 3, 11, 4],
    ['on', 4, 10, 0, 5.2],
    ['on', 4, 10, 6.9],
    ['on', 5, 10],
    ['on', 6, 10],
    ['on', 7, 11],
    ['on', 8, 11, 0, 8.2],
    ['on', 8, 11, 13],
    ['on', 9, 11],
    ['on', 12, 11],
    ['holds', 20, 3, 2, 4.3],
    ['holds', 20, 4, 5, 7.2],
    ['holds', 20, 8, 8, 13.2],
  ],
});
