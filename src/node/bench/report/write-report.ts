import { basename, resolve } from 'node:path';
import { InputError } from '../../../core/base/index.ts';
import { writeAtomically } from '../../media/atomic-file.ts';
import type { Evaluation } from './contract.ts';
import { evaluationPage } from './page.ts';
import { readEvaluation } from './read-evaluation.ts';

/** What is reported, and where to. */
export interface ReportRequest {
  /** Folders that evaluations have written, in the order in which they are to be shown. */
  readonly dirs: readonly string[];
  /** The HTML file. */
  readonly out: string;
  readonly title: string;
}

/** What was written. */
export interface WrittenReport {
  readonly bytes: number;
  readonly runs: readonly Evaluation[];
}

/**
 * Writes one self-contained HTML file about the evaluations in some folders.
 * @throws InputError for a folder that is none of an evaluation, or given twice
 */
export async function writeReport({ dirs, out, title }: ReportRequest): Promise<WrittenReport> {
  const labels = labelsOf(dirs);
  const runs: Evaluation[] = [];
  for (const [i, dir] of dirs.entries()) runs.push(await readEvaluation(dir, labels[i]!));
  const page = await evaluationPage(title, runs);
  await writeAtomically(out, page);
  return { bytes: Buffer.byteLength(page), runs };
}

/** The folders' own names; their paths as given where two are alike. */
function labelsOf(dirs: readonly string[]): string[] {
  const paths = dirs.map((dir) => resolve(dir));
  const twice = paths.find((path, i) => paths.indexOf(path) !== i);
  if (twice !== undefined) throw new InputError(`${twice} is given twice`, { remedy: 'Give each folder once.' });
  const names = paths.map((path) => basename(path));
  return names.map((name, i) => (names.indexOf(name) === names.lastIndexOf(name) ? name : dirs[i]!));
}
