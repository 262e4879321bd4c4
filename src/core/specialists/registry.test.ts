import { describe, expect, it } from 'vitest';
import { InputError, MissingError } from '../base/errors.ts';
import type { Attribute, Specialist } from './contract.ts';
import { SpecialistRegistry } from './registry.ts';

const fake = (id: string, provides: readonly Attribute[], msPerFrame = 1, disposed?: string[]): Specialist => ({
  id,
  summary: `${id} for tests`,
  provides,
  needs: [],
  cost: { msPerFrame, msPerRegion: 0.1 },
  cannot: ['do anything'],
  load: async () => {},
  open: () => {
    throw new Error('not opened here');
  },
  dispose: async () => {
    if (disposed === undefined) throw new Error(`${id} failed`);
    disposed.push(id);
  },
});

describe('SpecialistRegistry', () => {
  it('hands out what was registered, and data for planners', () => {
    const near = fake('near', ['depth']);
    const registry = new SpecialistRegistry([near, fake('look', ['appearance'])]);
    expect(registry.get('near')).toBe(near);
    expect(registry.ids).toEqual(['near', 'look']);
    expect(registry.card('near')).toEqual({
      id: 'near',
      summary: 'near for tests',
      provides: ['depth'],
      needs: [],
      cost: { msPerFrame: 1, msPerRegion: 0.1 },
      cannot: ['do anything'],
    });
    expect(JSON.parse(JSON.stringify(registry.cards()))).toEqual(registry.cards());
  });

  it('picks the cheapest that gives an attribute', () => {
    const registry = new SpecialistRegistry([fake('dear', ['depth'], 80), fake('cheap', ['depth', 'masks'], 2)]);
    expect(registry.pick('depth').id).toBe('cheap');
    expect(registry.providing('depth').map(({ id }) => id)).toEqual(['cheap', 'dear']);
  });

  it('says what is missing and what would provide it', () => {
    const registry = new SpecialistRegistry([fake('near', ['depth'])]);
    expect(() => registry.get('far')).toThrow(MissingError);
    expect(() => registry.get('far')).toThrow('there is no specialist "far"');
    expect(() => registry.pick('labels')).toThrow('no registered specialist provides labels');
    expect(remedyOf(() => registry.pick('labels'))).toMatch(/names things.*At hand: near/);
    expect(remedyOf(() => registry.get('far'))).toBe('Use: near.');
  });

  it.each([
    ['a taken id', fake('near', ['masks'])],
    ['an id with a space', fake('near one', ['depth'])],
    ['a specialist that provides nothing', fake('idle', [])],
    ['an unknown attribute', fake('odd', ['smell' as Attribute])],
  ])('refuses %s', (_, specialist) => {
    expect(() => new SpecialistRegistry([fake('near', ['depth'])]).register(specialist)).toThrow(InputError);
  });

  it('disposes all of them even when one fails', async () => {
    const disposed: string[] = [];
    const registry = new SpecialistRegistry([fake('bad', ['depth']), fake('good', ['depth'], 1, disposed)]);
    await expect(registry.dispose()).rejects.toThrow('bad failed');
    expect(disposed).toEqual(['good']);
  });
});

function remedyOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return (error as MissingError).remedy;
  }
  return undefined;
}
