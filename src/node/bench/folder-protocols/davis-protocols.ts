import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, MissingError, toError } from '../../../core/base/index.ts';
import {
  type DavisObject,
  type DavisSequence,
  davisSemiSupervised,
  davisTotals,
  davisUnsupervised,
  type LabelFrame,
} from '../../../core/bench/index.ts';
import { readLabelFrame } from '../datasets/index.ts';
import type { FolderProtocol, ProtocolReport } from './contract.ts';

/** `GT/SEQ/00000.png` against `PRED/SEQ/00000.png`, palette indices. */
export const davis = protocol('davis', 'DAVIS 2017 semi-supervised', davisSemiSupervised);
export const davisUnsup = protocol('davis-unsupervised', 'DAVIS 2017 unsupervised', davisUnsupervised);

function protocol(name: string, what: string, score: (sequence: DavisSequence) => DavisObject[]): FolderProtocol {
  return {
    name,
    summary: `${what}: GT/SEQUENCE/*.png and PRED/SEQUENCE/*.png, pixel values are labels`,
    score: (gt, pred) => scoreFolders(name, gt, pred, score),
  };
}

async function scoreFolders(
  protocol: string,
  gt: string,
  pred: string,
  score: (sequence: DavisSequence) => DavisObject[],
): Promise<ProtocolReport> {
  const objects: DavisObject[] = [];
  const rows: { name: string; scores: Record<string, number> }[] = [];
  const unscored: { name: string; reason: string }[] = [];
  const sequences = await subfolders(gt);
  if (sequences.length === 0) throw new InputError(`${gt} holds no folder of annotations`, { details: { path: gt } });
  for (const name of sequences) {
    try {
      const scored = score({ name, ...(await framesOf(join(gt, name), join(pred, name))) });
      objects.push(...scored);
      rows.push(...scored.map(({ row, J, F }) => ({ name: `${name}_${row + 1}`, scores: { J: J.mean, F: F.mean } })));
    } catch (thrown) {
      unscored.push({ name, reason: toError(thrown).message });
    }
  }
  return { protocol, totals: { ...davisTotals(objects) }, unit: 'share', rows, unscored, problems: [] };
}

async function subfolders(dir: string): Promise<string[]> {
  if (!existsSync(dir))
    throw new MissingError(`${dir} does not exist`, { remedy: 'Give the folder of annotations with --gt.' });
  const entries = await readdir(dir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name)
    .sort();
}

/** All frames of the truth with the prediction of the same name. */
async function framesOf(gt: string, pred: string): Promise<{ gt: LabelFrame[]; pred: LabelFrame[] }> {
  const names = (await readdir(gt)).filter((name) => name.endsWith('.png')).sort();
  const frames: { gt: LabelFrame[]; pred: LabelFrame[] } = { gt: [], pred: [] };
  for (const name of names) {
    frames.gt.push(await readLabelFrame(join(gt, name)));
    frames.pred.push(await readLabelFrame(join(pred, name)));
  }
  return frames;
}
