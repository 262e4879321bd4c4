import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * Children and a ball on a playground, 16 s.
 *
 *   child 1 red 40x90 x=100    child 2 blue 44x100 x=220   child 3 green 36x80 x=290      white ball 6 x=405      slide 8 x 500..620, dog 7 x=560
 *
 * 0.5 child 1 picks the orange ball 5 up; 2.0 throws it, 2 catches it 3.0; 3 takes it over 4.9 (2 lets go 5.2).
 * 5.5 child 4 (yellow, 30x70) enters at the right, walks to x=440, kicks the white ball 6.5 (contact 6.5-6.8), which rolls 6.7-7.7 to x=310.
 * 6.0-6.8 child 3 runs left to x=150, in front of child 2 (6.6), hands the orange ball to 1: 1 holds it from 7.0, 3 lets go 7.2.
 * 7.5-8.4 child 4 walks back right, leaves 8.5. 8.0-9.0 child 2 runs right to the slide (x=480) and touches it 9.0-15.0.
 * 9.0 child 1 throws the ball; the dog catches it 9.8, runs off right 10.0, leaves 11.0, is back with the ball 12.5, stops 13.5 at x=420.
 * 14.0 child 4 enters again, stops 14.8 at x=530.
 */
export const playground = framesOf({
  seconds: 16,
  actors: [
    { id: 1, words: look('red tall', 'child', 'person'), size: [40, 90], path: [[0, 100, 240]] },
    {
      id: 2,
      words: look('blue tall', 'child', 'person'),
      size: [44, 100],
      path: [
        [8, 220, 235],
        [9, 478, 235],
      ],
    },
    {
      id: 3,
      words: look('green tall', 'child', 'person'),
      size: [36, 80],
      path: [
        [6, 290, 245],
        [6.8, 150, 245],
      ],
    },
    {
      id: 4,
      words: look('yellow tall', 'child', 'person'),
      size: [30, 70],
      path: [
        [5.5, 624, 270],
        [6.5, 440, 270],
        [7.5, 440, 270],
        [8.4, 624, 270],
        [14, 624, 270],
        [14.8, 530, 270],
      ],
      here: [[5.5, 8.5], [14]],
    },
    {
      id: 5,
      words: look('orange round', 'ball', 'toy'),
      size: [24, 24],
      path: [
        [0.5, 125, 270],
        [0.8, 120, 220],
        [2, 120, 220],
        [3, 200, 220],
        [4.9, 200, 220],
        [5.2, 268, 230],
        [6, 268, 230],
        [6.8, 130, 230],
        [9, 120, 240],
        [9.8, 530, 310],
        [10, 530, 310],
        [10.9, 626, 310],
        [12.5, 626, 310],
        [13.5, 385, 310],
      ],
      here: [[0, 11], [12.5]],
    },
    {
      id: 6,
      words: look('white round', 'ball', 'toy'),
      size: [30, 30],
      path: [
        [6.7, 408, 310],
        [7.7, 310, 320],
      ],
    },
    {
      id: 7,
      words: look('brown', 'dog', 'animal'),
      size: [60, 40],
      path: [
        [10, 560, 310],
        [10.9, 608, 310],
        [12.5, 608, 310],
        [13.5, 420, 310],
      ],
      here: [[0, 11], [12.5]],
    },
    { id: 8, words: look('gray triangular', 'slide'), size: [120, 160], path: [[0, 560, 170]] },
  ],
  ties: [
    ['holds', 1, 5, 0.5, 2],
    ['holds', 2, 5, 3, 5.2],
    ['holds', 3, 5, 4.9, 7.2],
    ['holds', 1, 5, 7, 9],
    ['holds', 7, 5, 9.8],
    ['touches', 4, 6, 6.5, 6.8],
    ['touches', 2, 8, 9, 15],
    ['hides', 3, 2, 6.3, 6.5],
  ],
  events: [{ t: 6.6, type: 'passes in front of', who: 3, other: 2 }],
});
