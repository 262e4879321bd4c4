import type { Shape } from '../../../specialists/contract.ts';
import type { Thing } from '../stage/thing.ts';

/** Words for the shape of a thing as it stands or lies, tall or wide first: what is tall is wide once it has tipped over. */
export function shapesOf(thing: Thing, time: number): readonly Shape[] {
  const { shapes } = thing.model;
  const words = thing.isTipped(time) ? shapes.map((shape) => (shape === 'tall' ? 'wide' : shape)) : shapes;
  return [...words].sort((a, b) => Number(isSize(b)) - Number(isSize(a)));
}

const isSize = (shape: Shape): boolean => shape === 'tall' || shape === 'wide';
