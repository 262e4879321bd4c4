import { deflateSync, inflateSync } from 'node:zlib';
import { InputError, MediaError, toError } from '../../core/base/index.ts';
import { davisPalette } from '../../core/media/index.ts';
import { writeAtomically } from './atomic-file.ts';
import { type PngChunk, readPngChunks, writePngChunks } from './png-chunks.ts';
import { readWholeFile } from './regular-file.ts';

/** A picture of labels: one byte a pixel, row by row. */
export interface LabelImage {
  readonly labels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Reads the palette indices (or grey levels) of a PNG as they stand in the file, which picture libraries turn
 * into colours. Colour types 0 and 3 with 1, 2, 4 or 8 bits, not interlaced.
 * @throws MediaError where the file is missing, broken, too large or of another type
 */
export async function readIndexedPng(path: string, maxPixels = 100_000_000): Promise<LabelImage> {
  try {
    return decodeIndexedPng(await readWholeFile(path), maxPixels);
  } catch (thrown) {
    const cause = toError(thrown);
    throw new MediaError(`${path}: the label picture cannot be read: ${cause.message}`, {
      code: cause instanceof MediaError && cause.code === 'media-limit' ? 'media-limit' : 'media-unreadable',
      cause,
      details: { path },
      remedy: 'Give a PNG with a palette or in grey, at most 8 bits, not interlaced.',
    });
  }
}

/** As `readIndexedPng`, from bytes. @throws Error saying what is wrong with them */
export function decodeIndexedPng(bytes: Uint8Array, maxPixels = 100_000_000): LabelImage {
  const chunks = readPngChunks(bytes);
  const { width, height, bits } = readHeader(chunks, maxPixels);
  const rowBytes = Math.ceil((width * bits) / 8);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const rows = inflateSync(packed, { maxOutputLength: height * (rowBytes + 1) });
  if (rows.length !== height * (rowBytes + 1)) throw new Error('it has too few pixels');
  const pixels = unfilter(rows, rowBytes, height);
  return { labels: bits === 8 ? pixels : unpack(pixels, width, height, bits, rowBytes), width, height };
}

function readHeader(chunks: readonly PngChunk[], maxPixels: number): { width: number; height: number; bits: number } {
  const head = chunks[0];
  if (head?.type !== 'IHDR' || head.data.length !== 13) throw new Error('its header is missing');
  const view = new DataView(head.data.buffer, head.data.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [bits, color, packing, filter, interlace] = head.data.subarray(8) as unknown as number[];
  if (width === 0 || height === 0) throw new Error('it has no pixels');
  if (width * height > maxPixels) {
    throw new MediaError(`${width} x ${height} pixels are more than the limit of ${maxPixels}`, {
      code: 'media-limit',
    });
  }
  if (color !== 0 && color !== 3) throw new Error(`it holds colours (PNG type ${color}), not labels`);
  if (![1, 2, 4, 8].includes(bits!)) throw new Error(`it has ${bits} bits a pixel`);
  if (packing !== 0 || filter !== 0) throw new Error('its packing is unknown');
  if (interlace !== 0) throw new Error('it is interlaced');
  return { width, height, bits: bits! };
}

/** Undoes the row filters (ISO/IEC 15948, clause 9); one byte reaches back one byte at these depths. */
function unfilter(rows: Uint8Array, rowBytes: number, height: number): Uint8Array {
  const out = new Uint8Array(rowBytes * height);
  let above = new Uint8Array(rowBytes);
  for (let y = 0; y < height; y++) {
    const from = y * (rowBytes + 1);
    const row = out.subarray(y * rowBytes, (y + 1) * rowBytes);
    const undo = rowFilters[rows[from]!];
    if (undo === undefined) throw new Error(`row ${y} has the unknown filter ${rows[from]}`);
    row.set(rows.subarray(from + 1, from + 1 + rowBytes));
    undo(row, above);
    above = row;
  }
  return out;
}

/** By number: what turns differences from the neighbours into values, in place. */
const rowFilters: readonly ((row: Uint8Array, above: Uint8Array) => void)[] = [
  () => undefined,
  (row) => {
    for (let x = 1; x < row.length; x++) row[x]! += row[x - 1]!;
  },
  (row, above) => {
    for (let x = 0; x < row.length; x++) row[x]! += above[x]!;
  },
  (row, above) => {
    for (let x = 0, left = 0; x < row.length; x++) left = row[x] = (row[x]! + ((left + above[x]!) >> 1)) & 255;
  },
  (row, above) => {
    for (let x = 0, left = 0, corner = 0; x < row.length; x++) {
      const up = above[x]!;
      left = row[x] = (row[x]! + paeth(left, up, corner)) & 255;
      corner = up;
    }
  },
];

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function unpack(packed: Uint8Array, width: number, height: number, bits: number, rowBytes: number): Uint8Array {
  const out = new Uint8Array(width * height);
  const mask = (1 << bits) - 1;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const bit = x * bits;
      out[at] = (packed[y * rowBytes + (bit >> 3)]! >> (8 - bits - (bit & 7))) & mask;
    }
  }
  return out;
}

/** Writes labels as an 8-bit PNG with the DAVIS palette; the file appears under its name only when whole. */
export async function writeIndexedPng(path: string, image: LabelImage): Promise<void> {
  await writeAtomically(path, encodeIndexedPng(image));
}

/** The bytes of an 8-bit PNG with the DAVIS palette. @throws InputError where `labels` does not fit the size */
export function encodeIndexedPng({ labels, width, height }: LabelImage): Uint8Array {
  if (labels.length !== width * height || labels.length === 0) {
    throw new InputError(
      `a label picture of ${width} x ${height} needs ${width * height} labels, got ${labels.length}`,
    );
  }
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++) rows.set(labels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return writePngChunks([
    { type: 'IHDR', data: headerOf(width, height) },
    { type: 'PLTE', data: davisPalette() },
    { type: 'IDAT', data: deflateSync(rows, { level: 6 }) },
  ]);
}

function headerOf(width: number, height: number): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 3, 0, 0, 0], 8);
  return header;
}
