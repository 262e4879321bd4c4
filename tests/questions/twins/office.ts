import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * An office, 18 s. A brown door 6 at the left edge, a white door 7 at the right edge, a gray printer 9 (x 285..355),
 * a brown desk 8 (x 420..540) with a laptop 12 and an orange box 10 on it, a green plant 11 (x=180).
 *
 * The man in black 4 stands at the desk (touches it) all the time.
 * Woman 1 (red) enters left 1.0, touches the printer 2.6-4.0, leaves left 5.5; enters left again 13.5, touches it 15.1-16.5, stays.
 * Man 2 (blue) enters right 3.0, touches the desk 4.0-8.4, walks to the printer, touches it 9.6-10.4, walks back to the desk (contact 11.9-12.3),
 * takes the box 12.0 (off the desk 12.2), leaves right with it 13.6; comes back without it 16.0, touches the desk from 16.9.
 * Woman 3 (green) enters left 6.0, touches the printer 7.6-11.0, leaves left 12.9.
 */
export const office = framesOf({
  seconds: 18,
  actors: [
    {
      id: 1,
      words: look('red tall', 'person', 'woman'),
      size: [50, 180],
      path: [
        [1, 25, 190],
        [2.5, 260, 190],
        [4.2, 260, 190],
        [5.4, 25, 190],
        [13.5, 25, 190],
        [15, 260, 190],
      ],
      here: [[1, 5.5], [13.5]],
    },
    {
      id: 2,
      words: look('blue tall', 'person', 'man'),
      size: [50, 180],
      path: [
        [3, 615, 190],
        [3.9, 550, 190],
        [8.5, 550, 190],
        [9.5, 380, 190],
        [10.5, 380, 190],
        [11.8, 550, 190],
        [12.4, 550, 190],
        [13.5, 615, 190],
        [16, 615, 190],
        [16.8, 550, 190],
      ],
      here: [[3, 13.6], [16]],
    },
    {
      id: 3,
      words: look('green tall', 'person', 'woman'),
      size: [50, 180],
      path: [
        [6, 25, 190],
        [7.5, 260, 190],
        [11.2, 260, 190],
        [12.8, 25, 190],
      ],
      here: [[6, 12.9]],
    },
    { id: 4, words: look('black tall', 'person', 'man'), size: [50, 180], path: [[0, 410, 190]] },
    { id: 6, words: look('brown tall', 'door'), size: [40, 240], path: [[0, 20, 160]] },
    { id: 7, words: look('white tall', 'door'), size: [30, 240], path: [[0, 625, 160]] },
    { id: 8, words: look('brown wide', 'desk', 'furniture'), size: [120, 60], path: [[0, 480, 290]] },
    { id: 9, words: look('gray rectangular', 'printer', 'machine'), size: [70, 60], path: [[0, 320, 250]] },
    {
      id: 10,
      words: look('orange rectangular', 'box', 'container'),
      size: [40, 30],
      path: [
        [12.2, 520, 245],
        [12.4, 560, 220],
        [13.5, 619, 220],
      ],
      here: [[0, 13.6]],
    },
    { id: 11, words: look('green', 'plant'), size: [40, 80], path: [[0, 180, 70]] },
    { id: 12, words: look('gray rectangular', 'laptop', 'computer', 'machine'), size: [50, 36], path: [[0, 465, 242]] },
  ],
  ties: [
    ['on', 10, 8, 0, 12.2],
    ['on', 12, 8],
    ['touches', 4, 8],
    ['touches', 1, 9, 2.6, 4],
    ['touches', 1, 9, 15.1, 16.5],
    ['touches', 2, 8, 4, 8.4],
    ['touches', 2, 9, 9.6, 10.4],
    ['touches', 2, 8, 11.9, 12.3],
    ['touches', 2, 8, 16.9],
    ['touches', 3, 9, 7.6, 11],
    ['holds', 2, 10, 12, 14],
  ],
});
