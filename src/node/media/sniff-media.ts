/** What a file is, told from its first bytes. `demuxer` is FFmpeg's name for the container. */
export type MediaFormat =
  | { readonly kind: 'image'; readonly name: 'JPEG' | 'PNG' | 'WebP' | 'AVIF' | 'GIF' | 'TIFF' }
  | { readonly kind: 'video'; readonly name: string; readonly demuxer: string }
  | { readonly kind: 'other'; readonly name: string };

/** Bytes that `sniffMedia` needs at most. */
export const sniffLength = 512;

/** Tells pictures, videos and other things apart by content; the name of a file plays no part. */
export function sniffMedia(head: Uint8Array): MediaFormat {
  if (head.length === 0) return other('an empty file');
  return riff(head) ?? isoMedia(head) ?? signature(head) ?? transportStream(head) ?? other(describe(head));
}

const other = (name: string): MediaFormat => ({ kind: 'other', name });
const video = (name: string, demuxer: string): MediaFormat => ({ kind: 'video', name, demuxer });

/** AVIF and video share the ISO base media file format; brands tell which it is (ISO/IEC 14496-12, 4.3). */
function isoMedia(head: Uint8Array): MediaFormat | null {
  const box = ascii(head, 4, 8);
  if (['moov', 'mdat', 'wide', 'free', 'skip'].includes(box)) return video('MP4/QuickTime', 'mov');
  if (box !== 'ftyp') return null;
  const brands = brandsOf(head);
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return { kind: 'image', name: 'AVIF' };
  if (brands.some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand))) return other('an HEIC picture');
  if (brands[0] === 'crx ') return other('a Canon raw picture');
  return video('MP4/QuickTime', 'mov');
}

function brandsOf(head: Uint8Array): string[] {
  const size = (head[0]! << 24) | (head[1]! << 16) | (head[2]! << 8) | head[3]!;
  const end = Math.min(head.length, Math.max(12, size));
  const brands = [ascii(head, 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(head, at, at + 4));
  return brands;
}

function riff(head: Uint8Array): MediaFormat | null {
  if (ascii(head, 0, 4) !== 'RIFF') return null;
  const form = ascii(head, 8, 12);
  if (form === 'WEBP') return { kind: 'image', name: 'WebP' };
  return form === 'AVI ' ? video('AVI', 'avi') : other(`a RIFF file of type "${form.trim()}"`);
}

const signatures: readonly (readonly [hex: string, format: MediaFormat])[] = [
  ['ffd8ff', { kind: 'image', name: 'JPEG' }],
  ['89504e470d0a1a0a', { kind: 'image', name: 'PNG' }],
  ['474946383761', { kind: 'image', name: 'GIF' }],
  ['474946383961', { kind: 'image', name: 'GIF' }],
  ['49492a00', { kind: 'image', name: 'TIFF' }],
  ['4d4d002a', { kind: 'image', name: 'TIFF' }],
  ['1a45dfa3', video('Matroska/WebM', 'matroska')],
  ['464c5601', video('Flash video', 'flv')],
  ['4f676753', video('Ogg', 'ogg')],
  ['3026b2758e66cf11', video('Windows Media', 'asf')],
  ['000001ba', video('MPEG program stream', 'mpeg')],
  ['000001b3', video('MPEG video', 'mpegvideo')],
  ['444b4946', video('IVF', 'ivf')],
  ['595556344d50454732', video('YUV4MPEG2', 'yuv4mpegpipe')],
  ['0000000167', video('H.264 stream', 'h264')],
  ['00000167', video('H.264 stream', 'h264')],
  ['000000014001', video('H.265 stream', 'hevc')],
  ['25504446', other('a PDF document')],
  ['504b0304', other('a ZIP archive')],
  ['1f8b', other('a gzip archive')],
  ['424d', other('a BMP picture')],
  ['ff0a', other('a JPEG XL picture')],
  ['0000000c4a584c20', other('a JPEG XL picture')],
  ['7f454c46', other('a program')],
];

function signature(head: Uint8Array): MediaFormat | null {
  const hex = toHex(head.subarray(0, 12));
  return signatures.find(([start]) => hex.startsWith(start))?.[1] ?? null;
}

/** MPEG-TS has a 0x47 at every 188th byte, or every 192nd from byte 4 (M2TS). */
function transportStream(head: Uint8Array): MediaFormat | null {
  const sync = (first: number, step: number) =>
    head.length > first + step && [0, 1, 2].every((i) => (head[first + i * step] ?? 0x47) === 0x47);
  return sync(0, 188) || sync(4, 192) ? video('MPEG transport stream', 'mpegts') : null;
}

function describe(head: Uint8Array): string {
  const text = ascii(head, 0, 256);
  if (/^\s*(<!doctype html|<html)/i.test(text)) return 'an HTML page';
  if (/^\s*(<\?xml|<svg)/i.test(text)) return 'an XML or SVG document';
  if (text.startsWith('version https://git-lfs')) return 'a git-lfs pointer, not the file itself';
  if (head.every((byte) => byte === 0)) return 'only zero bytes';
  if (head.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13))) return 'text';
  return `unknown content (it starts with ${toHex(head.subarray(0, 8)).replace(/(..)(?=.)/g, '$1 ')})`;
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
