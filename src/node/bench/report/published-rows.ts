/** A table of a paper, as published: nothing in it was rerun. */
export interface PublishedTable {
  /** Names of the data sets (`readers.ts`) beside whose scores it is shown. */
  readonly benches: readonly string[];
  readonly title: string;
  /** Name of the split, where the source tells it. */
  readonly split?: string;
  readonly columns: readonly PublishedColumn[];
  /** null where the source gives none. */
  readonly rows: readonly { readonly system: string; readonly values: readonly (number | null)[] }[];
  readonly source: { readonly paper: string; readonly arxiv: string; readonly table: string };
  /** Why the rows may not be comparable with ours. */
  readonly note: string;
}

/** A column and which of our figures stands under it. */
export interface PublishedColumn {
  readonly name: string;
  /** Mean J of all samples or of a cell; absent where an evaluation has no such figure. */
  readonly ours?: 'all' | { readonly kind: string; readonly level: number };
  /** Given in percent. */
  readonly percent?: boolean;
}

const justInTime = {
  paper: 'Online Reasoning Video Segmentation with Just-in-Time Digital Twins',
  arxiv: '2503.21056',
};
const dtwinSeger = {
  paper:
    'Decoupling the Image Perception and Multimodal Reasoning for Reasoning Segmentation with Digital Twin Representations',
  arxiv: '2506.07943',
};
const unnumbered = 'taken from a summary of the paper that gives no table number';

const cell = (name: string, kind: string, level: number): PublishedColumn => ({
  name: `${name} L${level}`,
  ours: { kind, level },
});

export const publishedTables: readonly PublishedTable[] = [
  {
    benches: ['jit'],
    title: 'J by kind and level on the paper’s own 200 videos',
    columns: [
      cell('semantic', 'semantic', 1),
      cell('semantic', 'semantic', 3),
      cell('spatial', 'spatial', 1),
      cell('spatial', 'spatial', 3),
      cell('temporal', 'temporal', 1),
      cell('temporal', 'temporal', 3),
    ],
    rows: [
      { system: 'LISA-7B', values: [0.635, 0.274, 0.226, 0.229, 0.398, 0.229] },
      { system: 'LISA-13B', values: [0.669, 0.301, 0.258, 0.234, 0.237, 0.177] },
      { system: 'VISA', values: [0.563, 0.432, 0.521, 0.411, 0.354, 0.218] },
      { system: 'Just-in-Time Digital Twins', values: [0.865, 0.81, 0.789, 0.741, 0.721, 0.69] },
    ],
    source: { ...justInTime, table: `main results, video reasoning segmentation; ${unnumbered}` },
    note: 'The paper’s set has no public layout. The layout of “jit” is our own, and scenes that twinseg draws (TwinWorld) are not that set: their scores are not comparable with these rows.',
  },
  {
    benches: ['revos'],
    title: 'J on ReVOS, overall',
    columns: [{ name: 'J overall', ours: 'all' }],
    rows: [
      { system: 'VISA', values: [0.488] },
      { system: 'Just-in-Time Digital Twins', values: [0.748] },
    ],
    source: { ...justInTime, table: `key findings, ReVOS; ${unnumbered}` },
    note: 'Published overall scores are the mean of the referring and the reasoning expressions’ means; ours is the mean over all samples. “twinseg metrics revos” scores by the published rules.',
  },
  {
    benches: ['reasonseg'],
    title: 'ReasonSeg, long queries',
    columns: [{ name: 'gIoU, long queries', percent: true }],
    rows: [
      { system: 'LISA-13B', values: [63.2] },
      { system: 'Just-in-Time Digital Twins', values: [69.5] },
    ],
    source: { ...justInTime, table: `key findings, image reasoning segmentation; ${unnumbered}` },
    note: 'An evaluation does not keep long queries apart. “twinseg metrics reasonseg” scores by the published rules.',
  },
  {
    benches: ['reasonseg'],
    title: 'ReasonSeg',
    split: 'test',
    columns: [
      { name: 'gIoU', ours: 'all', percent: true },
      { name: 'cIoU', percent: true },
    ],
    rows: [{ system: 'DTwinSeger', values: [70.5, 70.6] }],
    source: { ...dtwinSeger, table: `ReasonSeg test set; ${unnumbered}` },
    note: 'gIoU is the mean over samples of what we call J; cIoU needs “twinseg metrics reasonseg”.',
  },
  {
    benches: ['llmseg40k'],
    title: 'LLM-Seg40K',
    columns: [
      { name: 'gIoU', ours: 'all', percent: true },
      { name: 'cIoU', percent: true },
    ],
    rows: [{ system: 'DTwinSeger', values: [50.82, 54.71] }],
    source: { ...dtwinSeger, table: `LLM-Seg40K; ${unnumbered}` },
    note: 'gIoU is the mean over samples of what we call J. The source does not tell the split or how many samples were scored.',
  },
];
