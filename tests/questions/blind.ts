import { look } from './look.ts';
import type { Row, Sheet } from './row.ts';
import { framesOf } from './story.ts';
import { blobs } from './twins/blobs.ts';
import { bottles } from './twins/bottles.ts';
import { coins } from './twins/coins.ts';
import { conveyor } from './twins/conveyor.ts';
import { desk } from './twins/desk.ts';
import { garden } from './twins/garden.ts';
import { kitchen } from './twins/kitchen.ts';
import { market } from './twins/market.ts';
import { office } from './twins/office.ts';
import { parking } from './twins/parking.ts';
import { pets } from './twins/pets.ts';
import { playground } from './twins/playground.ts';
import { room } from './twins/room.ts';
import { shells } from './twins/shells.ts';
import { street } from './twins/street.ts';

/*
 * The blind set: a hundred questions that nobody tuned the grammar on, on the twins of the open set and three of its own.
 */

/*
 * Toys, 12 s. On the striped rug 12 (x 50..470, y=330): cars 1 red 60x30 x=100 (wheels 101 black), 2 blue 70x36 x=200 (wheels 102 white),
 * 3 green 50x26 x=290 (wheels 103 green), train 4 yellow x=420. Doll 5 pink on a blue stool 14, x=60. Brown box 6, x=560, brown bear 7 in it.
 * On the gray table 15 (x 260..420): yellow block 10 (30x30), on it blue block 9 (28x28), on that red block 8 (26x26), x=340; orange ball 11, x=400.
 *
 * 0.5-1.5 the child 13 (white) walks to x=290. 2.0 takes the red block (off the blue 2.2), it is in the box from 4.0, let go 4.1.
 * 5.5 takes the bear (out of the box 5.7), it is on the rug (x=150) from 7.5, let go 7.6.
 * 9.0 takes the blue block (off the yellow 9.2), it is in the box from 10.8, let go 10.9.
 */
const toys = framesOf({
  seconds: 12,
  actors: [
    { id: 1, words: look('red', 'car', 'toy'), size: [60, 30], path: [[0, 100, 303]] },
    { id: 101, words: look('black round', 'wheel', 'wheels'), size: [50, 10], path: [[0, 100, 313]], partOf: 1 },
    { id: 2, words: look('blue', 'car', 'toy'), size: [70, 36], path: [[0, 200, 300]] },
    { id: 102, words: look('white round', 'wheel', 'wheels'), size: [60, 12], path: [[0, 200, 312]], partOf: 2 },
    { id: 3, words: look('green', 'car', 'toy'), size: [50, 26], path: [[0, 290, 305]] },
    { id: 103, words: look('green round', 'wheel', 'wheels'), size: [40, 8], path: [[0, 290, 314]], partOf: 3 },
    { id: 4, words: look('yellow elongated', 'train', 'toy'), size: [100, 30], path: [[0, 415, 303]] },
    { id: 5, words: look('pink tall', 'doll', 'toy'), size: [30, 60], path: [[0, 60, 200]] },
    { id: 6, words: look('brown rectangular', 'box', 'container'), size: [100, 70], path: [[0, 560, 300]] },
    {
      id: 7,
      words: look('brown', 'bear', 'toy'),
      size: [40, 40],
      path: [
        [5.7, 560, 280],
        [7, 150, 298],
      ],
    },
    {
      id: 8,
      words: look('red rectangular', 'block', 'toy'),
      size: [26, 26],
      path: [
        [2.2, 340, 159],
        [3.6, 545, 285],
      ],
    },
    {
      id: 9,
      words: look('blue rectangular', 'block', 'toy'),
      size: [28, 28],
      path: [
        [9.2, 340, 186],
        [10.4, 575, 290],
      ],
    },
    { id: 10, words: look('yellow rectangular', 'block', 'toy'), size: [30, 30], path: [[0, 340, 215]] },
    { id: 11, words: look('orange round', 'ball', 'toy'), size: [24, 24], path: [[0, 400, 218]] },
    { id: 12, words: look('white striped wide', 'rug'), size: [420, 24], path: [[0, 260, 330]] },
    {
      id: 13,
      words: look('white tall', 'child', 'person'),
      size: [50, 140],
      path: [
        [0.5, 220, 170],
        [1.5, 290, 170],
        [2.2, 290, 170],
        [3.6, 500, 220],
        [5.7, 500, 220],
        [7, 170, 230],
        [8, 170, 230],
        [8.6, 290, 170],
        [9.2, 290, 170],
        [10.4, 500, 220],
      ],
    },
    { id: 14, words: look('blue rectangular', 'stool', 'furniture'), size: [60, 50], path: [[0, 60, 255]] },
    { id: 15, words: look('gray wide', 'table', 'furniture'), size: [160, 20], path: [[0, 340, 240]] },
  ],
  ties: [
    ['on', 1, 12],
    ['on', 2, 12],
    ['on', 3, 12],
    ['on', 4, 12],
    ['on', 5, 14],
    ['in', 7, 6, 0, 5.7],
    ['on', 7, 12, 7.5],
    ['on', 8, 9, 0, 2.2],
    ['in', 8, 6, 4],
    ['on', 9, 10, 0, 9.2],
    ['in', 9, 6, 10.8],
    ['on', 10, 15],
    ['on', 11, 15],
    ['holds', 13, 8, 2, 4.1],
    ['holds', 13, 7, 5.5, 7.6],
    ['holds', 13, 9, 9, 10.9],
  ],
});

