/** A picture's way from how it is stored to how it is shown: first swap x and y, then mirror. */
export interface Turn {
  /** Rows become columns. */
  readonly swap: boolean;
  /** Mirrored left to right, in the shown picture. */
  readonly flipX: boolean;
  /** Mirrored top to bottom, in the shown picture. */
  readonly flipY: boolean;
}

/** The turn that leaves a picture as it is. */
export const noTurn: Turn = { swap: false, flipX: false, flipY: false };

/**
 * Copies an RGB picture turned.
 * @param source rows of `width` pixels, `stride` bytes apart
 * @param out height * width * 3 bytes of the shown picture (its width is `height` where `swap` is set)
 */
export function turnRgb(
  source: Uint8Array,
  width: number,
  height: number,
  stride: number,
  { swap, flipX, flipY }: Turn,
  out: Uint8Array,
): void {
  const outWidth = swap ? height : width;
  const outHeight = swap ? width : height;
  const stepX = (swap ? stride : 3) * (flipX ? -1 : 1);
  const stepY = (swap ? 3 : stride) * (flipY ? -1 : 1);
  let row = (flipX ? -stepX * (outWidth - 1) : 0) + (flipY ? -stepY * (outHeight - 1) : 0);
  let to = 0;
  for (let y = 0; y < outHeight; y++, row += stepY) {
    for (let x = 0, from = row; x < outWidth; x++, from += stepX, to += 3) {
      out[to] = source[from]!;
      out[to + 1] = source[from + 1]!;
      out[to + 2] = source[from + 2]!;
    }
  }
}
