/** What is known of two touching regions when the price of joining them is set. All but areas within 0..1. */
export interface Joint {
  /** 1 - intersection of their colour histograms. */
  color: number;
  /** 1 - intersection of their texture histograms. */
  texture: number;
  /** Mean gradient strength along the border that they share. */
  border: number;
  /** Shared border length over the smaller perimeter. */
  shared: number;
  /** Shares of the picture: the smaller region, both, and what their common box holds besides. */
  smaller: number;
  both: number;
  gap: number;
}

export type MergeCost = (joint: Joint) => number;

/**
 * Measured best of one tree: colour + texture + border - shared outline, small regions first
 * (selective search, Uijlings et al. 2013, with the boundary strength of UCM, Arbelaez et al. 2011).
 */
export const balancedCost: MergeCost = (j) =>
  (j.color + 0.5 * j.texture + 2 * j.border - 0.3 * j.shared + 0.02) * j.smaller ** 0.2 + 0.2 * j.both + 0.2 * j.gap;

/** Only what lies between them. */
export const borderCost: MergeCost = (j) => (j.border + 0.02) * j.smaller ** 0.2;

/** Only what they look like, compact first. */
export const colorCost: MergeCost = (j) => j.color + j.both + j.gap;

/** Balanced, with small regions joined much earlier. */
export const smallFirstCost: MergeCost = (j) => (j.color + 0.5 * j.texture + j.border + 0.02) * j.smaller ** 0.4;

/** One tree keeps up with video; four give more shapes to choose from. */
export const videoCosts: readonly MergeCost[] = [balancedCost];
export const stillCosts: readonly MergeCost[] = [balancedCost, borderCost, colorCost, smallFirstCost];
