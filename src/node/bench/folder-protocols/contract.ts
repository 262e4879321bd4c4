import type { Problem } from '../datasets/index.ts';

/** A published way of scoring a folder of predictions against a data set. */
export interface FolderProtocol {
  /** As on the command line. */
  readonly name: string;
  /** One line for people: whose rules, and how the folders look. */
  readonly summary: string;
  /** @throws MissingError when a folder is not there */
  score(gt: string, pred: string, options?: FolderProtocolOptions): Promise<ProtocolReport>;
}

export interface FolderProtocolOptions {
  readonly split?: string;
}

/** What a protocol says of a folder. */
export interface ProtocolReport {
  readonly protocol: string;
  /** Figures under the names of the reference; shares 0..1 unless `unit` says percent. */
  readonly totals: Readonly<Record<string, number>>;
  readonly unit: 'share' | 'percent';
  /** One row a scored thing (object, picture, expression). */
  readonly rows: readonly { readonly name: string; readonly scores: Readonly<Record<string, number>> }[];
  /** What could not be scored, and why: the reference counts it as the totals do. */
  readonly unscored: readonly { readonly name: string; readonly reason: string }[];
  /** What is missing or broken in the data set itself. */
  readonly problems: readonly Problem[];
}
