import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/base/index.ts';
import { sniffMedia } from './sniff-media.ts';

const text = (s: string) => new TextEncoder().encode(s);
const hex = (s: string) => Uint8Array.from(Buffer.from(s.replaceAll(' ', ''), 'hex'));
const box = (brands: string) => Uint8Array.from([0, 0, 0, 8 + brands.length, ...text(`ftyp${brands}`)]);
const ts = (first: number, step: number) => {
  const bytes = new Uint8Array(first + 3 * step);
  for (let i = 0; i < 3; i++) bytes[first + i * step] = 0x47;
  return bytes;
};

describe('sniffMedia', () => {
  it.each([
    ['JPEG', 'image', hex('ffd8ffe000104a464946')],
    ['PNG', 'image', hex('89504e470d0a1a0a0000000d49484452')],
    ['WebP', 'image', text('RIFF....WEBPVP8 ')],
    ['AVIF', 'image', box('avif\0\0\0\0mif1avif')],
    ['AVIF', 'image', box('mif1\0\0\0\0mif1avif')],
    ['GIF', 'image', text('GIF89a...')],
    ['TIFF', 'image', hex('49492a0008000000')],
    ['MP4/QuickTime', 'video', box('isom\0\0\0\0isomavc1')],
    ['MP4/QuickTime', 'video', text('\0\0\0\x08wide\0\0\0\0mdat')],
    ['Matroska/WebM', 'video', hex('1a45dfa3 01000000')],
    ['AVI', 'video', text('RIFF....AVI LIST')],
    ['Ogg', 'video', text('OggS....')],
    ['Flash video', 'video', text('FLV\x01.....')],
    ['MPEG transport stream', 'video', ts(0, 188)],
    ['MPEG transport stream', 'video', ts(4, 192)],
    ['H.264 stream', 'video', hex('00000001 67640028')],
    ['YUV4MPEG2', 'video', text('YUV4MPEG2 W64')],
    ['an empty file', 'other', new Uint8Array()],
    ['an HEIC picture', 'other', box('heic\0\0\0\0mif1heic')],
    ['a PDF document', 'other', text('%PDF-1.7')],
    ['an HTML page', 'other', text('<!DOCTYPE html><html>')],
    ['an XML or SVG document', 'other', text('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['text', 'other', text('#EXTM3U\nhttp://example.org/secret.ts\n')],
    ['text', 'other', text('ffconcat version 1.0\nfile /etc/passwd')],
    ['a git-lfs pointer, not the file itself', 'other', text('version https://git-lfs.github.com/spec/v1')],
    ['only zero bytes', 'other', new Uint8Array(100)],
    ['unknown content (it starts with 01 02 03 ff)', 'other', hex('010203ff')],
    ['a RIFF file of type "WAVE"', 'other', text('RIFF....WAVEfmt ')],
  ])('finds %s (%s)', (name, kind, head) => {
    expect(sniffMedia(head)).toMatchObject({ name, kind });
  });

  it('gives an answer for 10,000 random heads', () => {
    const random = seededRandom(5);
    const starts = ['RIFF', '\0\0\0\x18ftyp', '\0\0\0\xffftyp', 'G', '\x1aE\xdf\xa3', '\xff\xd8', ''].map(text);
    for (let i = 0; i < 10_000; i++) {
      const bytes = Uint8Array.from({ length: random.int(0, 64) }, () => random.int(0, 255));
      bytes.set(random.pick(starts).subarray(0, bytes.length));
      expect(['image', 'video', 'other']).toContain(sniffMedia(bytes).kind);
    }
  });
});
