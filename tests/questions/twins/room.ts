import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * A room, 15 s. On a brown table 10 (x 100..400, top y=240): plate 14 gray x=120, bottle 1 green x=150, vase 2 blue x=220, book 3 red x=300.
 * A white shelf 12 at the right (x 440..600, y=150) with a yellow lamp 4, x=570. On the floor a brown box 7, x=520, and a yellow ball 8, x=430.
 *
 * 1.0 the woman 5 (red) enters left; 2.0 takes the bottle (off the table 2.2), leaves left with it 4.0.
 * 4.5 the man 6 (blue) enters right with a white cup 13 in his hand; it is on the table (x=370) from 6.0, let go 6.2.
 * 7.0 he takes the vase (off the table 7.2), it is on the shelf from 8.5, let go 8.7.
 * 9.0 he takes the ball, it is in the box and covered from 10.0, let go 10.1.
 * 10.5 the woman comes back left with the bottle; it is on the table from 11.5, let go 11.7.
 * 12.0 he takes the book (off the table 12.2), she holds it from 13.0, he lets go 13.2. 14.5 he leaves right.
 */
export const room = framesOf({
  seconds: 15,
  actors: [
    {
      id: 1,
      words: look('green tall', 'bottle'),
      size: [24, 70],
      path: [
        [2.2, 150, 205],
        [3.8, 14, 205],
        [10.5, 14, 205],
        [11.4, 150, 205],
      ],
      here: [[0, 4], [10.5]],
    },
    {
      id: 2,
      words: look('blue round', 'vase'),
      size: [36, 50],
      path: [
        [7.2, 220, 215],
        [8.4, 480, 119],
      ],
    },
    {
      id: 3,
      words: look('red rectangular', 'book'),
      size: [50, 20],
      path: [
        [12.2, 300, 230],
        [13, 240, 190],
      ],
    },
    { id: 4, words: look('yellow shiny tall', 'lamp'), size: [30, 60], path: [[0, 570, 114]] },
    {
      id: 5,
      words: look('red tall', 'person', 'woman'),
      size: [56, 200],
      path: [
        [1, 30, 200],
        [1.9, 130, 200],
        [2.2, 130, 200],
        [3.8, 30, 200],
        [10.5, 30, 200],
        [11.4, 170, 200],
      ],
      here: [[1, 4], [10.5]],
    },
    {
      id: 6,
      words: look('blue tall', 'person', 'man'),
      size: [60, 220],
      path: [
        [4.5, 609, 190],
        [5.9, 400, 190],
        [6.2, 400, 190],
        [6.9, 260, 190],
        [7.2, 260, 190],
        [8.4, 450, 190],
        [9.3, 450, 190],
        [9.9, 500, 190],
        [10.2, 500, 190],
        [11.8, 320, 190],
        [13.2, 320, 190],
        [14.4, 609, 190],
      ],
      here: [[4.5, 14.5]],
    },
    { id: 7, words: look('brown rectangular', 'box', 'container'), size: [90, 70], path: [[0, 520, 315]] },
    {
      id: 8,
      words: look('yellow round', 'ball', 'toy'),
      size: [24, 24],
      path: [
        [9.3, 430, 335],
        [9.9, 520, 320],
      ],
      seen: [[0.02, 10]],
    },
    { id: 10, words: look('brown wide', 'table', 'furniture'), size: [300, 80], path: [[0, 250, 280]] },
    { id: 12, words: look('white wide', 'shelf', 'furniture'), size: [160, 12], path: [[0, 520, 150]] },
    {
      id: 13,
      words: look('white round', 'cup'),
      size: [22, 22],
      path: [
        [4.5, 580, 180],
        [5.9, 370, 229],
      ],
      here: [[4.5]],
    },
    { id: 14, words: look('gray wide', 'plate', 'dish'), size: [40, 8], path: [[0, 120, 236]] },
  ],
  ties: [
    ['on', 14, 10],
    ['on', 1, 10, 0, 2.2],
    ['on', 1, 10, 11.5],
    ['on', 2, 10, 0, 7.2],
    ['on', 2, 12, 8.5],
    ['on', 3, 10, 0, 12.2],
    ['on', 4, 12],
    ['on', 13, 10, 6],
    ['in', 8, 7, 10],
    ['hides', 7, 8, 10],
    ['holds', 5, 1, 2, 11.7],
    ['holds', 6, 13, 4.5, 6.2],
    ['holds', 6, 2, 7, 8.7],
    ['holds', 6, 8, 9, 10.1],
    ['holds', 6, 3, 12, 13.2],
    ['holds', 5, 3, 13],
  ],
  events: [{ t: 10, type: 'is covered by', who: 8, other: 7 }],
});
