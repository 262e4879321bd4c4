import type { Sheet } from './row.ts';
import { blobsSheet } from './rows/blobs.ts';
import { bottlesSheet } from './rows/bottles.ts';
import { coinsSheet } from './rows/coins.ts';
import { conveyorSheet } from './rows/conveyor.ts';
import { deskSheet } from './rows/desk.ts';
import { gardenSheet } from './rows/garden.ts';
import { kitchenSheet } from './rows/kitchen.ts';
import { marketSheet } from './rows/market.ts';
import { officeSheet } from './rows/office.ts';
import { parkingSheet } from './rows/parking.ts';
import { petsSheet } from './rows/pets.ts';
import { playgroundSheet } from './rows/playground.ts';
import { roomSheet } from './rows/room.ts';
import { shellsSheet } from './rows/shells.ts';
import { streetSheet } from './rows/street.ts';

/** All questions, by twin. */
export const sheets: readonly Sheet[] = [
  kitchenSheet,
  streetSheet,
  bottlesSheet,
  playgroundSheet,
  conveyorSheet,
  deskSheet,
  shellsSheet,
  parkingSheet,
  roomSheet,
  petsSheet,
  officeSheet,
  marketSheet,
  blobsSheet,
  gardenSheet,
  coinsSheet,
];
