import type { SceneScript } from '../script.ts';
import { cameraCut } from './camera-cut.ts';
import { conveyor } from './conveyor.ts';
import { crossing } from './crossing.ts';
import { desk } from './desk.ts';
import { drawer } from './drawer.ts';
import { fallingLamp } from './falling-lamp.ts';
import { hallway } from './hallway.ts';
import { handover } from './handover.ts';
import { kitchen } from './kitchen.ts';
import { livingRoom } from './living-room.ts';
import { market } from './market.ts';
import { parking } from './parking.ts';
import { pets } from './pets.ts';
import { playground } from './playground.ts';
import { shelf } from './shelf.ts';
import { shellGame } from './shell-game.ts';
import { stacking } from './stacking.ts';
import { street } from './street.ts';
import { tabletop } from './tabletop.ts';
import { trainSet } from './train-set.ts';

/** Every scripted scene; a new one is one file and one line here. */
export const scenes: readonly SceneScript[] = [
  tabletop,
  crossing,
  shelf,
  street,
  shellGame,
  conveyor,
  livingRoom,
  kitchen,
  desk,
  playground,
  parking,
  trainSet,
  handover,
  stacking,
  drawer,
  pets,
  market,
  hallway,
  fallingLamp,
  cameraCut,
];
