import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * A street, 14 s.
 *
 *      bench 11 (x 95..185): man 7 (blue) sits, bag 12      bus 4 (x 240..400)   car 2 blue (parked, x=540)   tree 10 (x=600)
 *      woman 6 (red) x=420 and her dog 9 x=460, in front of the bus's right end
 *
 * 1.0 red car 1 enters at the left, drives right in the far lane, is behind the bus 2.4-4.7 (passes behind it: 4.8), stops 5.0 at x=470.
 * 2.0 white car 3 enters at the right in the near lane, drives left, leaves 6.0.
 * 3.0-5.0 the woman walks to x=250, the dog follows 3.2-5.2 to x=290.
 * 7.0 the man in blue gets up from the bench, walks off to the left, leaves 9.2.
 * 8.0 the man in black 8 enters at the right, walks left in front of car 2, the dog, the woman and the bus, stops 11.0 at x=190,
 * 9.0 the bicycle 5 enters at the right, rolls left, stops 13.0 at x=200.
 * 11.2 he takes the bag (off the bench 11.4), the woman holds it from 12.2, he lets go 12.4, walks off left 12.6, leaves 13.9.
 */
export const street = framesOf({
  seconds: 14,
  actors: [
    {
      id: 1,
      words: look('red', 'car', 'vehicle'),
      size: [100, 45],
      path: [
        [1, 52, 160],
        [5, 470, 160],
      ],
      here: [[1]],
      depth: 16,
      seen: [
        [0.5, 2.4, 3.3],
        [0.02, 3.3, 3.9],
        [0.5, 3.9, 4.7],
      ],
    },
    { id: 2, words: look('blue', 'car', 'vehicle'), size: [100, 50], path: [[0, 540, 220]], depth: 9 },
    {
      id: 3,
      words: look('white', 'car', 'vehicle'),
      size: [110, 40],
      path: [
        [2, 585, 300],
        [5.9, 55, 300],
      ],
      here: [[2, 6]],
      depth: 6,
    },
    { id: 4, words: look('yellow rectangular', 'bus', 'vehicle'), size: [160, 100], path: [[0, 320, 170]], depth: 12 },
    {
      id: 5,
      words: look('green', 'bicycle', 'bike', 'vehicle'),
      size: [50, 40],
      path: [
        [9, 615, 330],
        [13, 200, 330],
      ],
      here: [[9]],
      depth: 5,
    },
    {
      id: 6,
      words: look('red tall', 'person', 'woman'),
      size: [34, 94],
      path: [
        [3, 420, 232],
        [5, 250, 232],
      ],
      depth: 8,
    },
    {
      id: 7,
      words: look('blue tall', 'person', 'man'),
      size: [34, 80],
      path: [
        [7, 140, 200],
        [9.1, 17, 230],
      ],
      here: [[0, 9.2]],
      depth: 8,
    },
    {
      id: 8,
      words: look('black tall', 'person', 'man'),
      size: [34, 94],
      path: [
        [8, 622, 232],
        [11, 190, 232],
        [12.6, 190, 232],
        [13.8, 17, 232],
      ],
      here: [[8, 13.9]],
      depth: 7,
    },
    {
      id: 9,
      words: look('brown', 'dog', 'animal'),
      size: [40, 25],
      path: [
        [3.2, 460, 270],
        [5.2, 290, 270],
      ],
      depth: 8,
    },
    { id: 10, words: look('green tall', 'tree', 'plant'), size: [60, 150], path: [[0, 600, 110]], depth: 14 },
    { id: 11, words: look('brown wide', 'bench', 'furniture'), size: [90, 30], path: [[0, 140, 250]], depth: 8 },
    {
      id: 12,
      words: look('purple round', 'bag'),
      size: [20, 20],
      path: [
        [11.4, 170, 225],
        [12.2, 225, 235],
      ],
      depth: 8,
    },
  ],
  ties: [
    ['on', 7, 11, 0, 7],
    ['on', 12, 11, 0, 11.4],
    ['holds', 8, 12, 11.2, 12.4],
    ['holds', 6, 12, 12.2],
    ['hides', 4, 1, 2.4, 4.7],
  ],
  events: [
    { t: 4.8, type: 'passes behind', who: 1, other: 4 },
    { t: 9, type: 'passes in front of', who: 8, other: 2 },
    { t: 10.6, type: 'passes in front of', who: 8, other: 9 },
    { t: 10.8, type: 'passes in front of', who: 8, other: 4 },
    { t: 10.9, type: 'passes in front of', who: 8, other: 6 },
  ],
});
