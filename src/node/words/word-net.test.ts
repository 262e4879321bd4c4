import { describe, expect, it } from 'vitest';
import { coreWords } from '../../core/plan/index.ts';
import { wordNetWords } from './word-net.ts';

const words = wordNetWords();

describe('what is a kind of what', () => {
  it.each([
    ['mug', 'container', true],
    ['bicycle', 'vehicle', true],
    ['dog', 'mammal', true],
    ['chair', 'furniture', true],
    ['mug', 'animal', false],
    // The commonest thing of that name that can be seen, not any meaning of the word.
    ['mouse', 'furniture', false],
  ])('%s, %s: %s', (narrow, wide, expected) => expect(words.isA(narrow, wide)).toBe(expected));

  it('names common kinds of a wide name, at most 40', () => {
    expect(words.narrowerNames('mammal')).toEqual(expect.arrayContaining(['dog', 'cat', 'horse', 'cow']));
    expect(words.narrowerNames('container')).not.toContain('bus');
    for (const wide of ['animal', 'container', 'vehicle', 'mammal'])
      expect(words.narrowerNames(wide).length).toBeLessThanOrEqual(40);
  });

  it('knows other words for a thing', () => expect(words.synonyms('sofa')).toContain('couch'));
});

describe('what things are for', () => {
  it.each([
    ['drink', ['cup', 'mug', 'glass']],
    ['cut', ['knife', 'scissors']],
    ['sit', ['chair', 'bench', 'wheelchair']],
    ['stir', ['spoon']],
  ])('%s', (verb, expected) => expect(words.usedFor(verb)).toEqual(expect.arrayContaining(expected)));

  it('does not take what eats for something to eat with', () => {
    expect(words.usedFor('eat')).not.toContain('dog');
    expect(words.usedFor('eat')).not.toContain('wolf');
  });

  it('says nothing of an unknown verb', () => expect(words.usedFor('zorgle')).toEqual([]));
});

describe('without the dictionary', () => {
  const alone = wordNetWords(() => {
    throw new Error('not installed');
  });

  it('the built-in lexicon answers', () => {
    expect(alone.usedFor('drink')).toEqual(coreWords.usedFor('drink'));
    expect(alone.isA('bicycle', 'vehicle')).toBe(true);
    expect(alone.narrowerNames('mammal')).toEqual([]);
  });
});
