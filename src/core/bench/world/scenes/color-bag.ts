import type { Random } from '../../../base/random.ts';

/** Each call of what this gives draws one of four colours, none of them twice. */
export function colorBag(random: Random) {
  const left = (['red', 'blue', 'green', 'yellow'] as const).slice();
  return () => left.splice(random.int(0, left.length - 1), 1)[0]!;
}
