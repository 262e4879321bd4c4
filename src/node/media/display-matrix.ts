import { noTurn, type Turn } from '../../core/media/index.ts';

/**
 * The turn that a display matrix asks for: nine little-endian int32 `[a b u, c d v, x y w]` with
 * x' = a x + c y, y' = b x + d y (ISO/IEC 14496-12, 6.2.2). Angles are rounded to quarter turns.
 */
export function turnOfMatrix(matrix: Uint8Array | null): Turn {
  if (matrix === null || matrix.length < 36) return noTurn;
  const view = new DataView(matrix.buffer, matrix.byteOffset, matrix.byteLength);
  const [a, b, c, d] = [0, 4, 12, 16].map((at) => view.getInt32(at, true)) as [number, number, number, number];
  if (Math.abs(a) >= Math.abs(b)) return { swap: false, flipX: a < 0, flipY: d < 0 };
  return { swap: true, flipX: c < 0, flipY: b < 0 };
}
