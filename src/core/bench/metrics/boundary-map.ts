import {
  type ColumnSpans,
  columnSpans,
  intersectMasks,
  type Mask,
  RunWriter,
  subtractMask,
  unionMasks,
} from '../../masks/index.ts';

/**
 * The boundary pixels of DAVIS 2017 (`seg2bmap`): those where a pixel, its right, its lower and its lower right
 * neighbour are not all alike. So the line lies half a pixel up and left, pixels outside the object belong to it,
 * and the frame's edge is no boundary (beyond it the last row and column go on).
 */
export function boundaryMap(mask: Mask): Mask {
  if (mask.isEmpty) return mask;
  const right = shiftLeft(mask);
  const any = reshapeColumns(unionMasks(mask, right), (from, to) => [from - 1, to]);
  const all = reshapeColumns(intersectMasks(mask, right), (from, to, h) => [from, to === h ? h : to - 1]);
  return subtractMask(any, all);
}

/** Every pixel takes the value of its right neighbour; the last column stays. */
function shiftLeft(mask: Mask): Mask {
  const spans = columnSpans(mask);
  const writer = new RunWriter(mask.runs.length);
  for (let x = 0; x < spans.width; x++) copyColumn(spans, Math.min(x + 1, spans.width - 1), x * spans.height, writer);
  return writer.finish(mask.size);
}

function copyColumn({ first, bounds }: ColumnSpans, x: number, top: number, writer: RunWriter): void {
  for (let i = first[x]!; i < first[x + 1]!; i++) writer.span(top + bounds[2 * i]!, top + bounds[2 * i + 1]!);
}

/** Moves the ends of every span within its column; ends above the frame are cut. */
function reshapeColumns(mask: Mask, reshape: (from: number, to: number, h: number) => readonly [number, number]): Mask {
  const { first, bounds, height, width } = columnSpans(mask);
  const writer = new RunWriter(mask.runs.length);
  for (let x = 0; x < width; x++) {
    for (let i = first[x]!; i < first[x + 1]!; i++) {
      const [from, to] = reshape(bounds[2 * i]!, bounds[2 * i + 1]!, height);
      writer.span(x * height + Math.max(0, from), x * height + to);
    }
  }
  return writer.finish(mask.size);
}
