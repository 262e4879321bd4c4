import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * A kitchen table, seen from the front; a person at the right end.
 *
 *      red 1   blue 2   white 3   (green bowl 8)   plate 6 + apple 7        kettle 5      person 9 (yellow)
 *      x=100    x=190    x=280       x=360            x=440                  x=520          x=605
 *    ====================== table 10 (brown, x 40..560) =======================
 *                   tray 14 (black) on the table at x=330, y=262
 *
 * Mugs 1 red (handle 11 red), 2 blue (handle 12 black), 3 white (handle 13 white, spoon 15 stands in it), 4 green, striped,
 * without a handle, on the tray from 4.0 on (before: on the table at x=235).
 * Sizes: mug 1 40x40, mug 2 60x70, mug 3 50x55, mug 4 36x36, bowl 8 60x30, plate 6 80x14, apple 7 24x24, kettle 5 80x90.
 *
 * 2.0-3.0 the person walks left to x=300 (in front of nothing that matters). 3.2 takes the green mug 4 (off the table at 3.4),
 * 3.4-3.8 carries it to x=330, puts it on the tray at 4.0, lets go at 4.1.
 * 4.5-5.5 walks back right to x=540. 6.0 takes the kettle 5 (off the table at 6.2), 6.2-7.0 carries it to x=190 (over mug 2),
 * 7.0-7.6 holds it still there, 7.6-8.4 back to x=520, puts it down on the table at 8.5, lets go at 8.7.
 * 9.0 takes the apple 7 (off the plate at 9.2) and keeps it; 10.0-10.8 walks to the right, x=605.
 */
export const kitchen = framesOf({
  seconds: 12,
  actors: [
    { id: 1, words: look('red round', 'mug', 'cup'), size: [40, 40], path: [[0, 100, 200]] },
    { id: 2, words: look('blue round', 'mug', 'cup'), size: [60, 70], path: [[0, 190, 185]] },
    { id: 3, words: look('white round', 'mug', 'cup'), size: [50, 55], path: [[0, 280, 192.5]] },
    {
      id: 4,
      words: look('green striped round', 'mug', 'cup'),
      size: [36, 36],
      path: [
        [0, 235, 202],
        [3.4, 235, 202],
        [3.8, 330, 237],
      ],
    },
    {
      id: 5,
      words: look('gray shiny round', 'kettle'),
      size: [80, 90],
      path: [
        [0, 520, 175],
        [6.2, 520, 175],
        [7, 190, 90],
        [7.6, 190, 90],
        [8.4, 520, 175],
      ],
    },
    { id: 6, words: look('white wide', 'plate', 'dish'), size: [80, 14], path: [[0, 440, 213]] },
    {
      id: 7,
      words: look('red round', 'apple', 'fruit', 'food'),
      size: [24, 24],
      path: [
        [0, 440, 194],
        [9.2, 440, 194],
        [9.6, 500, 150],
        [10, 500, 150],
        [10.8, 560, 150],
      ],
    },
    { id: 8, words: look('green round', 'bowl', 'dish'), size: [60, 30], path: [[0, 360, 205]] },
    {
      id: 9,
      words: look('yellow tall', 'person', 'woman'),
      size: [60, 240],
      path: [
        [0, 605, 170],
        [2, 605, 170],
        [3, 300, 170],
        [4.5, 300, 170],
        [5.5, 540, 170],
        [10, 540, 170],
        [10.8, 605, 170],
      ],
    },
    { id: 10, words: look('brown wide', 'table', 'furniture'), size: [520, 120], path: [[0, 300, 280]] },
    { id: 11, words: look('red round', 'handle'), size: [12, 24], path: [[0, 126, 200]], partOf: 1 },
    { id: 12, words: look('black round', 'handle'), size: [14, 40], path: [[0, 226, 185]], partOf: 2 },
    { id: 13, words: look('white round', 'handle'), size: [14, 30], path: [[0, 311, 192]], partOf: 3 },
    { id: 14, words: look('black wide', 'tray'), size: [90, 14], path: [[0, 330, 262]] },
    { id: 15, words: look('gray shiny elongated', 'spoon', 'cutlery'), size: [10, 60], path: [[0, 285, 160]] },
  ],
  ties: [
    ['on', 1, 10],
    ['on', 2, 10],
    ['on', 3, 10],
    ['on', 4, 10, 0, 3.4],
    ['on', 4, 14, 4],
    ['on', 5, 10, 0, 6.2],
    ['on', 5, 10, 8.5],
    ['on', 6, 10],
    ['on', 7, 6, 0, 9.2],
    ['on', 8, 10],
    ['on', 14, 10],
    ['in', 15, 3],
    ['holds', 9, 4, 3.2, 4.1],
    ['holds', 9, 5, 6, 8.7],
    ['holds', 9, 7, 9],
  ],
});
