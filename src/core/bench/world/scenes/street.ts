import { street as streetBackdrop } from '../backdrops.ts';
import { centerX, colored, isA, isMoving, most, speed, where } from '../choose.ts';
import { path } from '../motion.ts';
import { vehicleProp } from '../props.ts';
import type { PropState, SceneScript } from '../script.ts';

const [farLane, nearLane] = [262, 330];
const length = 4;

/** Toy vehicles of different colours and speeds on a street; the camera pans slowly to the right. */
export const street: SceneScript = {
  name: 'street',
  summary: 'toy vehicles drive both ways past a parked van while the camera pans',
  frames: 100,
  noise: 2,
  build: (random) => {
    const near = (value: number, by = 6) => value + random.between(-by, by);
    const drive = (from: number, pixelsPerSecond: number, lane: number) =>
      path([0, from, lane], [length, from + pixelsPerSecond * length, lane]);
    const fast = near(150, 8);
    return {
      reach: [0, 700],
      backdrop: streetBackdrop(random.int(1, 1 << 30), { kerb: 186, road: 216, lane: 278 }),
      camera: (seconds) => Math.min(60, seconds * 15),
      scale: (ground) => (ground - 60) / 250,
      props: [
        vehicleProp('white', { body: 'van', length: 190, facing: 1 }, path([0, near(560), 224])),
        vehicleProp('blue', { body: 'bus', length: 270, facing: -1 }, drive(near(560), -58, farLane)),
        vehicleProp('green', { body: 'car', length: 170, facing: -1 }, drive(near(330), -38, farLane + 2)),
        vehicleProp('red', { body: 'car', length: 165, facing: 1 }, drive(near(96), fast, nearLane)),
        vehicleProp('yellow', { body: 'car', length: 150, facing: 1 }, drive(near(-170), near(72, 4), nearLane - 4)),
      ],
      queries: [
        { text: 'the red car', kind: 'attribute', choose: where(isA('car'), colored('red')) },
        { text: 'the blue bus', kind: 'attribute', choose: where(isA('bus'), colored('blue')) },
        {
          text: 'the leftmost vehicle',
          kind: 'spatial',
          choose: (things) => most(things, (thing) => -centerX(thing)),
        },
        { text: 'the biggest vehicle', kind: 'spatial', choose: (things) => most(things, boxArea) },
        { text: 'the fastest vehicle', kind: 'temporal', from: 0.32, choose: (things) => most(things, speed) },
        {
          text: 'the vehicle that is not moving',
          kind: 'temporal',
          from: 0.32,
          choose: where((thing) => !isMoving(thing)),
        },
        {
          text: 'the car that is moving to the left',
          kind: 'temporal',
          from: 0.32,
          choose: where(isA('car'), isMoving, ({ velocity }) => velocity[0] < 0),
        },
        { text: 'the purple bus', kind: 'absent', choose: where(isA('bus'), colored('purple')) },
      ],
    };
  },
};

const boxArea = ({ box: [, , w, h] }: PropState) => w * h;
