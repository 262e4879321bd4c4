/** Binary heap of edge numbers, smallest cost first, then smallest number. */
export class EdgeHeap {
  #ids = new Int32Array(1024);
  #costs = new Float64Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  clear(): void {
    this.#size = 0;
  }

  push(id: number, cost: number): void {
    if (this.#size === this.#ids.length) this.#grow();
    const ids = this.#ids;
    const costs = this.#costs;
    let at = this.#size++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!before(cost, id, costs[up]!, ids[up]!)) break;
      ids[at] = ids[up]!;
      costs[at] = costs[up]!;
      at = up;
    }
    ids[at] = id;
    costs[at] = cost;
  }

  /** The edge of least cost, taken out; -1 when empty. */
  pop(): number {
    if (this.#size === 0) return -1;
    const ids = this.#ids;
    const costs = this.#costs;
    const top = ids[0]!;
    const size = --this.#size;
    const id = ids[size]!;
    const cost = costs[size]!;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const other = child + 1;
      if (other < size && before(costs[other]!, ids[other]!, costs[child]!, ids[child]!)) child = other;
      if (!before(costs[child]!, ids[child]!, cost, id)) break;
      ids[at] = ids[child]!;
      costs[at] = costs[child]!;
      at = child;
    }
    ids[at] = id;
    costs[at] = cost;
    return top;
  }

  #grow(): void {
    const ids = new Int32Array(this.#ids.length * 2);
    ids.set(this.#ids);
    this.#ids = ids;
    const costs = new Float64Array(this.#costs.length * 2);
    costs.set(this.#costs);
    this.#costs = costs;
  }
}

const before = (costA: number, idA: number, costB: number, idB: number): boolean =>
  costA < costB || (costA === costB && idA < idB);
