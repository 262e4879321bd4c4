import { MaskError } from '../base/errors.ts';
import type { SizeHw } from '../base/geometry.ts';
import type { Mask } from './mask.ts';
import { maskFromRuns } from './mask-from-runs.ts';
import { requireMaskSize } from './mask-size.ts';

// COCO's compressed run lengths (cocoapi, common/maskApi.c, rleToString and rleFrString).
const firstCode = 48;
const moreBit = 32;
const signBit = 16;
/** Six groups of five bits hold any run below 2^29; the C code would shift a seventh out of its integer. */
const maxGroups = 6;
const maxRun = 2 ** 29;

let scratch = new Uint8Array(1 << 12);

/**
 * The `counts` string of a mask in COCO's compressed form.
 * @throws MaskError for a run of 2^29 pixels or more, which the format cannot hold
 */
export function encodeRle({ runs }: Mask): string {
  if (scratch.length < runs.length * maxGroups) scratch = new Uint8Array(runs.length * maxGroups * 2);
  const out = scratch;
  let used = 0;
  for (let i = 0; i < runs.length; i++) {
    if (runs[i]! >= maxRun) throw new MaskError(`run ${i} of ${runs[i]} pixels is too long for a COCO string`);
    let x = i > 2 ? runs[i]! - runs[i - 2]! : runs[i]!;
    for (let more = true; more; ) {
      const group = x & 31;
      x >>= 5;
      more = (group & signBit) !== 0 ? x !== -1 : x !== 0;
      out[used++] = firstCode + group + (more ? moreBit : 0);
    }
  }
  return asciiText(out, used);
}

/**
 * The mask of a `counts` string in COCO's compressed form and its size [h, w].
 * @throws MaskError when a character is outside '0'..'o', a number is cut off or longer than six groups,
 * a run is negative, or the runs do not sum to h * w
 */
export function decodeRle(counts: string, size: SizeHw): Mask {
  const total = requireMaskSize(size);
  const runs = new Uint32Array(counts.length);
  let used = 0;
  let sum = 0;
  for (let at = 0; at < counts.length; ) {
    let value = 0;
    let group = moreBit;
    for (let k = 0; (group & moreBit) !== 0; k++) {
      group = groupAt(counts, at++, k);
      value |= (group & 31) << (5 * k);
      if ((group & moreBit) === 0 && (group & signBit) !== 0 && k < maxGroups) value |= -1 << (5 * (k + 1));
    }
    if (used > 2) value += runs[used - 2]!;
    sum += value;
    if (value < 0 || sum > total) throw new MaskError(badRun(used, value, total));
    runs[used++] = value;
  }
  return maskFromRuns(size, runs.subarray(0, used));
}

function groupAt(counts: string, at: number, k: number): number {
  if (at >= counts.length) throw new MaskError('a COCO mask string ends in the middle of a number');
  if (k >= maxGroups) throw new MaskError(`a number before character ${at} of a COCO mask string is too long`);
  const group = counts.charCodeAt(at) - firstCode;
  if (group < 0 || group > 63) {
    throw new MaskError(`character ${at} of a COCO mask string is ${JSON.stringify(counts[at])}, not '0' to 'o'`);
  }
  return group;
}

const badRun = (index: number, run: number, total: number): string =>
  run < 0
    ? `run ${index} of a COCO mask string is negative: ${run}`
    : `the runs of a COCO mask string exceed height x width = ${total} at run ${index}`;

function asciiText(codes: Uint8Array, length: number): string {
  const piece = 4096;
  let text = '';
  for (let at = 0; at < length; at += piece) {
    text += String.fromCharCode.apply(null, codes.subarray(at, Math.min(at + piece, length)) as unknown as number[]);
  }
  return text;
}
