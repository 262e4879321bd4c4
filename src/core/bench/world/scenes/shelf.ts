import { ball, bottle, box, shelfHeights, shelf as shelfModel } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { fly, lift } from '../stage/actions/place.ts';
import { Stage } from '../stage/stage.ts';
import { centerX, colored, did, isA, isMoving, most, nobody, nth, where } from './choose.ts';
import { creamWall, lookFrom, parquet, room, roomLight } from './sets.ts';

/** Rows of things that look alike; one bottle is taken away upwards. The camera stands still. */
export const shelf: SceneScript = {
  name: 'shelf',
  summary: 'rows of alike bottles and boxes on two boards; the first bottle is taken away',
  frames: 150,
  noise: 1.6,
  build: (random) => {
    const stage = new Stage(random, lookFrom([0, 0.66, 1.75], [0, 0.52, 0], 33), roomLight());
    stage.scenery = room({ wall: creamWall(), floor: parquet(), back: -0.3 });
    const shelves = stage.add(shelfModel({ color: 'brown', boards: 3, scale: 1.35 }), 0, 0);
    const [lower, upper] = shelfHeights(3).map((height) => height * 1.35) as [number, number];
    const near = (value: number, by = 0.012) => stage.near(value, by);
    const on = (y: number) => ({ on: shelves, y });
    const alike = (x: number) =>
      stage.add(bottle({ color: 'green', accent: 'green', scale: 0.95 }), x, 0.06, on(upper));
    const bottles = [-0.43, -0.2, 0.03, 0.24].map((x) => alike(near(x)));
    stage.add(ball({ color: 'red', radius: 0.068 }), near(0.44), 0.06, { ...on(upper), rolls: true });
    const cube = (color: 'blue' | 'red', x: number) =>
      stage.add(box({ color, size: [0.13, 0.13, 0.13] }), near(x), 0.06, on(lower));
    const red = random.int(1, 2);
    for (const i of [0, 1, 2, 3]) cube(i === red ? 'red' : 'blue', -0.44 + i * 0.21);
    stage.add(ball({ color: 'yellow', radius: 0.045 }), near(0.47), 0.08, { ...on(lower), rolls: true });
    lift(stage, bottles[0]!, 0.09, { at: 1.8, for: 0.3 });
    fly(bottles[0]!, [-0.6, 1.35, 0.6], { at: 2.12, for: 1 });
    return {
      stage,
      queries: [
        { text: 'the red box', kind: 'attribute', choose: where(isA('box'), colored('red')) },
        { text: 'the yellow ball', kind: 'attribute', choose: where(isA('ball'), colored('yellow')) },
        { text: 'the second bottle from the left', kind: 'spatial', choose: nth(where(isA('bottle')), centerX, 2) },
        { text: 'the rightmost box', kind: 'spatial', choose: most(where(isA('box')), centerX) },
        { text: 'the green bottles', kind: 'attribute', choose: where(isA('bottle'), colored('green')) },
        { text: 'the bottle that is moving', kind: 'temporal', from: 0.32, choose: where(isA('bottle'), isMoving) },
        { text: 'the thing that was taken from the shelf', kind: 'temporal', choose: did('is taken from') },
        { text: 'the purple bottle', kind: 'absent', choose: nobody },
      ],
    };
  },
};
