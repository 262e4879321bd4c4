/** Lists longer than this are not kept for the next picture. */
const keepAtMost = 1 << 22;
let kept: TransitionList | undefined;

/**
 * Collects pixels row by row and hands them out in column-major order (a counting sort by column),
 * so that a row-major picture is read along its rows only.
 */
export class TransitionList {
  #xs = new Uint32Array(1 << 14);
  #sorted = new Uint32Array(1 << 14);
  #rowEnds = new Uint32Array(0);
  #columns = new Uint32Array(0);
  #height = 0;
  #width = 0;
  #row = 0;
  /** Number of pixels noted. */
  length = 0;

  /** A cleared list whose memory is used again by the next call: read it out before that. */
  static shared(height: number, width: number): TransitionList {
    if (kept === undefined || kept.#xs.length > keepAtMost) kept = new TransitionList();
    return kept.#reset(height, width);
  }

  #reset(height: number, width: number): this {
    if (this.#rowEnds.length < height) this.#rowEnds = new Uint32Array(height);
    if (this.#columns.length < width + 1) this.#columns = new Uint32Array(width + 1);
    else this.#columns.fill(0, 0, width + 1);
    this.#height = height;
    this.#width = width;
    this.#row = 0;
    this.length = 0;
    this.reserve(width);
    return this;
  }

  /** Makes room for `more` calls of `add`. */
  reserve(more: number): void {
    if (this.length + more <= this.#xs.length) return;
    const wider = new Uint32Array(Math.max(this.length + more, this.#xs.length * 2));
    wider.set(this.#xs);
    this.#xs = wider;
  }

  /** Notes column `x` of the row at hand. */
  add(x: number): void {
    this.#xs[this.length++] = x;
    this.#columns[x + 1]!++;
  }

  /** Goes on to the next row. */
  endRow(): void {
    this.#rowEnds[this.#row++] = this.length;
  }

  /** Position x * h + y of each noted pixel, rising; `length` entries count. */
  columnMajor(): Uint32Array {
    if (this.#sorted.length < this.length) this.#sorted = new Uint32Array(this.#xs.length);
    const columns = this.#columns;
    for (let x = 0; x < this.#width; x++) columns[x + 1]! += columns[x]!;
    let i = 0;
    for (let y = 0; y < this.#row; y++) {
      for (const end = this.#rowEnds[y]!; i < end; i++) {
        const x = this.#xs[i]!;
        this.#sorted[columns[x]!++] = x * this.#height + y;
      }
    }
    return this.#sorted;
  }
}
