import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatIssue, InputError, type Issue, issue, MissingError, toError } from '../../../core/base/index.ts';
import { isFile, readWholeFile } from '../../media/index.ts';
import type { MediaItem, MediaSet } from './contract.ts';
import { parseMediaSet } from './parse-media-set.ts';
import { truthFile, truthFrames } from './truth-frames.ts';

/**
 * Reads `DIR/media.json` and checks that every file that it names is there.
 * @throws MissingError when the folder or its media.json does not exist
 * @throws InputError that lists all faults
 */
export async function readMediaSet(dir: string): Promise<MediaSet> {
  const file = join(dir, 'media.json');
  if (!existsSync(file)) {
    throw new MissingError(`${file} does not exist: there is nothing to score`, {
      remedy: 'Give a folder that holds media.json, its media and their ground truth.',
      details: { file },
    });
  }
  const parsed = parseMediaSet(await readJson(file));
  if (!parsed.ok) throw faulty(file, parsed.issues);
  const missing = parsed.value.items.flatMap((item, i) => missingFiles(dir, item, ['items', i]));
  if (missing.length > 0) throw faulty(file, missing);
  return parsed.value;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse((await readWholeFile(file)).toString('utf8'));
  } catch (thrown) {
    throw new InputError(`${file} is no JSON: ${toError(thrown).message}`, {
      cause: thrown,
      remedy: 'Write or fetch the file again.',
    });
  }
}

function missingFiles(dir: string, item: MediaItem, path: readonly (string | number)[]): Issue[] {
  const issues: Issue[] = [];
  for (const name of filesOf(item)) {
    if (isFile(join(dir, name))) continue;
    issues.push(issue('missing-file', path, `${name} does not exist`));
    if (issues.length === mostMissing) break;
  }
  return issues;
}

/** Missing files of one item that are told: an item may speak of millions. */
const mostMissing = 100;

function* filesOf(item: MediaItem): Iterable<string> {
  yield item.file;
  for (const { frame } of truthFrames(item)) yield truthFile(item, frame);
}

function faulty(file: string, issues: readonly Issue[]): InputError {
  const lines = issues.map((fault) => `  ${formatIssue(fault)}`);
  return new InputError(`${file} has ${issues.length} fault${issues.length === 1 ? '' : 's'}:\n${lines.join('\n')}`, {
    remedy: 'Correct these places (docs/bench.md has the form).',
    details: { file, issues },
  });
}
