import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * Coloured shapes without names, 12 s.
 *
 *   1 red round 80x80 (100,100)    2 blue rectangular 60x60 (300,100)     3 green triangular 50x50 (500,100)
 *   8 purple elongated 80x16 (200,190)         7 white spotted round 30x30 (400,190)
 *   4 yellow round 40x40 (100,280)    5 blue round 50x50 (300,280)         6 red striped rectangular 70x40 (500,280)
 *
 * 2.0-4.0 the yellow one rolls right to x=255 and touches the blue round one 4.0-6.0. 3.0-4.0 the red round one grows to 120x120.
 * 5.0 the blue rectangular one turns green. 6.0-8.0 the blue round one rolls right to x=440 and touches the red striped one 8.0-9.0.
 * 6.5 a black round thing 9 (30x30) enters at the bottom (x=560), stops 7.5 at y=220. 9.0-10.0 the white one flies up to y=60.
 * 10.0 the purple one is gone. 10.5-11.5 the green triangular one slides left to x=380.
 */
export const blobs = framesOf({
  seconds: 12,
  actors: [
    {
      id: 1,
      words: look('red round'),
      size: [
        [3, 80, 80],
        [4, 120, 120],
      ],
      path: [[0, 100, 100]],
    },
    {
      id: 2,
      words: look('blue rectangular'),
      size: [60, 60],
      path: [[0, 300, 100]],
      later: [[5, look('green rectangular')]],
    },
    {
      id: 3,
      words: look('green triangular'),
      size: [50, 50],
      path: [
        [10.5, 500, 100],
        [11.5, 380, 100],
      ],
    },
    {
      id: 4,
      words: look('yellow round'),
      size: [40, 40],
      path: [
        [2, 100, 280],
        [4, 255, 280],
      ],
    },
    {
      id: 5,
      words: look('blue round'),
      size: [50, 50],
      path: [
        [6, 300, 280],
        [8, 440, 280],
      ],
    },
    { id: 6, words: look('red striped rectangular'), size: [70, 40], path: [[0, 500, 280]] },
    {
      id: 7,
      words: look('white spotted round'),
      size: [30, 30],
      path: [
        [9, 400, 190],
        [10, 400, 60],
      ],
    },
    { id: 8, words: look('purple elongated'), size: [80, 16], path: [[0, 200, 190]], here: [[0, 10]] },
    {
      id: 9,
      words: look('black round'),
      size: [30, 30],
      path: [
        [6.5, 560, 344],
        [7.5, 560, 220],
      ],
      here: [[6.5]],
    },
  ],
  ties: [
    ['touches', 4, 5, 4, 6],
    ['touches', 5, 6, 8, 9],
  ],
  events: [
    { t: 3.5, type: 'changes size', who: 1 },
    { t: 5, type: 'changes color', who: 2 },
  ],
});