const toyRows: Row[] = [
  ['semantic', 1, 'Mark every block, would you?', [8, 9, 10]],
  ['semantic', 1, 'I only want to see the blue blocks', [9]],
  ['semantic', 2, 'cars whose wheels are black', [1]],
  ['semantic', 2, 'the wheels that belong to the green car', [103]],
  ['semantic', 3, 'the car that has wheels of the same colour as itself', [3]],
  ['semantic', 3, 'the wheels of the smallest car', [103]],
  ['semantic', 3, 'the smallest block larger than the red block', [9]],
  ['spatial', 1, "what's lying on the rug?", [1, 2, 3, 4, 7]],
  ['spatial', 1, 'which toy is in the box?', [7], { at: 1 }],
  ['spatial', 2, 'which block has nothing on top of it?', [8], { at: 1 }],
  ['spatial', 2, 'the car between the other two cars', [2]],
  ['spatial', 3, 'the block on the block which is on the yellow block', [8], { at: 1 }],
  ['spatial', 3, 'the wheels of the leftmost car on the rug', [101]],
  ['spatial', 3, 'the rightmost toy on the rug other than the train', [3]],
  ['temporal', 1, 'which blocks has the child moved?', [8, 9]],
  ['temporal', 1, 'what did the child take out of the box?', [7]],
  ['temporal', 2, 'the block that went into the box first', [8]],
  ['temporal', 2, 'the second block to be put into the box', [9]],
  ['temporal', 2, 'the toy that used to be in the box', [7]],
  ['temporal', 3, 'what did the child put in the box after taking the bear out of it?', [9]],
  ['temporal', 3, 'the blocks that were on another block at the beginning and are in the box now', [8, 9]],
  ['temporal', 3, 'what was the last thing the child picked up before the bear?', [8]],
];

/*
 * A railway platform, 14 s. Platform 10 gray, blue kiosk 6 (x 535..625), brown bench 7 (x 100..200), white clock 11 at the top.
 * Woman 2 (green) x=260 holds the black suitcase 3; man 4 (yellow) x=420; man 5 (white) on the bench x=130, the red suitcase 9 on it x=180;
 * black dog 8 x=460.
 *
 * 2.0 the red train 1 enters left, stops 4.0; 12.5 it starts again and rolls right.
 * 5.0 man 5 gets up, walks right in front of the woman (6.4), her suitcase (6.6), man 4 (7.6) and the dog (7.9); touches the kiosk 8.0-10.0;
 *     leaves right 11.0. 5.9 the woman puts her suitcase on the platform, lets go 6.0; she never moves.
 * 9.0-10.5 man 4 walks left in front of the suitcase (10.1) and the woman (10.4), takes the red suitcase 10.7 (off the bench 10.9),
 *     11.0-12.0 walks back to x=400 in front of the woman (11.4) and the suitcase (11.6).
 * 12.0-13.0 the dog walks to the black suitcase and touches it from 13.0.
 */
