import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/base/index.ts';
import { davisPalette } from '../../core/media/index.ts';
import { decodeIndexedPng, encodeIndexedPng, readIndexedPng, writeIndexedPng } from './indexed-png.ts';
import { loadSharp } from './load-sharp.ts';
import { readPngChunks, writePngChunks } from './png-chunks.ts';

const dir = mkdtempSync(join(tmpdir(), 'twinseg-png-'));
afterAll(() => rmSync(dir, { recursive: true }));

const sharp = await loadSharp();
const random = seededRandom(11);
const [width, height] = [37, 23];
const labels = Uint8Array.from({ length: width * height }, () => random.int(0, 255));

describe('encodeIndexedPng', () => {
  it('comes back exactly', () => {
    expect(decodeIndexedPng(encodeIndexedPng({ labels, width, height }))).toEqual({ labels, width, height });
  });

  it('has the DAVIS palette as other programs read it', async () => {
    const { data, info } = await sharp(encodeIndexedPng({ labels, width, height })).raw().toBuffer({
      resolveWithObject: true,
    });
    expect([info.width, info.height, info.channels]).toEqual([width, height, 3]);
    const palette = davisPalette();
    const expected = [...labels].flatMap((l) => [...palette.subarray(l * 3, l * 3 + 3)]);
    expect([...data]).toEqual(expected);
  });

  it('refuses labels that do not fit', () => {
    expect(() => encodeIndexedPng({ labels, width: 5, height: 5 })).toThrow('needs 25 labels, got 851');
  });
});

describe('decodeIndexedPng', () => {
  it.each([1, 2, 4, 8])('reads %i bits a pixel', (bits) => {
    const small = labels.map((l) => l & ((1 << bits) - 1));
    const rowBytes = Math.ceil((width * bits) / 8);
    const rows = new Uint8Array(height * (rowBytes + 1));
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = y * (rowBytes + 1) + 1 + ((x * bits) >> 3);
        rows[at] = rows[at]! | (small[y * width + x]! << (8 - bits - ((x * bits) & 7)));
      }
    }
    expect(decodeIndexedPng(png(rows, bits, 3)).labels).toEqual(small);
    expect(decodeIndexedPng(png(rows, bits, 0)).labels).toEqual(small);
  });

  it('undoes all row filters (as libpng writes them)', async () => {
    const smooth = labels.map((l, i) => (((i % width) * 5 + Math.floor(i / width) * 3) & 255) ^ (l & 3));
    const raw = { raw: { width, height, channels: 1 as const } };
    const bytes = await sharp(smooth, raw).toColourspace('b-w').png({ adaptiveFiltering: true }).toBuffer();
    expect(decodeIndexedPng(bytes).labels).toEqual(smooth);
  });

  it.each([0, 1, 2, 3, 4])('undoes filter %i', (filter) => {
    const rows = new Uint8Array(height * (width + 1));
    for (let y = 0; y < height; y++) {
      rows[y * (width + 1)] = filter;
      for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = labels[y * width + x]! - guess(filter, x, y);
    }
    expect(decodeIndexedPng(png(rows, 8, 0)).labels).toEqual(labels);
  });

  it.each<[string, () => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), 'no PNG'],
    ['half a file', () => encodeIndexedPng({ labels, width, height }).subarray(0, 500), 'cut off'],
    ['a flipped bit', () => flipped(900), 'checksum'],
    ['colours', () => png(new Uint8Array(9), 8, 2), 'colours (PNG type 2)'],
    ['16 bits', () => png(new Uint8Array(9), 16, 0), '16 bits'],
    ['too few rows', () => png(new Uint8Array(10), 8, 3), 'too few pixels'],
    ['an unknown filter', () => png(new Uint8Array(height * (width + 1)).fill(9), 8, 3), 'unknown filter 9'],
    ['a bomb', () => png(new Uint8Array(1e6), 8, 3), 'larger than'],
    ['no header', () => writePngChunks([{ type: 'IDAT', data: new Uint8Array(3) }]), 'header'],
  ])('refuses %s', (_, bytes, words) => {
    expect(() => decodeIndexedPng(bytes())).toThrow(words);
  });

  it('refuses more pixels than the limit before unpacking them', () => {
    expect(() => decodeIndexedPng(encodeIndexedPng({ labels, width, height }), 100)).toThrow('limit of 100');
  });

  it('survives 10,000 damaged files', () => {
    const good = encodeIndexedPng({ labels, width, height });
    let read = 0;
    for (let i = 0; i < 10_000; i++) {
      const bytes = good.slice(0, i % 3 === 0 ? random.int(0, good.length) : good.length);
      for (let k = random.int(1, 4); k > 0 && bytes.length > 0; k--)
        bytes[random.int(0, bytes.length - 1)] = random.int(0, 255);
      // Every other one gets right checksums again, so that the damage reaches the decoder.
      const damaged = i % 2 === 0 ? bytes : withChecksums(bytes);
      try {
        read += decodeIndexedPng(damaged, 1_000_000).labels.length > 0 ? 1 : 0;
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(Error);
      }
    }
    expect(read).toBeGreaterThan(0);
  });
});

