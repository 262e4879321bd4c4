/** Half-open range of pixels. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const noWindow: Window = { left: 0, top: 0, right: 0, bottom: 0 };

/** Smallest window around both. */
export function aroundBoth(a: Window, b: Window): Window {
  if (a.left >= a.right) return b;
  if (b.left >= b.right) return a;
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