const station = framesOf({
  seconds: 14,
  actors: [
    {
      id: 1,
      words: look('red rectangular', 'train', 'vehicle'),
      size: [300, 90],
      path: [
        [2, 152, 108],
        [4, 330, 108],
        [12.5, 330, 108],
        [14, 488, 108],
      ],
      here: [[2]],
    },
    { id: 2, words: look('green tall', 'person', 'woman'), size: [40, 110], path: [[0, 260, 215]] },
    { id: 3, words: look('black rectangular', 'suitcase', 'luggage'), size: [30, 36], path: [[0, 300, 252]] },
    {
      id: 4,
      words: look('yellow tall', 'person', 'man'),
      size: [40, 110],
      path: [
        [9, 420, 215],
        [10.5, 215, 215],
        [11, 215, 215],
        [12, 400, 215],
      ],
    },
    {
      id: 5,
      words: look('white tall', 'person', 'man'),
      size: [40, 100],
      path: [
        [5, 130, 190],
        [8, 513, 220],
        [10.2, 513, 220],
        [10.9, 620, 220],
      ],
      here: [[0, 11]],
    },
    { id: 6, words: look('blue rectangular', 'kiosk', 'building'), size: [90, 140], path: [[0, 580, 200]] },
    { id: 7, words: look('brown wide', 'bench', 'furniture'), size: [100, 30], path: [[0, 150, 250]] },
    {
      id: 8,
      words: look('black', 'dog', 'animal'),
      size: [44, 26],
      path: [
        [12, 460, 257],
        [13, 338, 257],
      ],
    },
    {
      id: 9,
      words: look('red rectangular', 'suitcase', 'luggage'),
      size: [30, 26],
      path: [
        [10.9, 180, 222],
        [11, 190, 222],
        [12, 375, 250],
      ],
    },
    { id: 10, words: look('gray wide', 'platform'), size: [636, 60], path: [[0, 320, 300]] },
    { id: 11, words: look('white round', 'clock'), size: [40, 40], path: [[0, 320, 25]] },
  ],
  ties: [
    ['on', 5, 7, 0, 5],
    ['on', 9, 7, 0, 10.9],
    ['on', 3, 10, 5.9],
    ['on', 7, 10],
    ['on', 6, 10],
    ['on', 2, 10],
    ['on', 4, 10],
    ['on', 8, 10],
    ['holds', 2, 3, 0, 6],
    ['holds', 4, 9, 10.7],
    ['touches', 5, 6, 8, 10],
    ['touches', 8, 3, 13],
  ],
  events: [
    { t: 6.4, type: 'passes in front of', who: 5, other: 2 },
    { t: 6.6, type: 'passes in front of', who: 5, other: 3 },
    { t: 7.6, type: 'passes in front of', who: 5, other: 4 },
    { t: 7.9, type: 'passes in front of', who: 5, other: 8 },
    { t: 10.1, type: 'passes in front of', who: 4, other: 3 },
    { t: 10.4, type: 'passes in front of', who: 4, other: 2 },
    { t: 11.4, type: 'passes in front of', who: 4, other: 2 },
    { t: 11.6, type: 'passes in front of', who: 4, other: 3 },
  ],
});

const stationRows: Row[] = [
  ['semantic', 1, 'find me all the suitcases', [3, 9]],
  ['semantic', 1, 'the man in white', [5], { at: 3 }],
  ['semantic', 2, 'the men who are not dressed in white', [4], { at: 3 }],
  ['semantic', 2, 'the suitcase in the same colour as the dog', [3]],
  ['semantic', 3, 'the thing with the same colour as the train that is smaller than the bench', [9]],
  ['semantic', 3, 'all the people apart from the woman and the man in yellow', [5], { at: 3 }],
  ['spatial', 1, 'the person on the bench', [5], { at: 3 }],
  ['spatial', 2, 'the suitcase nobody is holding', [3]],
  ['spatial', 2, 'the man nearest to the kiosk', [4], { at: 3 }],
  ['spatial', 3, 'the suitcase next to the man who is on the bench', [9], { at: 3 }],
  ['spatial', 3, 'what is the man to the right of the woman holding?', [9]],
  ['temporal', 1, 'which person has never moved?', [2]],
  ['temporal', 1, 'what did the woman put down?', [3]],
  ['temporal', 1, 'which suitcase did the dog touch?', [3]],
  ['temporal', 2, 'what stopped and is moving again now?', [1]],
  ['temporal', 2, 'who has passed in front of the woman twice?', [4]],
  ['temporal', 3, 'who was sitting on the bench when the train came in?', [5], { at: 9 }],
  ['temporal', 3, 'who passed in front of the woman before the man in yellow did?', [5], { at: 10.6 }],
  ['temporal', 3, 'which suitcase was picked up after the woman had put hers down?', [9]],
];

