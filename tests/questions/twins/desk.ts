import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * A desk, 14 s.
 *
 *   at 0, on the desk 10 (x 60..460): red book 1 (80x16) with blue book 2 (70x16) on it and green book 3 (60x14) on that, x=120;
 *   white cup 9 with a blue pen 7 in it, x=190; yellow book 4 (80x16) x=250; laptop 6 (gray shiny) x=310; lamp 5 (black) x=380.
 *   Right of the desk a black chair 12, x=500; a blue window 11 in the wall, x=540.
 *
 * 0.3-1.4 the man 8 (green) walks from x=560 to x=200. 1.5 takes the green book (off the blue 1.7), it is on the yellow book from 3.4, let go 3.6.
 * 5.0 takes the blue book (off the red 5.2), it is on the chair from 6.5, let go 6.7.
 * 8.0 takes the pen (out of the cup 8.2), it is on the red book from 10.0, let go 10.2.
 * 11.0 takes the cup (off the desk 11.2), walks off right with it, both leave 13.0.
 */
export const desk = framesOf({
  seconds: 14,
  actors: [
    { id: 1, words: look('red wide', 'book'), size: [80, 16], path: [[0, 120, 252]] },
    {
      id: 2,
      words: look('blue wide', 'book'),
      size: [70, 16],
      path: [
        [5.2, 120, 236],
        [6.3, 500, 232],
      ],
    },
    {
      id: 3,
      words: look('green wide', 'book'),
      size: [60, 14],
      path: [
        [1.7, 120, 221],
        [3.2, 250, 237],
      ],
    },
    { id: 4, words: look('yellow wide', 'book'), size: [80, 16], path: [[0, 250, 252]] },
    { id: 5, words: look('black tall', 'lamp'), size: [40, 120], path: [[0, 380, 200]] },
    { id: 6, words: look('gray shiny rectangular', 'laptop', 'computer'), size: [70, 50], path: [[0, 310, 235]] },
    {
      id: 7,
      words: look('blue elongated', 'pen'),
      size: [6, 40],
      path: [
        [8.2, 190, 225],
        [9.8, 120, 241],
      ],
    },
    {
      id: 8,
      words: look('green tall', 'person', 'man'),
      size: [66, 220],
      path: [
        [0.3, 560, 180],
        [1.4, 200, 180],
        [1.7, 200, 180],
        [3.2, 300, 180],
        [4, 300, 180],
        [4.9, 180, 180],
        [5.2, 180, 180],
        [6.3, 500, 180],
        [7, 500, 180],
        [7.9, 250, 180],
        [8.2, 250, 180],
        [9.8, 170, 180],
        [10.4, 170, 180],
        [10.9, 230, 180],
        [11.2, 230, 180],
        [12.9, 606, 180],
      ],
      here: [[0, 13]],
    },
    {
      id: 9,
      words: look('white round', 'cup'),
      size: [24, 24],
      path: [
        [11.2, 190, 248],
        [12.9, 627, 200],
      ],
      here: [[0, 13]],
    },
    { id: 10, words: look('brown wide', 'desk', 'furniture'), size: [400, 80], path: [[0, 260, 300]] },
    { id: 11, words: look('blue rectangular', 'window'), size: [80, 60], path: [[0, 540, 60]] },
    { id: 12, words: look('black rectangular', 'chair', 'furniture'), size: [60, 80], path: [[0, 500, 280]] },
  ],
  ties: [
    ['on', 1, 10],
    ['on', 2, 1, 0, 5.2],
    ['on', 2, 12, 6.5],
    ['on', 3, 2, 0, 1.7],
    ['on', 3, 4, 3.4],
    ['on', 4, 10],
    ['on', 5, 10],
    ['on', 6, 10],
    ['on', 9, 10, 0, 11.2],
    ['in', 7, 9, 0, 8.2],
    ['on', 7, 1, 10],
    ['holds', 8, 3, 1.5, 3.6],
    ['holds', 8, 2, 5, 6.7],
    ['holds', 8, 7, 8, 10.2],
    ['holds', 8, 9, 11],
  ],
});
