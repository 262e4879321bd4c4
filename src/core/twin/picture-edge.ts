import type { Box, SizeHw } from '../base/geometry.ts';

/** Does a box reach the edge of the picture, or come within `px` of it? */
export const isAtEdge = ([x, y, w, h]: Box, [height, width]: SizeHw, px = 0): boolean =>
  x <= px || y <= px || x + w >= width - px || y + h >= height - px;
