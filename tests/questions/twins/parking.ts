import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * A car park from above, 20 s. Parked row at y=260, lanes at y=180 and y=120, a tree 10 at the top (x=320).
 *
 * Car 1 red stands at x=120; 3.0 drives out, leaves right 5.1; comes back at the right 12.0, stops 14.0 at x=345 (parked row).
 * Car 2 blue enters left 1.0, stops 2.5 at x=250. Car 3 white stands at x=440 all the time.
 * Car 4 black (100x50) enters left 6.0, stops 7.5 in the lane, x=200; starts 9.0, stops 10.0 on the place at x=120.
 * Car 5 green (80x40) enters right 8.0, drives through the upper lane, leaves left 11.1.
 * Van 6 yellow enters right 15.0, stops 17.0 at x=400 in the lane.
 * A woman 7 (red) enters at the bottom 3.0 (x=560), walks to the white car, touches it 4.5-5.0, walks off right, leaves 6.6.
 */
export const parking = framesOf({
  seconds: 20,
  actors: [
    {
      id: 1,
      words: look('red', 'car', 'vehicle'),
      size: [90, 45],
      path: [
        [3, 120, 260],
        [3.4, 160, 180],
        [5, 594, 180],
        [12, 594, 180],
        [13.4, 380, 180],
        [14, 345, 260],
      ],
      here: [[0, 5.1], [12]],
    },
    {
      id: 2,
      words: look('blue', 'car', 'vehicle'),
      size: [90, 45],
      path: [
        [1, 46, 200],
        [2.5, 250, 260],
      ],
      here: [[1]],
    },
    { id: 3, words: look('white', 'car', 'vehicle'), size: [90, 45], path: [[0, 440, 260]] },
    {
      id: 4,
      words: look('black', 'car', 'vehicle'),
      size: [100, 50],
      path: [
        [6, 51, 180],
        [7.5, 200, 180],
        [9, 200, 180],
        [10, 120, 260],
      ],
      here: [[6]],
    },
    {
      id: 5,
      words: look('green', 'car', 'vehicle'),
      size: [80, 40],
      path: [
        [8, 599, 120],
        [11, 41, 120],
      ],
      here: [[8, 11.1]],
    },
    {
      id: 6,
      words: look('yellow rectangular', 'van', 'vehicle'),
      size: [120, 70],
      path: [
        [15, 579, 180],
        [17, 400, 180],
      ],
      here: [[15]],
    },
    {
      id: 7,
      words: look('red tall', 'person', 'woman'),
      size: [24, 60],
      path: [
        [3, 560, 329],
        [4.5, 496, 270],
        [5, 496, 270],
        [6.5, 627, 300],
      ],
      here: [[3, 6.6]],
    },
    { id: 10, words: look('green round', 'tree', 'plant'), size: [70, 80], path: [[0, 320, 55]] },
  ],
  ties: [['touches', 7, 3, 4.5, 5]],
});
