import type { Shape } from '../../../specialists/contract.ts';
import type { Thing } from '../stage/thing.ts';

/** Words for the shape of a thing as it stands or lies: what is tall is wide once it has tipped over. */
export function shapesOf(thing: Thing, time: number): readonly Shape[] {
  const { shapes } = thing.model;
  if (!thing.isTipped(time)) return shapes;
  return shapes.map((shape) => (shape === 'tall' ? 'wide' : shape));
}
