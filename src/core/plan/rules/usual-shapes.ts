import type { Shape } from '../../specialists/contract.ts';
import { lookUp } from './vocabulary.ts';

/** Shapes that a noun implies where nobody can name it. */
const impliedShapes: Readonly<Record<string, 'round' | 'rectangular'>> = {
  ball: 'round',
  sphere: 'round',
  coin: 'round',
  box: 'rectangular',
  cube: 'rectangular',
  block: 'rectangular',
};

/** Shapes that things of a name usually have, in their usual pose: a help in finding, not a test. */
const usualShapes: Readonly<Record<string, Shape>> = {
  ...impliedShapes,
  ...shapeOfAll(
    'round',
    'plate dish saucer wheel clock orange apple tomato button ring lemon grape cherry donut globe',
  ),
  ...shapeOfAll(
    'rectangular',
    'book card phone tablet television tv monitor door window poster laptop keyboard sign brick',
  ),
  ...shapeOfAll('tall', 'bottle vase lamp candle pole post column pillar tower thermos flask person man woman'),
  ...shapeOfAll('elongated', 'spoon fork knife pencil pen stick rod baguette ski snake rope bat oar chopstick'),
};

function shapeOfAll(shape: Shape, nouns: string): Record<string, Shape> {
  return Object.fromEntries(nouns.split(' ').map((noun) => [noun, shape]));
}

/** What a specialist that cannot name things may go by. */
export function usualShape(noun: string | undefined): Shape | undefined {
  return lookUp(usualShapes, noun);
}

/** What a program may test in place of a name. */
export function impliedShape(noun: string | undefined): 'round' | 'rectangular' | undefined {
  return lookUp(impliedShapes, noun);
}
