import type { Random } from '../../base/random.ts';
import { intersectMasks, type Mask, maskFromBox, subtractMask, unionMasks } from '../../masks/index.ts';
import type { TrueObject } from './truth.ts';

/** Something as it is seen: whole, one half of it, or together with a neighbour. */
export interface Piece {
  readonly object: TrueObject;
  readonly mask: Mask;
}

/** Boxes nearer than this, px, are neighbours. */
const reach = 4;

/** The two halves of a mask across its longer side; the mask alone where one of them would be empty. */
export function halvesOf(mask: Mask): Mask[] {
  const [x, y, w, h] = mask.bbox;
  const near = w >= h ? maskFromBox([x, y, w / 2, h], mask.size) : maskFromBox([x, y, w, h / 2], mask.size);
  const halves = [intersectMasks(mask, near), subtractMask(mask, near)];
  return halves.some((half) => half.isEmpty) ? [mask] : halves;
}

/** The largest neighbour in the picture. */
export function neighbourOf(object: TrueObject, all: readonly TrueObject[]): TrueObject | undefined {
  let best: TrueObject | undefined;
  for (const other of all) {
    const related = other.id === object.id || other.partOf === object.id || object.partOf === other.id;
    if (related || other.partOf !== object.partOf || !isNear(object.mask, other.mask)) continue;
    if (best === undefined || other.mask.area > best.mask.area) best = other;
  }
  return best;
}

function isNear({ bbox: [ax, ay, aw, ah] }: Mask, { bbox: [bx, by, bw, bh] }: Mask): boolean {
  return ax < bx + bw + reach && bx < ax + aw + reach && ay < by + bh + reach && by < ay + ah + reach;
}

/**
 * What is seen of some objects when shares of them fall into two or flow together with a neighbour; of two that flow
 * together the larger one names both.
 */
export function piecesOf(
  objects: readonly TrueObject[],
  { split, merged }: { readonly split: number; readonly merged: number },
  faults: (object: TrueObject) => Random,
): Piece[] {
  const swallowed = new Set<number>();
  const grown = new Map<number, Mask>();
  for (const object of objects) {
    if (swallowed.has(object.id) || faults(object).next() >= merged) continue;
    const other = neighbourOf(
      object,
      objects.filter(({ id }) => !swallowed.has(id)),
    );
    if (other === undefined) continue;
    const [large, small] = other.mask.area > object.mask.area ? [other, object] : [object, other];
    swallowed.add(small.id);
    grown.set(large.id, unionMasks(grown.get(large.id) ?? large.mask, grown.get(small.id) ?? small.mask));
  }
  return objects.flatMap((object): Piece[] => {
    if (swallowed.has(object.id)) return [];
    const mask = grown.get(object.id) ?? object.mask;
    const random = faults(object);
    random.next();
    return random.next() < split ? halvesOf(mask).map((half) => ({ object, mask: half })) : [{ object, mask }];
  });
}
