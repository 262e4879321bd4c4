import { look } from '../look.ts';
import { framesOf } from '../story.ts';

/*
 * A garden with known depths (m), 8 s.
 *
 *   house 1 white 20 (x 40..260, y 20..200)      tree 2 green 12 (x 285..375, y 30..230)      horse 4 black 15 (x 425..535, y 150..230)
 *   fence 3 brown 9 (x 300..600, y 210..270): covers the horse's legs and touches the tree's foot in the picture
 *   bench 5 brown 8 (x 90..210, y 240..280)   dog 8 white 6 (x 215..265, y 283..317)   red ball 7 at 4 (x=320, y=330)
 *   bird 9 yellow, depth unknown (x=600, y=40)
 *
 * The man 6 (blue, 40x120) stands behind the fence, x=560, 14 m; 2.0-6.0 he walks to x=400, y=260, 5 m; from 4.2 on he is in front of the fence.
 */
export const garden = framesOf({
  seconds: 8,
  actors: [
    {
      id: 1,
      words: look('white rectangular', 'house', 'building'),
      size: [220, 180],
      path: [[0, 150, 110]],
      depth: 20,
    },
    { id: 2, words: look('green tall', 'tree', 'plant'), size: [90, 200], path: [[0, 330, 130]], depth: 12 },
    { id: 3, words: look('brown wide', 'fence'), size: [300, 60], path: [[0, 450, 240]], depth: 9 },
    {
      id: 4,
      words: look('black', 'horse', 'animal'),
      size: [110, 80],
      path: [[0, 480, 190]],
      depth: 15,
      seen: [[0.75, 0]],
    },
    { id: 5, words: look('brown wide', 'bench', 'furniture'), size: [120, 40], path: [[0, 150, 260]], depth: 8 },
    {
      id: 6,
      words: look('blue tall', 'person', 'man'),
      size: [40, 120],
      path: [
        [2, 560, 200],
        [6, 400, 260],
      ],
      depth: [
        [2, 14],
        [6, 5],
      ],
      seen: [[0.6, 0, 4.2]],
    },
    { id: 7, words: look('red round', 'ball', 'toy'), size: [24, 24], path: [[0, 320, 330]], depth: 4 },
    { id: 8, words: look('white', 'dog', 'animal'), size: [50, 34], path: [[0, 240, 300]], depth: 6 },
    { id: 9, words: look('yellow', 'bird', 'animal'), size: [20, 14], path: [[0, 600, 40]] },
  ],
  ties: [
    ['hides', 3, 4],
    ['hides', 3, 6, 0, 4.2],
    ['hides', 6, 3, 4.2],
  ],
});
