import { readFile } from 'node:fs/promises';
import { InputError, toError } from '../core/base/errors.ts';

const mostBytes = 1_000_000;

/**
 * The queries of a text file, one a line; blank lines and lines that begin with # do not count.
 * @throws InputError for a file that cannot be read, is too large or holds no query
 */
export async function readQueryFile(path: string): Promise<string[]> {
  const text = await readText(path);
  const queries = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (queries.length > 0) return queries;
  throw new InputError(`${path}: there is no query in it`, { remedy: 'write one query a line' });
}

async function readText(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    if (bytes.length <= mostBytes) return bytes.toString('utf8').replace(/^\uFEFF/, '');
  } catch (thrown) {
    throw new InputError(`${path} cannot be read: ${toError(thrown).message}`, { cause: thrown });
  }
  throw new InputError(`${path} has more than ${mostBytes} bytes`, { remedy: 'write one query a line, in plain text' });
}
