import type { Sheet } from './row.ts';
import { bottlesSheet } from './rows/bottles.ts';
import { conveyorSheet } from './rows/conveyor.ts';
import { kitchenSheet } from './rows/kitchen.ts';
import { playgroundSheet } from './rows/playground.ts';
import { streetSheet } from './rows/street.ts';

/** All questions, by twin. */
export const sheets: readonly Sheet[] = [kitchenSheet, streetSheet, bottlesSheet, playgroundSheet, conveyorSheet];
