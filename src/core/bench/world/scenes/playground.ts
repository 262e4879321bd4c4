import { ball, bench, figure, tree } from '../models/index.ts';
import type { SceneScript } from '../script.ts';
import { begin, grow, vanish } from '../stage/actions/change.ts';
import { letGo, pickUp, walk } from '../stage/actions/figure.ts';
import { fly } from '../stage/actions/place.ts';
import { beat } from '../stage/actions/span.ts';
import { roll } from '../stage/actions/travel.ts';
import { centerX, colored, did, heading, isA, isMoving, most, nobody, relatedBy, speed, where } from './choose.ts';
import { lookFrom, outdoors } from './sets.ts';

/** Two children run about with a ball; one kicks it, a balloon is blown up and bursts. */
export const playground: SceneScript = {
  name: 'playground',
  summary: 'children run and kick a ball; a balloon grows, flies and bursts; the camera follows a little',
  frames: 300,
  noise: 1.6,
  build: (random) => {
    const camera = lookFrom([0, 1.6, 8.2], [0, 0.8, 0], 25);
    const stage = outdoors(random, camera);
    stage.camera = (t) => {
      const turned = Math.min(0.5, Math.max(0, (t - 4.5) * 0.25));
      return { ...camera, target: camera.target.clone().setX(turned) };
    };
    const shirts = random.next() < 0.5 ? (['red', 'blue'] as const) : (['orange', 'purple'] as const);
    stage.add(tree({ scale: 0.8 }), -3, -3.2);
    const seat = stage.add(bench({ color: 'brown' }), stage.near(2.5, 0.1), -2);
    const child = (color: (typeof shirts)[number], x: number, z: number) =>
      stage.add(figure({ color, accent: 'gray', noun: 'child', scale: 0.68, random }), x, z, { yaw: Math.PI / 2 });
    const [first, second] = [child(shirts[0], -2.6, 0.2), child(shirts[1], 1.7, -0.7)];
    const toy = stage.add(ball({ color: 'yellow', radius: 0.14 }), -1.3, 0.25, { rolls: true });
    walk(first, [[-1.62, 0.2]], { at: 0.4, for: 0.7 });
    const far = stage.near(1.35, 0.1);
    roll(toy, [far, 0.35], { at: 1.12, for: 1.1 });
    walk(
      first,
      [
        [-0.6, 0.25],
        [-0.2, -1.3],
        [-1.4, -1.3],
      ],
      { at: 1.6, for: stage.near(2.6, 0.2) },
    );
    walk(
      second,
      [
        [far + 0.42, -0.1],
        [far + 0.42, 0.3],
      ],
      { at: 1.2, for: 1 },
    );
    second.way.add({ from: 2.24, to: 2.4, at: (_t, start) => ({ ...start, yaw: -Math.PI / 2 }) });
    pickUp(stage, second, toy, { at: 2.6, for: 0.5 });
    walk(second, [[0.4, 0.5]], { at: 3.4, for: 0.9 });
    walk(second, [[-1.2, 0.7]], { at: 4.32, for: 0.84 });
    letGo(stage, second, toy, 5.36);
    fly(toy, [-2.2, 0.02, 0.85], { at: 5.36, for: 0.5 });
    roll(toy, [-4, 1.05], { at: 5.88, for: 1.4 });
    const balloon = stage.add(ball({ color: 'pink', radius: 0.1 }), 2.4, -1.95, { y: 0.45 });
    grow(balloon, 2.2, { at: 5.6, for: 1.2 });
    fly(balloon, [1.4, 1.75, -1.7], { at: 7, for: 1.8 });
    vanish(stage, balloon, beat(stage.near(9.2, 0.2)));
    const bubble = stage.add({ ...ball({ color: 'blue', radius: 0.09 }), noun: 'bubble' }, -1.4, -0.4, { y: 1.5 });
    begin(bubble, stage.near(1, 0.1));
    fly(bubble, [-0.7, 1.75, -0.6], { at: 1.2, for: 2.2 });
    vanish(stage, bubble, 3.8);
    walk(first, [[0.6, -1.2]], { at: 5, for: 1.8 });
    walk(
      first,
      [
        [2.2, -0.9],
        [4.4, -0.6],
      ],
      { at: 7, for: 2.4 },
    );
    stage.facts.begin('on', balloon.id, seat.id, -1);
    stage.facts.end('on', balloon.id, null, 7);
    return {
      stage,
      queries: [
        { text: `the ${shirts[0]} child`, kind: 'attribute', choose: where(isA('child'), colored(shirts[0])) },
        { text: 'the bench', kind: 'attribute', choose: where(isA('bench')) },
        { text: 'the rightmost child', kind: 'spatial', choose: most(where(isA('child')), centerX) },
        {
          text: 'the child that moves to the right',
          kind: 'temporal',
          from: 0.4,
          choose: where(isA('child'), heading('right')),
        },
        { text: 'the fastest thing', kind: 'temporal', from: 0.4, choose: most(where(isMoving), speed) },
        { text: 'what a child holds', kind: 'temporal', from: 0.4, choose: relatedBy(second, 'holds') },
        { text: 'the thing that grew', kind: 'temporal', choose: did('changes size') },
        { text: 'the dog', kind: 'absent', choose: nobody },
      ],
    };
  },
};