describe('files', () => {
  it('writes whole files only and says which one is bad', async () => {
    const path = join(dir, 'deep', '00000.png');
    await writeIndexedPng(path, { labels, width, height });
    expect(await readIndexedPng(path)).toEqual({ labels, width, height });
    expect(readdirSync(join(dir, 'deep'))).toEqual(['00000.png']);
    writeFileSync(path, 'no picture');
    await expect(readIndexedPng(path)).rejects.toMatchObject({
      name: 'MediaError',
      message: expect.stringContaining(path),
    });
    await expect(readIndexedPng(join(dir, 'absent.png'))).rejects.toThrow('absent.png');
  });
});

const truth = '../shared/media/gt';
describe.skipIf(!existsSync(truth))('annotations of the reference media (skipped where absent)', () => {
  it('reads the same labels as a PNG library reads colours', async () => {
    for (const name of readdirSync(truth).filter((n) => n.endsWith('.png'))) {
      const bytes = readFileSync(join(truth, name));
      const { labels, width, height } = decodeIndexedPng(bytes);
      const { data, info } = await sharp(bytes)
        .removeAlpha()
        .toColourspace('srgb')
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height], name).toEqual([width, height]);
      const palette = readPngChunks(bytes).find(({ type }) => type === 'PLTE')?.data;
      for (let i = 0; i < labels.length; i += 101) {
        expect(data[i * info.channels], name).toBe(palette === undefined ? labels[i] : palette[labels[i]! * 3]);
      }
    }
  });
});

function guess(filter: number, x: number, y: number): number {
  const at = (px: number, py: number) => (px < 0 || py < 0 ? 0 : labels[py * width + px]!);
  const [a, b, c] = [at(x - 1, y), at(x, y - 1), at(x - 1, y - 1)];
  const p = a + b - c;
  const paeth = [a, b, c].reduce((best, v) => (Math.abs(p - v) < Math.abs(p - best) ? v : best), a);
  return [0, a, b, (a + b) >> 1, paeth][filter]!;
}

function png(rows: Uint8Array, bits: number, color: number): Uint8Array {
  const head = new Uint8Array(13);
  new DataView(head.buffer).setUint32(0, width);
  new DataView(head.buffer).setUint32(4, height);
  head.set([bits, color], 8);
  return writePngChunks([
    { type: 'IHDR', data: head },
    { type: 'IDAT', data: deflateSync(rows) },
  ]);
}

function flipped(at: number): Uint8Array {
  const bytes = encodeIndexedPng({ labels, width, height });
  bytes[at] = bytes[at]! ^ 1;
  return bytes;
}

function withChecksums(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = Math.min(view.getUint32(at), bytes.length - at - 12);
    chunks.push({
      type: String.fromCharCode(...bytes.subarray(at + 4, at + 8)),
      data: bytes.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return writePngChunks(chunks);
}
