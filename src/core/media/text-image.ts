import { capHeight, glyphOf, letterGap, tailDepth, xHeightTop } from './glyphs.ts';

/** Text as coverage, 0..255 a pixel, row by row. */
export interface TextImage {
  readonly width: number;
  readonly height: number;
  /** Rows above the top of capitals. */
  readonly ascent: number;
  readonly coverage: Uint8Array;
}

/** Width in pixels of one line of plain text whose capitals are `size` pixels high. */
export function textWidth(text: string, size: number): number {
  let units = -letterGap;
  for (const character of text) units += glyphOf(character).width + letterGap;
  return text === '' ? 0 : Math.ceil((units * size) / capHeight + penWidth(size)) + 1;
}

/** Cuts text with an ellipsis so that it is at most `maxWidth` pixels wide. */
export function fitText(text: string, size: number, maxWidth: number): string {
  if (textWidth(text, size) <= maxWidth) return text;
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join('').trimEnd()}\u2026`, size) > maxWidth)
    characters.pop();
  return characters.length === 0 ? '' : `${characters.join('').trimEnd()}\u2026`;
}

/** Breaks text into at most `maxLines` lines of `maxWidth` pixels; what does not fit ends with an ellipsis. */
export function wrapText(text: string, size: number, maxWidth: number, maxLines: number): string[] {
  const lines: string[] = [];
  const words = text.split(' ');
  while (words.length > 0 && lines.length < maxLines) {
    let line = words.shift()!;
    while (words.length > 0 && textWidth(`${line} ${words[0]}`, size) <= maxWidth) line += ` ${words.shift()}`;
    const last = lines.length === maxLines - 1;
    lines.push(fitText(last && words.length > 0 ? `${line} ${words.join(' ')}` : line, size, maxWidth));
  }
  return lines;
}

const cache = new Map<string, TextImage>();
const cacheSize = 256;

/** Draws one line of plain text with a round pen, anti-aliased. The same text is drawn once and remembered. */
export function textImage(text: string, size: number): TextImage {
  const key = `${size}:${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= cacheSize) cache.delete(cache.keys().next().value!);
  const image = render(text, size);
  cache.set(key, image);
  return image;
}

const penWidth = (size: number): number => Math.max(1.1, size * 0.14);

function render(text: string, size: number): TextImage {
  const pen = penWidth(size) / 2;
  const scale = size / capHeight;
  const margin = Math.ceil(pen + 1.6 * scale);
  const width = textWidth(text, size) + 1;
  const height = margin + size + Math.ceil(tailDepth * scale + pen) + 1;
  const canvas: PenCanvas = { width, height, coverage: new Uint8Array(width * height), pen };
  let left = pen + 0.5;
  for (const character of text) {
    const glyph = glyphOf(character);
    drawPath(
      canvas,
      glyph.path,
      (x) => left + x * scale,
      (y) => margin + 0.5 + snapY(y, size),
    );
    left += (glyph.width + letterGap) * scale;
  }
  return { width, height, ascent: margin, coverage: canvas.coverage };
}

/** Puts the tops of small letters and the baseline on whole pixels, which keeps small sizes crisp. */
function snapY(y: number, size: number): number {
  const bottom = size - 1;
  const middle = Math.round((xHeightTop * bottom) / capHeight);
  if (y <= xHeightTop) return (y * middle) / xHeightTop;
  return middle + ((y - xHeightTop) * (bottom - middle)) / (capHeight - xHeightTop);
}

interface PenCanvas {
  readonly width: number;
  readonly height: number;
  readonly coverage: Uint8Array;
  /** Radius of the pen in pixels. */
  readonly pen: number;
}

type Axis = (units: number) => number;

function drawPath(canvas: PenCanvas, path: string, toX: Axis, toY: Axis): void {
  let x = 0;
  let y = 0;
  for (const [, command, numbers] of path.matchAll(/([MLHVQ])([^MLHVQ]*)/g)) {
    const n = (numbers!.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const [endX, endY] = endOf(command!, n, x, y);
    if (command === 'Q') drawCurve(canvas, toX, toY, [x, y, n[0]!, n[1]!, endX, endY]);
    else if (command !== 'M') drawLine(canvas, toX(x), toY(y), toX(endX), toY(endY));
    x = endX;
    y = endY;
  }
}

function endOf(command: string, n: readonly number[], x: number, y: number): [number, number] {
  if (command === 'H') return [n[0]!, y];
  if (command === 'V') return [x, n[0]!];
  return [n[n.length - 2]!, n[n.length - 1]!];
}

const curveSteps = 8;

function drawCurve(
  canvas: PenCanvas,
  toX: Axis,
  toY: Axis,
  [x0, y0, cx, cy, x1, y1]: readonly [number, number, number, number, number, number],
): void {
  let fromX = toX(x0);
  let fromY = toY(y0);
  for (let i = 1; i <= curveSteps; i++) {
    const t = i / curveSteps;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
    const nextX = toX(a * x0 + b * cx + c * x1);
    const nextY = toY(a * y0 + b * cy + c * y1);
    drawLine(canvas, fromX, fromY, nextX, nextY);
    fromX = nextX;
    fromY = nextY;
  }
}

/** Coverage of a pixel = how deep its centre lies inside the stroke, one pixel wide at the edge. */
function drawLine({ width, height, coverage, pen }: PenCanvas, x0: number, y0: number, x1: number, y1: number): void {
  const reach = pen + 1;
  const left = Math.max(0, Math.floor(Math.min(x0, x1) - reach));
  const right = Math.min(width - 1, Math.ceil(Math.max(x0, x1) + reach));
  const top = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(y0, y1) + reach));
  const dx = x1 - x0;
  const dy = y1 - y0;
  const square = dx * dx + dy * dy;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const px = x + 0.5 - x0;
      const py = y + 0.5 - y0;
      const t = square === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square));
      const inside = pen + 0.5 - Math.hypot(px - t * dx, py - t * dy);
      if (inside <= 0) continue;
      const at = y * width + x;
      coverage[at] = Math.max(coverage[at]!, Math.min(255, inside * 255));
    }
  }
}
