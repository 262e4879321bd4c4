/** The pictures that are disturbed: all of one size. */
export interface PictureStream {
  /** px */
  readonly width: number;
  readonly height: number;
  /** Same seed, same disturbance. */
  readonly seed: number;
}

/** When a picture was taken. */
export interface PictureMoment {
  readonly index: number;
  /** Seconds. */
  readonly time: number;
}

/**
 * Changes one picture in place: RGB bytes, row by row. What it does depends on the moment only, not on the pictures
 * before; it allocates nothing that grows with the picture.
 */
export type PictureChange = (data: Uint8Array, moment: PictureMoment) => void;
