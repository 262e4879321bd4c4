import type { SceneScript } from '../script.ts';
import { conveyor } from './conveyor.ts';
import { crossing } from './crossing.ts';
import { desk } from './desk.ts';
import { kitchen } from './kitchen.ts';
import { livingRoom } from './living-room.ts';
import { parking } from './parking.ts';
import { playground } from './playground.ts';
import { shelf } from './shelf.ts';
import { shellGame } from './shell-game.ts';
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
];
