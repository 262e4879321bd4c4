import { expect, it } from 'vitest';
import { Frame } from './frame.ts';

const make = (release?: (data: Uint8Array) => void) =>
  new Frame({ width: 2, height: 1, index: 3, time: 0.5, data: Uint8Array.of(1, 2, 3, 4, 5, 6), release });

it('gives its pixels back once when closed', () => {
  const returned: Uint8Array[] = [];
  const frame = make((data) => returned.push(data));
  const { data } = frame;
  frame.close();
  frame.close();
  expect(returned).toEqual([data]);
  expect(frame.closed).toBe(true);
  expect(() => frame.data).toThrow('frame 3 was used after');
});

it('clones with pixels of its own', () => {
  const frame = make();
  const copy = frame.clone();
  frame.data[0] = 99;
  frame.close();
  expect([...copy.data]).toEqual([1, 2, 3, 4, 5, 6]);
  expect([copy.index, copy.time]).toEqual([3, 0.5]);
});

it('refuses pixels that do not fit the size', () => {
  expect(() => new Frame({ width: 2, height: 2, index: 0, time: 0, data: new Uint8Array(5) })).toThrow('12 bytes');
});
