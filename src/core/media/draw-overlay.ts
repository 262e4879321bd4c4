import { TwinsegError } from '../base/errors.ts';
import type { Box } from '../base/geometry.ts';
import type { FrameObjectMask } from './contract.ts';
import { placeLabel } from './label-place.ts';
import { fillMask, OutlinePainter } from './mask-outline.ts';
import { plainText } from './plain-text.ts';
import { drawTextImage, fillRoundedBox, type RgbCanvas } from './rgb-canvas.ts';
import { fitText, textImage, textWidth, wrapText } from './text-image.ts';
import { type Rgb, textColorOn, trackColor } from './track-color.ts';

/** How an overlay looks. */
export interface OverlayOptions {
  /** Text in a strip at the edge, as a rule the query. */
  legend?: string;
  /** @default 'bottom' */
  legendPlace?: 'top' | 'bottom';
  /** Width of outlines in pixels, 0 for none. @default grows with the picture: 1.6 at 240 rows, 3.5 at 1080 */
  lineWidth?: number;
  /** How much of the fill shows, 0..1. @default 0.38 */
  alpha?: number;
  /** Height of capitals in pixels. @default grows with the picture: 8 at 240 rows, 20 at 1080 */
  textSize?: number;
  /** Label chips with id and label. @default true */
  labels?: boolean;
  /** height * width * 3 bytes to draw into. @default a new buffer */
  out?: Uint8Array;
}

/**
 * Draws objects over a copy of an RGB picture: translucent fill, outline with a dark halo, a chip with id and
 * label, the legend. Colours belong to ids (`trackColor`). The picture itself is not changed.
 */
export function drawOverlay(
  frame: RgbCanvas,
  objects: readonly FrameObjectMask[],
  options: OverlayOptions = {},
): Uint8Array {
  const { width, height } = frame;
  const data = options.out ?? new Uint8Array(width * height * 3);
  data.set(frame.data);
  const canvas: RgbCanvas = { width, height, data };
  const style = styleOf(width, height, options);
  const shown = objects.filter(({ mask }) => !mask.isEmpty);
  for (const { mask } of shown) requireFrameSize(mask.size, width, height);
  drawMasks(canvas, shown, style);
  const legend = legendBox(canvas, options.legend, style);
  if (style.labels) drawLabels(canvas, shown, legend, style);
  if (legend !== null) drawLegend(canvas, legend, style);
  return data;
}

interface OverlayStyle {
  readonly lineWidth: number;
  readonly alpha: number;
  readonly textSize: number;
  readonly labels: boolean;
  readonly legendPlace: 'top' | 'bottom';
}

function styleOf(width: number, height: number, options: OverlayOptions): OverlayStyle {
  const side = Math.min(width, height);
  return {
    lineWidth: options.lineWidth ?? Math.min(8, 1 + side / 430),
    alpha: options.alpha ?? 0.38,
    textSize: Math.round(options.textSize ?? Math.min(64, Math.max(8, 4.6 + side / 70))),
    labels: options.labels ?? true,
    legendPlace: options.legendPlace ?? 'bottom',
  };
}

function requireFrameSize([h, w]: readonly [number, number], width: number, height: number): void {
  if (h === height && w === width) return;
  throw new TwinsegError('bad-mask', `a mask of ${w} x ${h} cannot be drawn on a picture of ${width} x ${height}`);
}

let painter: OutlinePainter | undefined;

/** Large objects first, so that small ones in front of them stay visible; then all outlines. */
function drawMasks(canvas: RgbCanvas, objects: readonly FrameObjectMask[], { lineWidth, alpha }: OverlayStyle): void {
  const ordered = [...objects].sort((a, b) => b.mask.area - a.mask.area || a.id - b.id);
  if (!painter?.fits(canvas.width, canvas.height)) painter = new OutlinePainter(canvas.width, canvas.height);
  for (const { id, mask } of ordered) fillMask(canvas, mask, trackColor(id), alpha);
  if (lineWidth <= 0) return;
  for (const { id, mask } of ordered) painter.draw(canvas, mask, trackColor(id), lineWidth);
}

function drawLabels(
  canvas: RgbCanvas,
  objects: readonly FrameObjectMask[],
  legend: Legend | null,
  { textSize, lineWidth }: OverlayStyle,
): void {
  const area = areaForLabels(canvas, legend);
  const placed: Box[] = [];
  const covered = objects.map(({ mask }) => mask.bbox);
  for (const object of [...objects].sort((a, b) => a.id - b.id)) {
    const text = labelText(object, textSize, canvas.width * 0.45);
    const size = chipSize(text, textSize);
    const box = placeLabel(object.mask.bbox, size, { area, placed, objects: covered, gap: Math.ceil(lineWidth) });
    placed.push(box);
    drawChip(canvas, box, text, textSize, trackColor(object.id));
  }
}

function areaForLabels({ width, height }: RgbCanvas, legend: Legend | null): Box {
  if (legend === null) return [0, 0, width, height];
  const [, y, , h] = legend.box;
  return y > 0 ? [0, 0, width, y] : [0, h, width, height - h];
}

function labelText({ id, label }: FrameObjectMask, size: number, maxWidth: number): string {
  const text = label === undefined ? `${id}` : `${id} ${plainText(label)}`;
  return fitText(text.trim(), size, maxWidth);
}

const padX = (size: number): number => Math.round(size * 0.5);
const padY = (size: number): number => Math.max(2, Math.round(size * 0.42));

const chipSize = (text: string, size: number): readonly [number, number] => [
  textWidth(text, size) + 2 * padX(size),
  size + 2 * padY(size),
];

function drawChip(canvas: RgbCanvas, box: Box, text: string, size: number, color: Rgb): void {
  const radius = Math.round(size * 0.4);
  const [x, y, w, h] = box;
  fillRoundedBox(canvas, [x - 1, y - 1, w + 2, h + 2], radius + 1, [8, 10, 14], 0.45);
  fillRoundedBox(canvas, [x, y, w, h], radius, color, 0.96);
  drawTextImage(canvas, textImage(text, size), x + padX(size), y + padY(size), textColorOn(color));
}

interface Legend {
  readonly box: Box;
  readonly lines: readonly string[];
}

function legendBox({ width, height }: RgbCanvas, text: string | undefined, style: OverlayStyle): Legend | null {
  const plain = plainText(text ?? '');
  if (plain === '') return null;
  const { textSize } = style;
  const lines = wrapText(plain, textSize, width - 4 * padX(textSize), 2).filter((line) => line !== '');
  const h = Math.min(height, lines.length * lineHeight(textSize) + 2 * padY(textSize));
  return { box: [0, style.legendPlace === 'top' ? 0 : height - h, width, h], lines };
}

const lineHeight = (size: number): number => Math.round(size * 1.75);

function drawLegend(canvas: RgbCanvas, { box, lines }: Legend, { textSize }: OverlayStyle): void {
  const [x, y, w, h] = box;
  fillRoundedBox(canvas, [x, y, w, h], 0, [8, 10, 14], 0.68);
  const leading = Math.round((lineHeight(textSize) - textSize) / 2);
  lines.forEach((line, i) => {
    const top = y + padY(textSize) + leading + i * lineHeight(textSize);
    drawTextImage(canvas, textImage(line, textSize), 2 * padX(textSize), top, [255, 255, 255]);
  });
}
