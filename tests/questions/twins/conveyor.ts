import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * A conveyor belt without names, 16 s. Things on the belt 10 (gray, wide, y=250) ride right with 60 px/s; it stands still 10.0-12.0.
 * An arm 12 (orange, tall) hangs at x=450; a bin 11 (black, rectangular) stands at the right below.
 *
 * 1 red rectangular 40x30, x=300 at 0: the arm holds it from 2.5 (off the belt 2.6), it is in the bin from 3.5, released 3.6.
 * 2 blue round 30x30, x=120 at 0, leaves at the right 8.4.
 * 3 green rectangular 50x40 enters 1.0, leaves 13.0.
 * 4 yellow round 24x24 enters 4.0; the arm touches it 13.2-13.5; still there at the end, x=614.
 * 5 red round 30x30 enters 7.0, turns purple at 13.0; x=436 at the end.
 * 6 white striped rectangular 40x40 enters 13.5, x=172 at the end.
 */
export const conveyor = framesOf({
  seconds: 16,
  actors: [
    {
      id: 1,
      words: look('red rectangular'),
      size: [40, 30],
      path: [
        [0, 300, 215],
        [2.5, 450, 215],
        [3.5, 560, 310],
      ],
    },
    {
      id: 2,
      words: look('blue round'),
      size: [30, 30],
      path: [
        [0, 120, 215],
        [8.3, 624, 215],
      ],
      here: [[0, 8.4]],
    },
    {
      id: 3,
      words: look('green rectangular'),
      size: [50, 40],
      path: [
        [1, 26, 210],
        [10, 566, 210],
        [12, 566, 210],
        [12.9, 614, 210],
      ],
      here: [[1, 13]],
    },
    {
      id: 4,
      words: look('yellow round'),
      size: [24, 24],
      path: [
        [4, 13, 218],
        [10, 373, 218],
        [12, 373, 218],
        [16, 613, 218],
      ],
      here: [[4]],
    },
    {
      id: 5,
      words: look('red round'),
      size: [30, 30],
      path: [
        [7, 16, 215],
        [10, 196, 215],
        [12, 196, 215],
        [16, 436, 215],
      ],
      here: [[7]],
      later: [[13, look('purple round')]],
    },
    {
      id: 6,
      words: look('white striped rectangular'),
      size: [40, 40],
      path: [
        [13.5, 21, 210],
        [16, 171, 210],
      ],
      here: [[13.5]],
    },
    { id: 10, words: look('gray wide'), size: [636, 40], path: [[0, 320, 250]] },
    { id: 11, words: look('black rectangular'), size: [100, 60], path: [[0, 560, 320]] },
    { id: 12, words: look('orange tall'), size: [30, 120], path: [[0, 450, 100]] },
  ],
  ties: [
    ['on', 1, 10, 0, 2.6],
    ['on', 2, 10],
    ['on', 3, 10],
    ['on', 4, 10, 4],
    ['on', 5, 10, 7],
    ['on', 6, 10, 13.5],
    ['holds', 12, 1, 2.5, 3.6],
    ['in', 1, 11, 3.5],
    ['touches', 12, 4, 13.2, 13.5],
  ],
  events: [{ t: 13, type: 'changes color', who: 5 }],
});
