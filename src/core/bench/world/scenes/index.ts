import type { SceneScript } from '../script.ts';
import { crossing } from './crossing.ts';
import { shellGame } from './shell-game.ts';

/** Every scripted scene; a new one is one file and one line here. */
export const scenes: readonly SceneScript[] = [crossing, shellGame];