/*
 * Things without names, 10 s. A green wide tray 1 (x 100..500, top y=278) with a red round 2 (30x30, x=150) and a blue round 3 (34x34, x=220);
 * a white, see-through box 5 (x=570) with a yellow round 4 (24x24) in it; a black tall post 6 (x=60) with an orange triangle 7 on it.
 *
 * 1.0 a pink striped round 8 (40x40) enters right at the top, flies to x=300, 3.0, comes down on the tray 4.0, rolls left 4.5-5.0 and
 * touches the blue one 5.0-5.5; 5.5-6.0 the blue one rolls to x=182 and touches the red one from 6.0 on.
 * 7.0 the triangle falls off the post, lies at (100,335) from 7.8. 9.0 the pink one turns purple.
 */
const marbles = framesOf({
  seconds: 10,
  actors: [
    { id: 1, words: look('green wide'), size: [400, 24], path: [[0, 300, 290]] },
    { id: 2, words: look('red round'), size: [30, 30], path: [[0, 150, 263]] },
    {
      id: 3,
      words: look('blue round'),
      size: [34, 34],
      path: [
        [5.5, 220, 261],
        [6, 182, 261],
      ],
    },
    { id: 4, words: look('yellow round'), size: [24, 24], path: [[0, 570, 280]] },
    { id: 5, words: look('white transparent rectangular'), size: [80, 60], path: [[0, 570, 265]] },
    { id: 6, words: look('black tall'), size: [30, 140], path: [[0, 60, 200]] },
    {
      id: 7,
      words: look('orange triangular'),
      size: [40, 30],
      path: [
        [7, 60, 115],
        [7.2, 100, 140],
        [7.8, 100, 335],
      ],
    },
    {
      id: 8,
      words: look('pink striped round'),
      size: [40, 40],
      path: [
        [1, 619, 60],
        [3, 300, 60],
        [4, 300, 258],
        [4.5, 300, 258],
        [5, 258, 258],
      ],
      here: [[1]],
      later: [[9, look('purple striped round')]],
    },
  ],
  ties: [
    ['on', 2, 1],
    ['on', 3, 1],
    ['in', 4, 5],
    ['on', 7, 6, 0, 7],
    ['on', 8, 1, 4],
    ['touches', 8, 3, 5, 5.5],
    ['touches', 3, 2, 6],
  ],
  events: [{ t: 9, type: 'changes color', who: 8 }],
});

const marbleRows: Row[] = [
  ['semantic', 1, 'the transparent one', [5]],
  ['semantic', 2, 'round things that are neither red nor blue', [4, 8]],
  ['semantic', 2, 'the second largest round thing', [3]],
  ['semantic', 3, 'the smallest of the round things that are not yellow', [2]],
  [
    'semantic',
    3,
    'the round thing that is bigger than the red one but has no stripes',
    [3],
    { note: 'striped is meant' },
  ],
  ['spatial', 1, 'what rests on the green thing?', [2, 3, 8]],
  ['spatial', 1, 'the thing inside the white box', [4]],
  ['spatial', 2, 'the thing underneath the orange triangle', [6], { at: 1 }],
  ['spatial', 3, 'the round thing on the green thing that is nearest to the white box', [8]],
  ['spatial', 3, 'what round thing is between the red one and the striped one?', [3]],
  ['temporal', 1, 'which thing came in?', [8]],
  ['temporal', 1, 'which thing has changed its colour?', [8]],
  ['temporal', 2, 'the thing that used to be pink', [8]],
  ['temporal', 2, 'the first thing the blue one touched', [8]],
  ['temporal', 3, 'what did the blue thing bump into after the striped thing had touched it?', [2]],
  ['temporal', 3, 'what was on the black thing at the start but is not on it any more?', [7]],
];

const sheet = (twin: string, frames: Sheet['frames'], rows: Row[], names = true): Sheet => ({
  twin,
  names,
  frames,
  rows,
});

