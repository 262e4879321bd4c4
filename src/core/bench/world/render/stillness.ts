/** A thing counts as standing once it has not moved for so many pictures. */
const patience = 3;
const kept = 255;

/** Which placements stand still from picture to picture, so that they need not be drawn again. */
export class Stillness {
  /** What is kept is of no use any more. */
  rebuild = true;
  /** Indices of placements that have come to rest: to be added to what is kept. */
  settled: number[] = [];
  /** Indices of the placements that are kept. */
  standing: number[] = [];
  /** Indices of all others. */
  moving: number[] = [];
  /** Pictures since each moved; 255: it is kept. */
  #ages = new Uint8Array(0);

  /**
   * @param anew nothing may be kept: everything is drawn elsewhere
   * @param changed indices of those that moved
   * @param moves whether a placement moves while the shutter is open
   */
  update(count: number, anew: boolean, changed: readonly number[], moves: (index: number) => boolean): void {
    this.rebuild = anew;
    if (anew) this.#ages = new Uint8Array(count);
    for (const i of changed) {
      if (this.#ages[i] === kept) this.rebuild = true;
      this.#ages[i] = 0;
    }
    this.settled = [];
    this.standing = [];
    this.moving = [];
    for (let i = 0; i < count; i++) {
      const age = this.#ages[i]!;
      if (age === kept) this.standing.push(i);
      else if (age >= patience && !moves(i)) this.#settle(i);
      else {
        this.#ages[i] = Math.min(age + 1, patience);
        this.moving.push(i);
      }
    }
  }

  #settle(index: number): void {
    this.#ages[index] = kept;
    this.settled.push(index);
    this.standing.push(index);
  }
}
