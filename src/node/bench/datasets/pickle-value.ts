/** What a pickle of plain data can hold. */
export type PickleValue = null | boolean | number | string | PickleValue[] | { [key: string]: PickleValue };

type Holder = Exclude<PickleValue, null | boolean | number | string>;

const isHolder = (value: PickleValue): value is Holder => typeof value === 'object' && value !== null;

/**
 * Number of values in a tree, one that stands in many places counted in each; Infinity where one holds itself. Walks by a
 * stack of its own, since nesting may be deeper than calls can be.
 */
export function countValues(root: PickleValue): number {
  if (!isHolder(root)) return 1;
  const counts = new Map<Holder, number>();
  const open = new Set<Holder>();
  const stack: Holder[] = [root];
  while (stack.length > 0) {
    const holder = stack.at(-1)!;
    if (counts.has(holder)) {
      stack.pop();
    } else if (open.has(holder)) {
      // All that it holds has been counted by now.
      stack.pop();
      open.delete(holder);
      counts.set(holder, sumOf(holder, counts));
    } else {
      open.add(holder);
      for (const child of Object.values(holder)) {
        if (!isHolder(child) || counts.has(child)) continue;
        if (open.has(child)) return Number.POSITIVE_INFINITY;
        stack.push(child);
      }
    }
  }
  return counts.get(root)!;
}

function sumOf(holder: Holder, counts: ReadonlyMap<Holder, number>): number {
  let sum = 1;
  for (const child of Object.values(holder)) sum += isHolder(child) ? counts.get(child)! : 1;
  return sum;
}
