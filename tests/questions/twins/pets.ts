import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * Pets in a living room, 14 s. Sofa 8 gray (x 60..260, y 180..280), striped rug 9 (x=400, y=330), basket 4 brown (x=560, y=290),
 * blue bowl 5 (x=300) and red bowl 6 (x=340) on the floor, red ball 7 (x=470), spotted cushion 11 (pink) on the sofa.
 *
 * Cat 1 black is on the sofa at 0, jumps down 2.0, walks to the blue bowl 2.2-3.4, touches it 3.5-6.0,
 * goes back 9.0-10.4 behind the sofa and is hidden there from 10.5.
 * Cat 2 white is in the basket at 0, climbs out 5.0, walks left 5.0-6.8, is on the sofa from 7.0.
 * Dog 3 brown enters right 4.0, takes the ball 6.0, carries it to the rug; the ball is on the rug from 8.9, let go 9.0.
 * 9.5-10.9 the dog walks to the basket and is in it from 11.0. A bird 10 yellow crosses the top from left to right 12.0-13.5 and leaves 13.6.
 */
export const pets = framesOf({
  seconds: 14,
  actors: [
    {
      id: 1,
      words: look('black', 'cat', 'animal'),
      size: [60, 34],
      path: [
        [2, 120, 165],
        [2.2, 200, 300],
        [3.4, 260, 310],
        [9, 260, 310],
        [10.4, 160, 240],
      ],
      seen: [[0.02, 10.5]],
    },
    {
      id: 2,
      words: look('white', 'cat', 'animal'),
      size: [54, 30],
      path: [
        [5, 560, 275],
        [6.8, 200, 165],
      ],
    },
    {
      id: 3,
      words: look('brown', 'dog', 'animal'),
      size: [80, 50],
      path: [
        [4, 599, 320],
        [5.8, 500, 320],
        [6.2, 500, 320],
        [8.8, 430, 310],
        [9.5, 430, 310],
        [10.9, 560, 275],
      ],
      here: [[4]],
    },
    { id: 4, words: look('brown round', 'basket', 'container'), size: [110, 50], path: [[0, 560, 290]] },
    { id: 5, words: look('blue round', 'bowl', 'dish'), size: [30, 16], path: [[0, 300, 318]] },
    { id: 6, words: look('red round', 'bowl', 'dish'), size: [30, 16], path: [[0, 340, 318]] },
    {
      id: 7,
      words: look('red round', 'ball', 'toy'),
      size: [20, 20],
      path: [
        [6.2, 470, 330],
        [8.8, 390, 320],
      ],
    },
    { id: 8, words: look('gray rectangular', 'sofa', 'furniture'), size: [200, 100], path: [[0, 160, 230]] },
    { id: 9, words: look('white striped wide', 'rug'), size: [140, 20], path: [[0, 400, 340]] },
    {
      id: 10,
      words: look('yellow', 'bird', 'animal'),
      size: [20, 14],
      path: [
        [12, 11, 40],
        [13.5, 629, 40],
      ],
      here: [[12, 13.6]],
    },
    { id: 11, words: look('pink spotted rectangular', 'cushion', 'pillow'), size: [40, 30], path: [[0, 80, 168]] },
  ],
  ties: [
    ['on', 1, 8, 0, 2],
    ['on', 11, 8],
    ['on', 2, 8, 7],
    ['in', 2, 4, 0, 5],
    ['in', 3, 4, 11],
    ['touches', 1, 5, 3.5, 6],
    ['holds', 3, 7, 6, 9],
    ['on', 7, 9, 8.9],
    ['hides', 8, 1, 10.2],
  ],
});