/** The blind questions, by twin. */
export const blindSheets: readonly Sheet[] = [
  sheet('toys', toys, toyRows),
  sheet('station', station, stationRows),
  sheet('marbles', marbles, marbleRows, false),
  sheet('kitchen', kitchen, [
    ['semantic', 1, 'Please pick out the kettle.', [5]],
    ['semantic', 1, 'show me just the plate', [6]],
    ['semantic', 3, 'of all the mugs with handles, the one that is neither red nor blue', [3]],
    ['spatial', 3, 'apart from mugs, what else is on the table that the tray is on?', [5, 6, 8]],
    ['temporal', 3, 'what did the woman pick up between putting down the mug and taking the apple?', [5]],
  ]),
  sheet('street', street, [
    ['semantic', 3, 'the smallest vehicle that is neither a car nor a bus', [5]],
    ['spatial', 2, 'the blue vehicle to the right of the bus', [2]],
    ['temporal', 1, 'which vehicles have come in so far?', [1, 3], { at: 4 }],
    ['temporal', 2, 'who got up from the bench?', [7], { at: 8 }],
  ]),
  sheet('bottles', bottles, [
    ['semantic', 3, 'the shortest of the bottles that are not green', [4]],
    ['spatial', 3, 'the bottle to the left of the box that is near the box', [3]],
    ['temporal', 3, 'the bottles that have been put on the lower shelf since the hand took the blue one', [8]],
  ]),
  sheet('playground', playground, [
    ['spatial', 2, 'the two leftmost children', [1, 3]],
    ['temporal', 1, 'which animal caught the ball?', [7]],
    ['temporal', 2, 'the third child to hold the orange ball', [3]],
  ]),
  sheet(
    'conveyor',
    conveyor,
    [
      ['spatial', 1, 'the thing in the upper half of the picture', [12]],
      ['temporal', 1, 'what has been taken off the gray thing?', [1]],
    ],
    false,
  ),
  sheet('desk', desk, [
    ['semantic', 2, 'the book that is neither red, green nor yellow', [2]],
    ['spatial', 2, 'the book which is under another book', [4]],
    ['temporal', 3, 'what did the man pick up just before the cup?', [7], { at: 12 }],
  ]),
  sheet('shells', shells, [['spatial', 3, 'what is in the cup to the right of the one in the middle?', [4]]]),
  sheet('parking', parking, [
    ['semantic', 2, 'the cars smaller than the black one', [1, 2, 3]],
    ['temporal', 2, 'the first car to leave', [1]],
  ]),
  sheet('room', room, [
    ['spatial', 3, 'the thing on the shelf that has the same colour as the ball', [4], { at: 5 }],
    ['spatial', 1, 'who holds the book?', [5]],
  ]),
  sheet('pets', pets, [
    ['spatial', 1, 'what is lying on the rug?', [7]],
    ['semantic', 1, 'both of the bowls', [5, 6]],
    ['temporal', 3, 'which cat got onto the sofa after the black one had jumped off it?', [2]],
  ]),
  sheet('office', office, [
    ['spatial', 1, 'the things on top of the desk', [10, 12], { at: 3 }],
    ['temporal', 1, 'which people have come in so far?', [2, 3], { at: 8 }],
  ]),
  sheet('market', market, [
    ['semantic', 2, 'all the food that is not fruit', [25]],
    ['semantic', 1, 'the food that is yellow', [23]],
    ['semantic', 3, 'the green food that is smaller than the melon', [13]],
    ['spatial', 1, 'what does the woman hold?', [7]],
    ['spatial', 2, 'the crate the oranges are in', [2]],
    [
      'semantic',
      2,
      'apples of the same colour as the biggest apple',
      [11, 14],
      { note: 'the others: not the biggest itself' },
    ],
  ]),
  sheet('blobs', blobs, [['semantic', 1, 'the white shape', [7]]], false),
  sheet('garden', garden, [
    ['semantic', 1, 'the black animal', [4]],
    ['spatial', 1, 'what is nearest to the camera?', [7]],
    ['spatial', 2, 'the thing that is second closest to the camera', [6]],
    ['spatial', 2, 'the animal farthest from the camera', [4]],
  ]),
  sheet('coins', coins, [
    ['semantic', 2, 'the largest of the shiny coins', [4]],
    ['temporal', 2, 'which of the shiny coins has not been moved?', [4]],
  ]),
];
