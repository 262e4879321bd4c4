import type { SceneScript } from '../script.ts';
import { crossing } from './crossing.ts';
import { shelf } from './shelf.ts';
import { street } from './street.ts';
import { tabletop } from './tabletop.ts';

/** Every scripted scene; a new one is one file and one line here. */
export const scenes: readonly SceneScript[] = [tabletop, crossing, shelf, street];
