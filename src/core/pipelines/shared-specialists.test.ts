import { expect, it } from 'vitest';
import { RecordedSpecialist } from '../testing/index.ts';
import { SharedSpecialists } from './shared-specialists.ts';

function setUp() {
  const order: string[] = [];
  const eyes = new RecordedSpecialist('eyes', ['masks'], () => ({}));
  eyes.load = async () => {
    order.push('load');
  };
  eyes.dispose = async () => {
    await Promise.resolve();
    order.push('freed');
  };
  return { order, shared: new SharedSpecialists(() => eyes) };
}

it('frees what the last stream gives up, and loads it again only after that', async () => {
  const { order, shared } = setUp();
  await shared.take('eyes', undefined);
  shared.free('eyes');
  await shared.take('eyes', undefined);
  expect(order).toEqual(['load', 'freed', 'load']);
});

it('frees nothing that another stream uses, nor what a stream leaves at its end', async () => {
  const { order, shared } = setUp();
  await shared.take('eyes', undefined);
  await shared.take('eyes', undefined);
  shared.free('eyes');
  shared.leave('eyes');
  await Promise.resolve();
  expect(order).toEqual(['load', 'load']);
});

it('does not count a stream whose loading failed', async () => {
  const broken = new RecordedSpecialist('eyes', ['masks'], () => ({}));
  let fails = true;
  broken.load = async () => {
    if (fails) throw new Error('no weights');
  };
  const shared = new SharedSpecialists(() => broken);
  await expect(shared.take('eyes', undefined)).rejects.toThrow('no weights');
  fails = false;
  await shared.take('eyes', undefined);
  shared.free('eyes');
  expect(broken.disposals).toBe(1);
});
