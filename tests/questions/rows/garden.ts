import type { Sheet } from '../row.ts';
import { garden } from '../twins/garden.ts';

export const gardenSheet: Sheet = {
  twin: 'garden',
  names: true,
  frames: garden,
  rows: [
    ['semantic', 1, 'the animals in this picture', [4, 8, 9]],
    ['semantic', 2, 'the animal that is neither black nor white', [9]],
    ['semantic', 2, 'the largest animal', [4]],
    ['semantic', 3, 'the largest thing with the same colour as the bench', [3]],
    ['spatial', 1, 'what is behind the fence?', [2, 4, 6], { at: 1 }],
    ['spatial', 1, 'what is in front of the fence?', [6]],
    ['spatial', 1, 'the thing closest to the camera', [7]],
    ['spatial', 1, 'the thing that is farthest away from the camera', [1]],
    ['spatial', 1, 'what is behind the dog?', [5]],
    ['spatial', 2, 'the animal behind the fence', [4]],
    ['spatial', 2, 'the animal closest to the camera', [8]],
    ['spatial', 2, 'everything closer to the camera than the dog', [6, 7]],
    ['spatial', 3, 'the things behind the fence that are not animals', [2]],
    ['spatial', 3, 'the farthest of the things behind the fence', [4]],
    ['spatial', 3, 'the leftmost of the things behind the fence', [2]],
    ['temporal', 1, 'who is coming closer?', [6], { at: 4 }],
    ['temporal', 2, 'who is closer to the camera than at the start?', [6]],
    ['temporal', 2, 'the animal that has been behind the fence the whole time', [4]],
    ['temporal', 3, 'what was behind the fence at the start and is in front of it now?', [6]],
    ['temporal', 3, 'who was farther away than the dog at the start but is nearer than the dog now?', [6]],
    ['temporal', 2, 'who has been walking for three seconds?', [6], { at: 5.5 }],
    ['beyond', 1, 'the animal that is asleep', [], { unchecked: ['asleep'] }],
  ],
};
