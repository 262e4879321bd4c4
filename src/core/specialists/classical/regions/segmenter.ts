import { basicColors } from '../../contract.ts';
import { createLabImage, type LabImage } from '../color/index.ts';
import { blurPlane } from './blur.ts';
import { createGradient, type Gradient, labGradient } from './gradient.ts';
import { leafGraph, leafNeighbours } from './leaf-graph.ts';
import { measureLeaves } from './leaves.ts';
import { type MergeCost, stillCosts, videoCosts } from './merge-cost.ts';
import { TreeBuilder } from './merge-tree.ts';
import { clearedTable, type NodeTable } from './node-table.ts';
import { orderLeaves, type RegionForest } from './region-forest.ts';
import { Watershed } from './watershed.ts';
import { createWorkingImage, fillWorkingImage, type WorkingImage, workingSize } from './working-image.ts';

/** Rows behind the trees' nodes for unions made later. */
const spareRows = 128;

export interface SegmenterOptions {
  /** Longer side at which regions are made, px; larger pictures are shrunk to it. */
  readonly longSide: number;
  /** Minima of the gradient closer than this (0..1) in depth are one leaf. */
  readonly minimaDepth: number;
  /** With more leaves than this the minima are taken twice as deep once more, to bound the time. */
  readonly mostLeaves: number;
  readonly costs: readonly MergeCost[];
}

/** Quality first. */
export const stillOptions: SegmenterOptions = {
  longSide: 640,
  minimaDepth: 0.04,
  mostLeaves: 9000,
  costs: stillCosts,
};

/** Keeps up with a stream. */
export const videoOptions: SegmenterOptions = { longSide: 480, minimaDepth: 0.08, mostLeaves: 1500, costs: videoCosts };

/**
 * Turns pictures of one size into region forests: watershed leaves of a Lab gradient, merged bottom-up. The forest
 * is built in buffers of the segmenter: it is valid until the next `segment`.
 */
export class Segmenter {
  readonly image: WorkingImage;
  readonly #options: SegmenterOptions;
  readonly #source: { width: number; height: number };
  readonly #blurred: LabImage;
  readonly #line: Float32Array<ArrayBuffer>;
  readonly #gradient: Gradient;
  readonly #watershed: Watershed;
  readonly #builder = new TreeBuilder();
  #nodes: NodeTable | undefined;
  #order = new Int32Array(0);

  constructor(width: number, height: number, options: SegmenterOptions) {
    const size = workingSize(width, height, options.longSide);
    this.#source = { width, height };
    this.#options = options;
    this.image = createWorkingImage(size.width, size.height);
    this.#blurred = createLabImage(size.width, size.height);
    this.#line = new Float32Array(size.width + 6);
    this.#gradient = createGradient(size.width, size.height);
    this.#watershed = new Watershed(size.width, size.height);
  }

  /** Regions of interleaved RGB pixels of the size given to the constructor. */
  segment(rgb: Uint8Array): RegionForest {
    fillWorkingImage(rgb, this.#source.width, this.#source.height, this.image);
    this.#findGradient();
    return this.#grow(this.#flood());
  }

  #findGradient(): void {
    const { lab, width, height } = this.image;
    for (const plane of ['l', 'a', 'b'] as const) {
      blurPlane(lab[plane], width, height, this.#blurred[plane], this.#line);
    }
    labGradient(this.#blurred, this.#gradient);
  }

  #flood(): number {
    const { minimaDepth, mostLeaves } = this.#options;
    const leaves = this.#watershed.run(this.#gradient.strength, minimaDepth);
    return leaves <= mostLeaves ? leaves : this.#watershed.run(this.#gradient.strength, 2 * minimaDepth);
  }

  #grow(leaves: number): RegionForest {
    const { image } = this;
    const { width, height } = image;
    const { costs } = this.#options;
    const { labels } = this.#watershed;
    const count = leaves + costs.length * (leaves - 1);
    this.#nodes = clearedTable(this.#nodes, count + spareRows);
    measureLeaves(labels, image, this.#gradient, this.#nodes);
    const graph = leafGraph(labels, width, height, this.#gradient.strength, leaves);
    this.#buildTrees(graph, leaves, width * height);
    return {
      image,
      labels,
      leaves,
      nodes: this.#nodes,
      count,
      spare: { next: count, end: count + spareRows },
      trees: costs.length,
      order: this.#order,
      neighbours: leafNeighbours(graph, leaves),
      colorTotals: colorTotals(this.#nodes, leaves),
    };
  }

  #buildTrees(graph: ReturnType<typeof leafGraph>, leaves: number, pixels: number): void {
    const { costs } = this.#options;
    let row = leaves;
    for (const cost of costs) row = this.#builder.build(this.#nodes!, graph, leaves, pixels, cost, row);
    if (this.#order.length < costs.length * leaves) this.#order = new Int32Array(costs.length * leaves);
    orderLeaves(this.#nodes!, leaves, costs.length, this.#order);
  }
}

function colorTotals(nodes: NodeTable, leaves: number): Float64Array {
  const totals = new Float64Array(basicColors.length);
  for (let i = 0; i < leaves * basicColors.length; i++) totals[i % basicColors.length]! += nodes.colors[i]!;
  return totals;
}
