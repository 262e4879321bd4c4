/** Where in a pixel its samples are, and when in the shutter's time: the order of the times has nothing to do with places. */
export const samples = [
  { x: 0.375, y: 0.125, time: 0.375 },
  { x: 0.875, y: 0.375, time: 0.875 },
  { x: 0.625, y: 0.875, time: 0.125 },
  { x: 0.125, y: 0.625, time: 0.625 },
] as const;
