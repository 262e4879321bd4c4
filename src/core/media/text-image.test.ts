import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text.ts';
import { fitText, textImage, textWidth, wrapText } from './text-image.ts';

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));

describe('plainText', () => {
  it.each([
    ['the red mug', 'the red mug'],
    ['Zoë’s café – naïve', "Zoe's cafe - naive"],
    ['Straße Ærø Łódź', 'Strasse AEro Lodz'],
    ['“left”… of', '"left"... of'],
    ['日本', '□□'],
    ['a\u0000b\u200d\tc\n\nd', 'ab c d'],
    ['👩‍🚒 runs', '□□ runs'],
    ['ﬁne ½', 'fine 1□2'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('gives only characters with a glyph, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect([...plainText(text)].every((c) => ascii.includes(c) || c === '□' || c === '°')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('textImage', () => {
  it.each([8, 9, 14, 22])('draws every ASCII character, all different, at size %i', (size) => {
    const seen = new Set<string>();
    for (const character of ascii.slice(1)) {
      const image = textImage(character, size);
      expect(Math.max(...image.coverage), character).toBeGreaterThan(120);
      seen.add(`${image.width}:${image.coverage.join()}`);
    }
    expect(seen.size).toBe(94);
  });

  it.each([8, 13, 30])('keeps ink inside its box at size %i', (size) => {
    for (const character of ascii.slice(1)) {
      const { width, height, coverage } = textImage(character, size);
      for (let y = 0; y < height; y++)
        expect(coverage[y * width + width - 1], `${character} right edge`).toBeLessThan(200);
      for (let x = 0; x < width; x++) expect(coverage[x], `${character} top edge`).toBeLessThan(200);
      for (let x = 0; x < width; x++)
        expect(coverage[(height - 1) * width + x], `${character} bottom`).toBeLessThan(200);
    }
  });

  it('draws the same text once', () => {
    expect(textImage('twice', 12)).toBe(textImage('twice', 12));
  });
});

describe('fitting', () => {
  it('cuts with an ellipsis and never exceeds the width', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.integer({ min: 8, max: 40 }),
        fc.integer({ min: 0, max: 500 }),
        (t, s, w) => {
          const text = plainText(t);
          const fitted = fitText(text, s, w);
          expect(textWidth(fitted, s)).toBeLessThanOrEqual(w);
          if (textWidth(text, s) <= w) expect(fitted).toBe(text);
        },
      ),
    );
  });

  it('breaks between words', () => {
    const lines = wrapText('the dog that brings back the ball it was thrown', 10, 130, 9);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe('the dog that brings back the ball it was thrown');
    const cut = wrapText('the dog that brings back the ball it was thrown', 10, 130, 2);
    expect(cut).toHaveLength(2);
    expect(cut[1]!.endsWith('…')).toBe(true);
  });
});
