import type { FrameChanges } from './frame-changes.ts';
import type { FrameGeometry } from './frame-geometry.ts';

/** A thing counts as standing again once it has not moved for so many pictures. */
const patience = 4;

/** Which placements stand still from picture to picture, so that they need not be drawn again. */
export class Stillness {
  /** What is kept is of no use any more: all of `standing` is to be drawn again. */
  rebuild = true;
  /** Indices of placements that have come to rest: to be added to what is kept. */
  settled: number[] = [];
  /** Indices of the placements that are kept. */
  standing: number[] = [];
  /** Indices of all others. */
  moving: number[] = [];
  /** Pictures since it moved; 255: it is kept. */
  #ages = new Uint8Array(0);

  update({ placements }: FrameGeometry, { scene, placements: changed }: FrameChanges): void {
    this.rebuild = scene;
    if (scene) this.#ages = Uint8Array.from(placements, ({ still }) => (still ? kept : 0));
    for (const i of changed) {
      if (this.#ages[i] === kept) this.rebuild = true;
      this.#ages[i] = 0;
    }
    this.settled = [];
    this.standing = [];
    this.moving = [];
    placements.forEach(({ still }, i) => {
      const age = this.#ages[i]!;
      if (age === kept) this.standing.push(i);
      else if (still && age >= patience) this.#settle(i);
      else {
        this.#ages[i] = Math.min(age + 1, patience);
        this.moving.push(i);
      }
    });
  }

  #settle(index: number): void {
    this.#ages[index] = kept;
    this.settled.push(index);
    this.standing.push(index);
  }
}

const kept = 255;
