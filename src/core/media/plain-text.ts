import { hasGlyph } from './glyphs.ts';

const spelled: Readonly<Record<string, string>> = {
  '\u00df': 'ss',
  '\u00e6': 'ae',
  '\u00c6': 'AE',
  '\u00f8': 'o',
  '\u00d8': 'O',
  '\u0153': 'oe',
  '\u0152': 'OE',
  '\u0142': 'l',
  '\u0141': 'L',
  '\u0111': 'd',
  '\u0110': 'D',
  '\u00f0': 'd',
  '\u00de': 'Th',
  '\u00fe': 'th',
  '\u0131': 'i',
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u00d7': 'x',
  '\u2192': '->',
  '\u2190': '<-',
  '\u2264': '<=',
  '\u2265': '>=',
  '\u20ac': 'EUR',
  '\u00a3': 'GBP',
  '\u00b7': '.',
  '\u2022': '*',
  '\u00bf': '?',
  '\u00a1': '!',
};

/**
 * The nearest text that the built-in font can draw: accents dropped, typographic signs and some letters spelled
 * out, white space made one blank, control and invisible characters left out. Each other character becomes one
 * empty box, so that the length of the text stays visible.
 */
export function plainText(text: string): string {
  let out = '';
  for (const character of text.normalize('NFKD')) out += drawable(character);
  return out.replace(/ {2,}/g, ' ').trim();
}

function drawable(character: string): string {
  if (hasGlyph(character)) return character;
  if (Object.hasOwn(spelled, character)) return spelled[character]!;
  if (/\s/u.test(character)) return ' ';
  return /[\p{M}\p{C}]/u.test(character) ? '' : '\u25a1';
}
