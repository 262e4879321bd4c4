import { expect, it } from 'vitest';
import { type Turn, turnRgb } from './turn-rgb.ts';

// a b c
// d e f   with two bytes of padding a row
const stored = Uint8Array.from([1, 1, 1, 2, 2, 2, 3, 3, 3, 0, 0, 4, 4, 4, 5, 5, 5, 6, 6, 6, 0, 0]);

it.each<[string, Turn, string]>([
  ['nothing', { swap: false, flipX: false, flipY: false }, '123 456'],
  ['left to right', { swap: false, flipX: true, flipY: false }, '321 654'],
  ['top to bottom', { swap: false, flipX: false, flipY: true }, '456 123'],
  ['half a turn', { swap: false, flipX: true, flipY: true }, '654 321'],
  ['a quarter clockwise', { swap: true, flipX: true, flipY: false }, '41 52 63'],
  ['a quarter counterclockwise', { swap: true, flipX: false, flipY: true }, '36 25 14'],
  ['over the diagonal', { swap: true, flipX: false, flipY: false }, '14 25 36'],
])('turns by %s', (_, turn, expected) => {
  const out = new Uint8Array(18);
  turnRgb(stored, 3, 2, 11, turn, out);
  const rows = expected.split(' ').map((row) => [...row].flatMap((v) => [Number(v), Number(v), Number(v)]));
  expect([...out]).toEqual(rows.flat());
});
