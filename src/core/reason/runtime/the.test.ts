import { describe, expect, it } from 'vitest';
import type { FrameObject } from '../../twin/program-frame.ts';
import { still, thing } from '../testing/scripted-twin.ts';
import { inProcessSession } from './in-process.ts';

/** Which of several red things is meant by "the red one". */
async function meant(...things: FrameObject[]): Promise<readonly number[]> {
  const program = 'function select(twin) { return twin.objects.where(color("red")).the(); }';
  const session = inProcessSession(program, { hysteresisSeconds: 0 });
  return (await session.step(still(things))).ids;
}

const red = (id: number, more: Partial<FrameObject>): FrameObject =>
  thing(id, [100 * id, 100, 40, 40], { color: 'red' }, more);

describe('which of several is meant', () => {
  it('the one with the best score', async () => {
    expect(await meant(red(1, { score: 0.4 }), red(2, { score: 0.6 }))).toEqual([2]);
  });

  it('one that is hidden no less than one that is seen', async () => {
    expect(await meant(red(1, { score: 0.9, vis: 0 }), red(2, { score: 0.6 }))).toEqual([1]);
  });

  it('the oldest of equals', async () => {
    expect(await meant(red(1, {}), red(2, {}))).toEqual([1]);
  });
});
