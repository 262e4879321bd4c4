type Lab = readonly [number, number, number];

/** Side of a cell, Lab units (lightness halved first): colours a cell apart look alike, two cells apart do not. */
const cell = 7;

/** How much of each colour there is: a coarse Lab histogram, read with neighbouring cells at falling weight. */
export class ColorDensity {
  readonly #cells = new Map<number, number>();

  add(lab: Lab, weight: number): void {
    const key = keyOf(...cellOf(lab));
    this.#cells.set(key, (this.#cells.get(key) ?? 0) + weight);
  }

  /** Weight added near a colour, in the unit of `add`. */
  at(lab: Lab): number {
    const [l, a, b] = cellOf(lab);
    let sum = 0;
    for (let dl = -1; dl <= 1; dl++) {
      for (let da = -1; da <= 1; da++) {
        for (let db = -1; db <= 1; db++) {
          const weight = this.#cells.get(keyOf(l + dl, a + da, b + db));
          if (weight !== undefined) sum += weight * fall[dl * dl + da * da + db * db]!;
        }
      }
    }
    return sum;
  }
}

/** Weight by squared distance in cells. */
const fall = [1, 0.5, 0.25, 0.125];

function cellOf([l, a, b]: Lab): readonly [number, number, number] {
  return [Math.round(l / 2 / cell), Math.round(a / cell), Math.round(b / cell)];
}

const keyOf = (l: number, a: number, b: number): number => ((l + 64) * 128 + a + 64) * 128 + b + 64;
